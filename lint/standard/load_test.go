package standard

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// broken returns the embedded files with one change.
func broken(t *testing.T, name, old, replacement string) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	entries, err := fs.ReadDir(data, "data")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		text, err := fs.ReadFile(data, "data/"+e.Name())
		if err != nil {
			t.Fatal(err)
		}
		if e.Name() == name {
			if !strings.Contains(string(text), old) {
				t.Fatalf("%s has no %q", name, old)
			}
			text = []byte(strings.Replace(string(text), old, replacement, 1))
		}
		files[e.Name()] = &fstest.MapFile{Data: text}
	}
	return files
}

func TestLoadRefusesBrokenData(t *testing.T) {
	for _, c := range []struct{ file, old, replacement, want string }{
		{"annex-a-2022.csv", "id,theme", "ident,theme", `no column "id"`},
		{"annex-a-2022.csv", "A.5.2,", "A.5.1,", `control "A.5.1" appears twice`},
		{"annex-a-2022.csv", "A.5.2,", "A.9.2,", `unknown group "A.9"`},
		{"annex-a-2022.csv", "A.5.2,", "control,", `unknown group ""`},
		{"annex-a-2022.csv", "preventive,false", "preventive,no", `is_new_2022 cannot be "no"`},
		{"annex-a-2022.csv", "two-sources", "three-sources", `en_confidence cannot be "three-sources"`},
		{"annex-a-2022.csv", "A.5.2,organizational,", "A.5.2,", "wrong number of fields"},
		{"annex-a-2013.csv", ",A.5.2,", ",A.5.99,", `unknown successor "A.5.99"`},
		{"annex-a-2005.csv", ",A.13.2.4,", ",A.13.2.5,", `unknown successor "A.13.2.5"`},
		{"annex-a-2013.csv", "mapping_confidence", "mapping", `no column "mapping_confidence"`},
		{"annex-a-2013-objectives.csv", "A.6.1,", "B.6,", `unknown domain "B"`},
		{"annex-a-2013-domains.csv", "A.6,", "A.5,", `group "A.5" appears twice`},
		{"annex-a-2022-themes.csv", "title_ja", "title", `no column "title_ja"`},
		{"annex-a-2005-objectives.csv", "title_ja", "title", `no column "title_ja"`},
		{"annex-a-2005-domains.csv", "title_en", "title", `no column "title_en"`},
		{"clauses-2022.csv", "4.1,4,", "4.1,3,", `unknown clause "3"`},
		{"clauses-2022.csv", "4.2,4,", "4.1,4,", `clause "4.1" appears twice`},
		{"clauses-2022.csv", "parent", "part_of", `no column "parent"`},
		{"attributes-2022.csv", "A.5.1,", "A.5.99,", `unknown control "A.5.99"`},
		{"attributes-2022.csv", "security_domains", "domains", `no column "security_domains"`},
	} {
		s, err := load(broken(t, c.file, c.old, c.replacement))
		if err == nil || s != nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), c.file) {
			t.Errorf("%s with %q for %q: %v, want %s", c.file, c.replacement, c.old, err, c.want)
		}
	}
}

func TestLoadRefusesMissingAndEmptyFiles(t *testing.T) {
	if _, err := load(fstest.MapFS{}); err == nil || !strings.Contains(err.Error(), "annex-a-2005-domains.csv") {
		t.Errorf("no files: %v", err)
	}
	empty := fstest.MapFS{"annex-a-2005-domains.csv": &fstest.MapFile{}}
	if _, err := load(empty); err == nil || !strings.Contains(err.Error(), "no header row") {
		t.Errorf("an empty file: %v", err)
	}
	if _, err := load(broken(t, "clauses-2022.csv", "", "")); err != nil {
		t.Errorf("unchanged files: %v", err)
	}
}

func TestWeaker(t *testing.T) {
	order := []Confidence{Unknown, Unconfirmed, CrossEdition, OneSource, TwoSources}
	for i, a := range order {
		for j, b := range order {
			if got := weaker(a, b); got != order[min(i, j)] {
				t.Errorf("weaker(%q, %q) = %q", a, b, got)
			}
		}
	}
}

// Two ways from one control to another are one pair, the first found.
func TestJoin(t *testing.T) {
	first, second := newRelation(), newRelation()
	first.add("a", "b1", OneSource)
	first.add("a", "b2", Unconfirmed)
	second.add("b1", "c", TwoSources)
	second.add("b2", "c", TwoSources)
	got := join([]*Control{{ID: "a"}}, first, second)
	if links := got.forward["a"]; len(links) != 1 || links[0] != (link{"c", OneSource}) || got.kind("a", "c") != Kept {
		t.Errorf("a leads to %+v", links)
	}
	if got.weakest != Unconfirmed {
		t.Errorf("the weakest link is %q", got.weakest)
	}
}

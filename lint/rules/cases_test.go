package rules_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/rules"
)

var update = flag.Bool("update", false, "rewrite what the cases in testdata want")

// TestCases runs testdata/<family>/<rule>.txtar for every rule. The sections
// of an archive are named CASE/PATH. CASE/want holds the findings of that rule
// alone; CASE/fixed/PATH what a file looks like after its fixes; CASE/as-of
// the day of judgement. A file PATH without front matter is put below that of
// an approved ISMS-A-03 when it is named body.md.
func TestCases(t *testing.T) {
	for _, rule := range rules.All() {
		path := filepath.Join("testdata", filepath.FromSlash(rule.Name)+".txtar")
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Errorf("%s has no cases: %v", rule.Name, err)
			continue
		}
		changed := false
		for _, name := range caseNames(archive) {
			t.Run(rule.Name+"/"+name, func(t *testing.T) {
				changed = runCase(t, rule, archive, name) || changed
			})
		}
		if *update && changed {
			if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestNoForeignCases finds case files that belong to no rule.
func TestNoForeignCases(t *testing.T) {
	names := map[string]bool{}
	for _, rule := range rules.All() {
		names[rule.Name] = true
	}
	files, err := filepath.Glob(filepath.Join("testdata", "*", "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		name := filepath.ToSlash(strings.TrimSuffix(strings.TrimPrefix(f, "testdata"+string(filepath.Separator)), ".txtar"))
		if !names[name] {
			t.Errorf("%s belongs to no rule", f)
		}
	}
}

func caseNames(a *txtar.Archive) []string {
	var names []string
	seen := map[string]bool{}
	for _, f := range a.Files {
		name, _, _ := strings.Cut(f.Name, "/")
		if !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return names
}

// runCase checks one case and reports whether -update changed it.
func runCase(t *testing.T, rule *lint.Rule, a *txtar.Archive, name string) (changed bool) {
	files := map[string]string{}
	asOf := exampleDay
	var want *txtar.File
	fixed := map[string]*txtar.File{}
	for i := range a.Files {
		caseName, path, _ := strings.Cut(a.Files[i].Name, "/")
		if caseName != name {
			continue
		}
		data := string(a.Files[i].Data)
		switch {
		case path == "want":
			want = &a.Files[i]
		case path == "as-of":
			day, _, ok := date.Parse(strings.TrimSpace(data))
			if !ok {
				t.Fatalf("as-of: %q is no date", data)
			}
			asOf = day
		case strings.HasPrefix(path, "fixed/"):
			fixed[strings.TrimPrefix(path, "fixed/")] = &a.Files[i]
		case path == "body.md":
			files[examplePath] = exampleFrontMatter + data
		default:
			files[path] = data
		}
	}
	if want == nil {
		t.Fatalf("the case has no section %s/want", name)
	}
	report := check(t, files, asOf)
	if got := render(report, rule.Name); got != string(want.Data) {
		if *update {
			want.Data, changed = []byte(got), true
		} else {
			t.Errorf("findings differ\n--- got\n%s--- want\n%s", got, want.Data)
		}
	}
	for path, f := range fixed {
		real := path
		if path == "body.md" {
			real = examplePath
		}
		got := string(lint.ApplyFixes([]byte(files[real]), fixesFor(report, rule.Name, real)).Text)
		if path == "body.md" {
			got = strings.TrimPrefix(got, exampleFrontMatter)
		}
		if got != string(f.Data) {
			if *update {
				f.Data, changed = []byte(got), true
			} else {
				t.Errorf("%s after its fixes\n--- got\n%s--- want\n%s", path, got, f.Data)
			}
		}
	}
	return changed
}

func fixesFor(r *lint.Report, rule, path string) []*lint.Fix {
	var out []*lint.Fix
	for _, f := range of(r, rule) {
		if f.File == path && f.Fix != nil && f.Active() {
			out = append(out, f.Fix)
		}
	}
	return out
}

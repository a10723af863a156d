package schema_test

import (
	"testing"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/schema"
)

func TestCanonical(t *testing.T) {
	set := load(t)
	for _, c := range []struct{ key, document, record string }{
		{"number", "number", ""},
		{"approved_on", "approved_on", "approved_on"},
		{"Number", "", ""}, // names of the schema are exact
		{"文書番号", "number", ""},
		{"文 書 番 号", "number", ""},
		{"文書Ｎｏ．", "number", ""},
		{"文書no", "number", ""},
		{"制　定　日", "established", ""},
		{"改定日", "revised", ""},
		{"版", "revision", ""},
		{"作成", "drafted_by", "drafted_by"},
		{"承認", "approved_by", "approved_by"},
		{"様式番号", "", "form"},
		{"記録番号", "", "record"},
		{"作成日", "", "created"},
		{"件名", "", "title"},
		{"", "", ""},
		{"備考", "", ""},
	} {
		if got, ok := set.Document.Canonical(c.key); got != c.document || ok != (c.document != "") {
			t.Errorf("document: Canonical(%q) = %q, %v; want %q", c.key, got, ok, c.document)
		}
		if got, ok := set.Record.Canonical(c.key); got != c.record || ok != (c.record != "") {
			t.Errorf("record: Canonical(%q) = %q, %v; want %q", c.key, got, ok, c.record)
		}
	}
}

func TestCanonicalValue(t *testing.T) {
	s := load(t).Document
	for _, c := range []struct{ property, value, want string }{
		{"status", "approved", "approved"},
		{"status", "承認済み", "approved"},
		{"status", "承 認 済", "approved"},
		{"status", "ﾚﾋﾞｭｰ中", "review"},
		{"status", "廃版", "obsolete"},
		{"status", "Approved", ""},
		{"status", "保留", ""},
		{"edition", "2013", "2013"},
		{"edition", "JIS Q 27001：2023", "2022"},
		{"edition", "ＪＩＳ Ｑ ２７００１：２０２３（ISO/IEC 27001:2022）", "2022"},
		{"edition", "ISO/IEC 27001:2005", "2005"},
		{"title", "承認済", ""},
		{"nothing", "承認済", ""},
	} {
		if got, ok := s.CanonicalValue(c.property, c.value); got != c.want || ok != (c.want != "") {
			t.Errorf("CanonicalValue(%q, %q) = %q, %v; want %q", c.property, c.value, got, ok, c.want)
		}
	}
}

// TestLabelsAreUnambiguous finds a label that two properties, or two values of
// one property, claim.
func TestLabelsAreUnambiguous(t *testing.T) {
	set := load(t)
	for _, s := range []*schema.Schema{set.Document, set.Record} {
		keys := map[string]string{}
		claim := func(names map[string]string, label, owner string) {
			if other, taken := names[fold.Key(label)]; taken {
				t.Errorf("label %q belongs to %s and %s", label, other, owner)
			}
			names[fold.Key(label)] = owner
		}
		for _, p := range s.Properties() {
			for _, label := range p.Labels {
				claim(keys, label, p.Name)
			}
			values := map[string]string{}
			for _, v := range p.Values {
				for _, label := range v.Labels {
					claim(values, label, v.Value)
				}
			}
		}
	}
}

func TestProperty(t *testing.T) {
	set := load(t)
	p, ok := set.Document.Property("status")
	if !ok || p.Title.JA != "状態" || p.Title.EN != "Status" || !p.Required || len(p.Values) != 4 ||
		p.Values[2].Value != "approved" || p.Values[2].Labels[0] != "承認済" {
		t.Errorf("status: %+v, %v", p, ok)
	}
	p, ok = set.Config.Property("people", "left")
	if !ok || p.Format != "date" || p.Required || p.Types[0] != "string" {
		t.Errorf("people.left: %+v, %v", p, ok)
	}
	if p, ok := set.Config.Property("standard", "edition"); !ok || len(p.Values) != 3 || p.Default != "2022" {
		t.Errorf("standard.edition: %+v, %v", p, ok)
	}
	for _, path := range [][]string{nil, {"nothing"}, {"nothing", "name"}, {"organization", "name", "x"}, {"rules", "x"}} {
		if p, ok := set.Config.Property(path...); ok {
			t.Errorf("%q: %+v, want none", path, p)
		}
	}
	if got := set.Config.Properties("roles"); len(got) != 7 || got[0].Name != "role" || got[6].Name != "record" {
		t.Errorf("roles: %+v", got)
	}
}

package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

var registerPersonalData = &lint.Rule{
	Name:         "register/personal-data",
	Severity:     lint.Error,
	Requirements: []string{"EVD-015", "B15-4"},
	Clauses:      []string{"7.5.3"},
	Controls:     []string{"A.5.33", "A.5.34"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "入退室管理票、誓約書又は同意書の索引に、個人情報と思われる値があります",
			EN: "an entry/exit sheet or an index of pledges or consents holds what looks like personal data",
		},
		Why: message.Text{
			JA: "リポジトリーの履歴に入った情報は消せません。原本は外に保管し、ここには番号とハッシュ値だけを残します",
			EN: "what enters the history of a repository stays there; keep the originals elsewhere, and only a number and a digest here",
		},
		Wrong: pledgeExample("| E1001 | 総務部 090-1234-5678 | 入社時 | 2026-04-01 | - | 1 | 電子署名 |\n"),
		Right: pledgeExample("| E1001 | 総務部 | 入社時 | 2026-04-01 | - | 1 | 電子署名 |\n"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Form == nil || f.Meta.Status == isms.Obsolete {
			return
		}
		switch f.Form.Number {
		case entryForm, pledgeForm, consentForm:
		default:
			return
		}
		scan := personalScan{domains: ownDomains(p)}
		for i := range f.Doc.Blocks {
			b := &f.Doc.Blocks[i]
			for _, hit := range scan.find(b.Text, personalContext(f.Doc, b)) {
				reportPersonal(p, f, f.Path, b.Source(hit.start, hit.end), hit.kind)
			}
		}
		checkPersonalColumns(p, f)
		for _, t := range f.Tables {
			checkPersonalRows(p, f, t, &scan)
		}
	},
}

// reportPersonal does not repeat the value: reports are read by more people
// than the file.
func reportPersonal(p *lint.Pass, f *isms.File, path string, at source.Span, kind message.Text) {
	p.Report(lint.Finding{File: path, Span: &at, Severity: lint.Error, Message: message.Textf(
		"%[1]sと思われる値があります。個人情報はリポジトリーに置かず、原本の保管場所とハッシュ値だけを記入してください。履歴からも取り除いてください",
		"this looks like %[1]s, expected no personal data but where the original is kept and its digest; remove it from the history too", kind)})
}

// personalContext returns what surrounds a text and says what it is: the other
// cells of its row, or the text itself.
func personalContext(d *document.Document, b *document.Block) string {
	if b.Kind != document.Cell || b.Row < 0 || b.Table < 0 {
		return b.Text
	}
	var text strings.Builder
	for _, c := range d.Tables[b.Table].Rows[b.Row].Cells {
		text.WriteString(c.Text)
		text.WriteByte(' ')
	}
	return text.String()
}

// ownDomains returns the domains of the e-mail addresses that the
// configuration gives for people, in lower case.
func ownDomains(p *lint.Pass) map[string]bool {
	domains := map[string]bool{}
	for _, person := range p.People.All() {
		for _, e := range person.Emails {
			if _, domain, ok := strings.Cut(strings.ToLower(e), "@"); ok {
				domains[domain] = true
			}
		}
	}
	return domains
}

// checkPersonalRows reports the cells of a CSV file, which are no blocks, and
// persons who stand in an index under their names.
func checkPersonalRows(p *lint.Pass, f *isms.File, t *isms.Table, scan *personalScan) {
	for i := range t.Rows {
		r := &t.Rows[i]
		if name := r.Written("person"); !isBroken(r) && !t.Fields && t.Form != entryForm && !name.None() {
			if person := p.People.Find(name.Text); person != nil && fold.Equal(person.Name, name.Text) {
				reportPersonal(p, f, t.Path, name.Span, message.Text{JA: "氏名", EN: "the name of a person"})
			}
		}
		if t.Path == f.Path {
			continue
		}
		for c := range t.Schema.Columns {
			if v := r.At(c); v.Text != "" {
				if hits := scan.find(v.Text, v.Text); len(hits) > 0 {
					reportPersonal(p, f, t.Path, v.Span, hits[0].kind)
				}
			}
		}
	}
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var documentUnknownNumber = &lint.Rule{
	Name:         "document/unknown-number",
	Severity:     lint.Error,
	Requirements: []string{"DOC-001"},
	Clauses:      []string{"7.5.2", "7.5.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "文書番号が文書一覧にありません",
			EN: "the document number is not in the catalogue of documents",
		},
		Why: message.Text{
			JA: "一覧にない文書は、誰が作成し誰が承認するのかが決まっておらず、配付や廃止の対象からも漏れます",
			EN: "nobody is named who drafts and approves a document outside the catalogue, and nobody withdraws it",
		},
		Wrong: `-- registers/ISMS-B-28-貸与機器台帳.md --
---
number: ISMS-B-28
title: 貸与機器台帳
revision: 1
status: draft
established: 2024-04-01
drafted_by: suzuki
---
# 貸与機器台帳
`,
		Right: `-- ismslint.toml --
[[documents.catalogue]]
number = "ISMS-B-28"
title = "貸与機器台帳"
kind = "register"
drafter = "isms-secretariat"
approver = "isms-manager"
-- registers/ISMS-B-28-貸与機器台帳.md --
---
number: ISMS-B-28
title: 貸与機器台帳
revision: 1
status: draft
established: 2024-04-01
drafted_by: suzuki
---
# 貸与機器台帳
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		v, what, ok := catalogueNumber(f)
		// What is out of use may have left the catalogue.
		if !ok || f.Entry != nil || v.Empty() || f.Meta.Status == isms.Obsolete || !p.Catalogue.Pattern.MatchString(v.Text) {
			return
		}
		if e := meantEntry(p.Catalogue, f); e != nil {
			p.Reportf(f, v.Span, "%[1]s「%[2]s」は文書一覧にありません。文書一覧で「%[3]s」の番号は「%[4]s」です",
				"the %[1]s %[2]q is not in the catalogue, where %[3]q has the number %[4]q", what, v.Text, e.Title, e.Number)
			return
		}
		// Digits alone do not tell a slip from a new document; the title of a
		// document does, and a record has no other sign.
		if likely := likelyNumber(p.Catalogue, f); likely != "" && f.Kind == isms.RecordFile {
			p.Reportf(f, v.Span, "%[1]s「%[2]s」は文書一覧にありません。番号の誤りなら直し（近い番号は「%[3]s」）、新しい様式なら ismslint.toml の [[documents.catalogue]] に加えてください",
				"the %[1]s %[2]q is not in the catalogue; did you mean %[3]q, or is it a new form to be added as [[documents.catalogue]] in ismslint.toml", what, v.Text, likely)
			return
		}
		if e := nearestTitle(p.Catalogue, f.Meta.Title.Text); e != nil && f.Kind == isms.Controlled {
			p.Reportf(f, v.Span, "%[1]s「%[2]s」は文書一覧にありません。「%[4]s %[3]s」ではありませんか",
				"the %[1]s %[2]q is not in the catalogue; did you mean %[4]q, %[3]q", what, v.Text, e.Title, e.Number)
			return
		}
		p.Reportf(f, v.Span, "%[1]s「%[2]s」は文書一覧にありません。ismslint.toml の [[documents.catalogue]] に加えるか、番号を直してください",
			"the %[1]s %[2]q is not in the catalogue, expected one of its numbers; a new document is added as [[documents.catalogue]] in ismslint.toml", what, v.Text)
	},
}

// nearestTitle returns the entry whose title is nearest in spelling, or nil.
func nearestTitle(c *isms.Catalogue, title string) *isms.Entry {
	var titles []string
	for _, e := range c.Entries {
		titles = append(titles, e.Title, e.TitleEN)
	}
	return c.ByTitle(schema.Nearest(title, titles))
}

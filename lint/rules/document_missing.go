package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var documentMissing = &lint.Rule{
	Name:         "document/missing",
	Severity:     lint.Error,
	Requirements: []string{"DOC-001"},
	Clauses:      []string{"7.5.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "文書一覧にある文書のファイルがありません",
			EN: "a document of the catalogue has no file",
		},
		Why: message.Text{
			JA: "文書体系に定めた文書がなければ、規格が求める文書化した情報や記録が欠けることになります。持たない文書は、文書一覧で optional = true にします",
			EN: "without the documents that the catalogue names, documented information that the standard requires is missing; what the organisation need not have is optional = true in its catalogue",
		},
		Wrong: `-- ismslint.toml --
[documents]
replace = true
[[documents.catalogue]]
number = "ISMS-A-01"
title = "情報セキュリティ基本方針"
[[documents.catalogue]]
number = "ISMS-A-03"
title = "ISMSマニュアル"
-- policies/ISMS-A-03-ISMSマニュアル.md --
---
number: ISMS-A-03
title: ISMSマニュアル
---
`,
		Right: `-- ismslint.toml --
[documents]
replace = true
[[documents.catalogue]]
number = "ISMS-A-01"
title = "情報セキュリティ基本方針"
optional = true
[[documents.catalogue]]
number = "ISMS-A-03"
title = "ISMSマニュアル"
-- policies/ISMS-A-03-ISMSマニュアル.md --
---
number: ISMS-A-03
title: ISMSマニュアル
---
`,
	},
	System: func(p *lint.Pass, s *isms.System) {
		meant := meantEntries(s)
		var missing []*isms.Entry
		none := true
		for _, e := range s.Catalogue.Entries {
			switch {
			case meant[e] || s.Document(e.Number) != nil || e.Records && current(s.Records(e.Number)):
				none = false
			case !e.Optional:
				missing = append(missing, e)
			}
		}
		builtin := 0
		for _, e := range missing {
			if e.Declared == nil {
				builtin++
			}
			if e.Declared != nil || !none {
				reportMissing(p, s, e)
			}
		}
		if none && builtin > 0 {
			p.Report(lint.Finding{File: configFile(s), Span: firstLine(s), Subject: "catalogue", Message: message.Textf(
				"文書一覧にある %d 種の文書が1つもありません。ismslint init で一式のひな形を作るか、既にある文書に文書番号（number）を付けてください",
				"not one of the %d documents of the catalogue is there; ismslint init writes a set to start from, and documents that exist need their number", builtin)})
		}
	},
}

// meantEntries returns the entries of files that name them wrongly; the rules
// about front matter and numbers report those, and nothing is missing.
func meantEntries(s *isms.System) map[*isms.Entry]bool {
	meant := map[*isms.Entry]bool{}
	for _, f := range s.Files() {
		if f.Entry != nil || f.Kind == isms.CertificationFile || f.Meta.Status == isms.Obsolete {
			continue
		}
		if e := meantEntry(s.Catalogue, f); e != nil && (f.Kind != isms.RecordFile || e.Records) {
			meant[e] = true
		}
	}
	return meant
}

// current reports whether one of the files is in use.
func current(files []*isms.File) bool {
	for _, f := range files {
		if f.Meta.Status != isms.Obsolete {
			return true
		}
	}
	return false
}

func reportMissing(p *lint.Pass, s *isms.System, e *isms.Entry) {
	finding := lint.Finding{File: configFile(s), Span: firstLine(s), Subject: e.Number}
	if e.Declared != nil {
		finding.Span = e.Declared
	}
	switch old := s.Documents(e.Number); {
	case len(old) > 0:
		at := old[0].Meta.StatusValue.Place()
		finding.Message = message.Textf("「%s」の文書は廃止になったものしかありません。有効な文書を用意するか、文書一覧から外してください",
			"%[1]q has only an obsolete document, expected a current one", e.Label())
		finding.Related = []lint.Related{{File: old[0].Path, Span: &at, Message: message.Text{JA: "廃止になった文書", EN: "obsolete document"}}}
	case e.Records:
		finding.Severity = lint.Warning
		finding.Message = message.Textf("「%s」の記録も様式もありません。該当する事がまだなくても、様式は用意してください",
			"%q has neither a record nor the blank form, expected at least the form", e.Label())
	case len(s.Records(e.Number)) > 0:
		finding.Message = message.Textf("「%s」の文書がありません。1件ごとの記録として保管するのであれば、文書一覧で records = true にしてください",
			"%q has records but no document, expected the document; if it is kept as one file for each record, set records = true in the catalogue", e.Label())
	default:
		finding.Message = message.Textf("「%s」の文書がありません。作成して、文書情報に番号を書いてください",
			"%q has no document, expected a file with its number", e.Label())
	}
	p.Report(finding)
}

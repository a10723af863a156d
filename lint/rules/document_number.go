package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var documentNumber = &lint.Rule{
	Name:         "document/number",
	Severity:     lint.Error,
	Requirements: []string{"DOC-003"},
	Clauses:      []string{"7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "文書番号がないか、番号の付け方に合っていません",
			EN: "the document number is missing or does not have the form of the organisation's numbers",
		},
		Why: message.Text{
			JA: "接頭辞の欠け（IS-A-01）、桁数の違い（ISMS-A-3）、全角や小文字があると、同じ文書が別の文書として扱われます",
			EN: "with a truncated prefix (IS-A-01), too few digits (ISMS-A-3), or full-width or small letters, one document counts as another",
		},
		Wrong: `---
number: IS-A-03
title: ISMSマニュアル
revision: 1
status: draft
established: 2024-04-01
drafted_by: tanaka
---
# ISMSマニュアル
`,
		Right: `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: draft
established: 2024-04-01
drafted_by: tanaka
---
# ISMSマニュアル
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		v, what, ok := catalogueNumber(f)
		switch {
		case !ok || f.Entry != nil:
		case v.Empty():
			reportNoNumber(p, f, v, what)
		case f.Meta.Status != isms.Obsolete && !p.Catalogue.Pattern.MatchString(v.Text):
			// What is out of use keeps the number of its time.
			reportNumber(p, f, v, what)
		}
	},
}

func reportNoNumber(p *lint.Pass, f *isms.File, v isms.Value, what message.Text) {
	at := f.Head()
	if v.Present {
		at = v.Key
	}
	key, number := "number", exampleNumber(p.Catalogue)
	if f.Kind == isms.RecordFile {
		key, number = "form", formOf(p.Catalogue, f)
	} else if e := meantEntry(p.Catalogue, f); e != nil {
		number = e.Number
	}
	text := message.Textf("%[1]s（%[2]s）がありません。「%[2]s: %[3]s」のように書いてください",
		"the %[1]s (%[2]s) is missing, expected a line such as \"%[2]s: %[3]s\"", what, key, number)
	if onlyTitled(f) {
		text = message.Textf("文書情報に%[1]s（%[2]s）などがありません。「%[2]s: %[3]s」のように書き加えるか、ISMSの文書でなければ ismslint.toml の documents.exclude に加えてください",
			"the front matter has a title but no %[1]s (%[2]s), expected a line such as \"%[2]s: %[3]s\"; if the file is not part of the ISMS, add it to documents.exclude in ismslint.toml", what, key, number)
	}
	p.Report(lint.Finding{File: f.Path, Span: &at, Subject: key, Message: text})
}

func reportNumber(p *lint.Pass, f *isms.File, v isms.Value, what message.Text) {
	finding := lint.Finding{File: f.Path, Span: &v.Span}
	if e := spelledEntry(p.Catalogue, v.Text); e != nil {
		finding.Message = message.Textf("%[1]s「%[2]s」の文字の種類が正しくありません。「%[3]s」と書いてください",
			"the %[1]s %[2]q is not spelt right, expected %[3]q", what, v.Text, e.Number)
		finding.Fix = respell(f, v, e.Number)
		p.Report(finding)
		return
	}
	form := message.Textf("「%[1]s」のような番号の形式", "the form of %[1]q", exampleNumber(p.Catalogue))
	if pattern := p.Config.Documents.NumberPattern; pattern != "" {
		form = message.Textf("設定 documents.number_pattern の「%[1]s」", "the form of documents.number_pattern, %[1]q", pattern)
	}
	finding.Message = message.Textf("%[1]s「%[2]s」は%[3]sに合いません。番号を確認してください",
		"the %[1]s %[2]q does not have %[3]s, expected a number of the catalogue", what, v.Text, form)
	if likely := likelyNumber(p.Catalogue, f); likely != "" {
		finding.Message = message.Textf("%[1]s「%[2]s」は%[3]sに合いません。「%[4]s」ではありませんか",
			"the %[1]s %[2]q does not have %[3]s; did you mean %[4]q", what, v.Text, form, likely)
	}
	p.Report(finding)
}

// formOf returns the number of the form that the path of a record names, or
// that of some form as an example.
func formOf(c *isms.Catalogue, f *isms.File) string {
	example := exampleNumber(c)
	for i := len(c.Entries) - 1; i >= 0; i-- {
		e := c.Entries[i]
		if strings.Contains(f.Path, e.Number) {
			return e.Number
		}
		if e.Records {
			example = e.Number
		}
	}
	return example
}

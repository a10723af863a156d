package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

var documentSchema = &lint.Rule{
	Name:         "document/schema",
	Severity:     lint.Error,
	Requirements: []string{"DOC-002", "DOC-005", "DOC-007"},
	Clauses:      []string{"7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "文書情報の項目が足りないか、項目名や値が正しくありません",
			EN: "a field of the front matter is missing, unknown or has a value that it cannot have",
		},
		Why: message.Text{
			JA: "項目名の書き間違いや読めない日付があると、その項目は書かれていないのと同じになり、確認の対象から漏れます",
			EN: "a misspelt field or a date that cannot be read is as good as not written, and all checks that need it pass it by",
		},
		Wrong: `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 第一版
status: 承認待ち
established: 2024年4月1日
---
# ISMSマニュアル
`,
		Right: `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: review
established: 2024-04-01
drafted_by: tanaka
---
# ISMSマニュアル
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if onlyTitled(f) {
			return
		}
		for _, v := range f.Violations() {
			if !ownedElsewhere(f, v) {
				reportViolation(p, f, v)
			}
		}
	},
}

// ownedElsewhere reports whether another rule reports what is wrong:
// document/number everything about the number, approval/missing an approver
// who is not there (design §10.1).
func ownedElsewhere(f *isms.File, v schema.Violation) bool {
	field := v.Property
	if len(v.Path) > 0 {
		field = v.Path[0]
	}
	switch field {
	case "number":
		return f.Kind == isms.Controlled
	case "form":
		return f.Kind == isms.RecordFile
	case "approved_by":
		return v.Kind != schema.UnknownKey && len(f.Meta.ApprovedBy.Each) == 0
	}
	return false
}

func reportViolation(p *lint.Pass, f *isms.File, v schema.Violation) {
	at := v.Locate(f.Meta.Root)
	finding := lint.Finding{File: f.Path, Span: &at, Message: v.Message}
	if v.Kind == schema.Required {
		if _, written := f.Meta.Root.Field(v.Property); !written {
			at = f.Head()
		}
		finding.Subject = v.Property
	}
	if day, n := otherNotation(f, v); !day.IsZero() {
		finding.Message = message.Textf("文書情報の日付「%[1]s」は「%[2]s」の形で書いてください",
			"the date %[1]q in the front matter is expected in the form %[2]q", n.Text, day)
		finding.Fix = &lint.Fix{
			Description: message.Textf("「%[1]s」に直す", "write %[1]s", day),
			Edits:       []lint.Edit{{Span: n.Span, NewText: day.String()}},
		}
	}
	p.Report(finding)
}

// otherNotation returns the day that a value states in another notation than
// front matter has, and the value.
func otherNotation(f *isms.File, v schema.Violation) (date.Date, *source.Node) {
	if v.Kind != schema.Format {
		return date.Date{}, nil
	}
	_, n, found := f.Meta.Root.At(v.Path)
	if !found || n == nil {
		return date.Date{}, nil
	}
	day, _, _ := date.Parse(strings.TrimSpace(n.Text))
	return day, n
}

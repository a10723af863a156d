package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var approvalMissing = &lint.Rule{
	Name:           "approval/missing",
	Severity:       lint.Error,
	Requirements:   []string{"DOC-005", "FRM-1"},
	Clauses:        []string{"7.5.2"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "承認済の文書や記録に、承認者または承認日がありません",
			EN: "an approved document or record names no approver or no day of approval",
		},
		Why: message.Text{
			JA: "誰がいつ承認したかが分からない文書は、適切性の承認（7.5.2）を受けたことになりません",
			EN: "a document counts as reviewed and approved (7.5.2) only if it says by whom and when",
		},
		Wrong: `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: ""
approved_on: 2024-04-01
---
# ISMSマニュアル
`,
		Right: `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
---
# ISMSマニュアル
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		status := f.Meta.Status
		if f.Kind != isms.Controlled && f.Kind != isms.RecordFile ||
			status != isms.Approved && (status != isms.Obsolete || f.Kind != isms.Controlled) {
			return
		}
		by, on := f.Meta.ApprovedBy.Value, f.Meta.ApprovedOn.Value
		approver := message.Text{JA: "承認者（approved_by）", EN: "approver (approved_by)"}
		day := message.Text{JA: "承認日（approved_on）", EN: "day of approval (approved_on)"}
		switch {
		case !by.Present && !on.Present && !misspelt(f, "approved_by") && !misspelt(f, "approved_on"):
			reportUnapproved(p, f, by, message.Text{JA: approver.JA + "と" + day.JA, EN: approver.EN + " and " + day.EN})
		default:
			if by.None() && (by.Present || !misspelt(f, "approved_by")) {
				reportUnapproved(p, f, by, approver)
			}
			if on.None() && (on.Present || !misspelt(f, "approved_on")) {
				reportUnapproved(p, f, on, day)
			}
		}
	},
}

// misspelt reports whether the front matter has a key that is most likely the
// given one misspelt, which document/schema reports.
func misspelt(f *isms.File, key string) bool {
	return slices.ContainsFunc(f.Violations(), func(v schema.Violation) bool {
		return v.Kind == schema.UnknownKey && len(v.Path) == 0 && v.Means == key
	})
}

// reportUnapproved says what is missing, at its key or, where there is none,
// at the status that demands it (design §10.1).
func reportUnapproved(p *lint.Pass, f *isms.File, v isms.Value, what message.Text) {
	at := f.Meta.StatusValue.Key
	if v.Present {
		at = v.Key
	}
	if f.Meta.Status == isms.Obsolete {
		p.Reportf(f, at, "廃止した文書に、最後の版の%sがありません。承認されていたことが分かるように残してください",
			"the document is obsolete, but its last revision lacks the %s; keep it as evidence", what)
		return
	}
	p.Reportf(f, at, "状態が承認済ですが、%sがありません。承認を得て記入するか、状態を draft に戻してください",
		"the status is approved, but the document lacks the %s; enter it once approved, or set the status back to draft", what)
}

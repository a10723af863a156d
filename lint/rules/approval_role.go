package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

var approvalRole = &lint.Rule{
	Name:           "approval/role",
	Severity:       lint.Error,
	Requirements:   []string{"DOC-005", "ROL-003", "ROL-009", "FRM-8", "B04-4"},
	Clauses:        []string{"5.3", "7.5.2"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "承認者が、承認日にその文書を承認する役割に就いていません",
			EN: "the approver did not hold the role that approves the document on the day of approval",
		},
		Why: message.Text{
			JA: "権限のない人の承認は承認になりません。異動や任命替えの前後で起こりやすい誤りです",
			EN: "an approval without the authority is none; it happens most often around a change of post",
		},
		Wrong: `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: ito
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
		day, by := f.Meta.ApprovedOn, f.Meta.ApprovedBy
		if f.Entry == nil || !day.Valid() || unapproved(f) || len(p.People.Holdings()) == 0 {
			return
		}
		approvers := signersOf(p, by)
		if !allPersons(approvers) {
			return // approval/missing or role/unknown reports it
		}
		for i, a := range approvers {
			if left := a.person.Left; !left.IsZero() && day.Date.After(left) {
				p.Reportf(f, by.Each[i].Span, "承認者「%s」は %s に退職しており、%s の承認はできません",
					"the approver %s left on %s and cannot have approved on %s", a.person.Name, left, day.Date)
				return
			}
		}
		role := f.Entry.Approver
		for _, a := range approvers {
			if p.People.Holds(a.person.ID, role, day.Date) {
				return
			}
		}
		if !vacantOn(p.Organization, role, day.Date) {
			at := placeOf(by)
			p.Report(lint.Finding{File: f.Path, Span: &at, Message: wrongRole(p, listPersons(approvers), role, day.Date, f.Entry.Number)})
		}
	},
}

// placeOf returns the place of a name that stands alone, or that of the list.
func placeOf(n isms.Names) source.Span {
	if len(n.Each) == 1 {
		return n.Each[0].Span
	}
	return n.Span
}

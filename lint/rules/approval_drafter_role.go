package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var approvalDrafterRole = &lint.Rule{
	Name:           "approval/drafter-role",
	Severity:       lint.Error,
	Requirements:   []string{"DOC-005"},
	Clauses:        []string{"5.3", "7.5.2"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "作成者が、その版の日にその文書を起案する役割に就いていません",
			EN: "the drafter did not hold the role that drafts the document on the day of its revision",
		},
		Why: message.Text{
			JA: "文書体系で決めた起案者と違う人が作成していると、文書の責任者が分からなくなります。版の日の前30日以内に役割に就いていた人は、在任中に起案したものとみなします",
			EN: "if someone else drafts a document than the catalogue says, nobody is answerable for it; who held the role within the 30 days before the revision is taken to have drafted it then",
		},
		Wrong: `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: approved
established: 2024-04-01
drafted_by: ito
approved_by: sato
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
		day := draftingDay(f)
		if f.Kind != isms.Controlled || f.Entry == nil || !day.Valid() || len(p.People.Holdings()) == 0 {
			return
		}
		if unapproved(f) && f.Meta.Revision.Int > p.Config.Documents.InitialRevision {
			return // the dates may still be those of the revision before
		}
		role, drafters := f.Entry.Drafter, signersOf(p, f.Meta.DraftedBy)
		if !allPersons(drafters) || vacantOn(p.Organization, role, day.Date) {
			return
		}
		for _, d := range drafters {
			if heldWithin(p, d.person.ID, role, day.Date.AddDays(-leeway), day.Date) {
				return
			}
		}
		p.Reportf(f, f.Meta.DraftedBy.Each[0].Span, "作成者「%[1]s」は %[2]s に%[3]sではありませんでした。%[4]s を起案するのは%[3]sです",
			"the drafter %[1]s did not hold the role %[3]s on %[2]s; %[4]s is drafted by the %[3]s",
			listPersons(drafters), day.Date, p.Roles.Name(role), f.Entry.Number)
	},
}

// draftingDay returns the day of the current revision: the revised date, else
// the established date.
func draftingDay(f *isms.File) isms.Day {
	if f.Meta.Revised.Valid() {
		return f.Meta.Revised
	}
	return f.Meta.Established
}

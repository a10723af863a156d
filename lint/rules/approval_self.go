package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var approvalSelf = &lint.Rule{
	Name:           "approval/self",
	Severity:       lint.Error,
	Requirements:   []string{"DOC-005", "ROL-004"},
	Clauses:        []string{"7.5.2"},
	Controls:       []string{"A.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "作成者と承認者が同じ人です",
			EN: "drafter and approver are the same person",
		},
		Why: message.Text{
			JA: "自分で作って自分で認めるのでは、職務の分離になりません。兼務でやむを得ない場合は、理由とともに ismslint.toml の [[approval.self_approval]] に宣言します",
			EN: "approving one's own work is no separation of duties; where a small company cannot avoid it, declare it with its reason as [[approval.self_approval]] in ismslint.toml",
		},
		Wrong: `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: approved
established: 2024-04-01
drafted_by: sato
approved_by: 佐藤花子
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
approved_by: 佐藤花子
approved_on: 2024-04-01
---
# ISMSマニュアル
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		day := f.Meta.ApprovedOn.Date
		if unapproved(f) || len(f.Meta.ApprovedBy.Each) == 0 || selfApprovalAllowed(p, f, day) {
			return
		}
		approvers, drafters := signersOf(p, f.Meta.ApprovedBy), signersOf(p, f.Meta.DraftedBy)
		if independent(p, f, approvers, drafters, day) {
			return
		}
		for i, approver := range approvers {
			if d := indexOf(drafters, approver); d >= 0 {
				at := f.Meta.ApprovedBy.Each[i].Span
				p.Report(lint.Finding{
					File: f.Path, Span: &at,
					Message: message.Textf("作成者と承認者が同じ「%s」です。別の人が承認してください",
						"drafter and approver are the same person, \"%s\"; expected someone else to approve", approver.text),
					Related: related(f, f.Meta.DraftedBy.Each[d].Span, "作成者", "drafter"),
				})
				return
			}
		}
	},
}

// independent reports whether someone approved who did not draft and held the
// approver's role on the day, as far as that is known. Of several approvers
// one such is enough.
func independent(p *lint.Pass, f *isms.File, approvers, drafters []signer, day date.Date) bool {
	return slices.ContainsFunc(approvers, func(a signer) bool {
		if indexOf(drafters, a) >= 0 {
			return false
		}
		return a.person == nil || f.Entry == nil || day.IsZero() || p.People.Holds(a.person.ID, f.Entry.Approver, day)
	})
}

// indexOf returns the index of the signer who is the same person, or -1. Names
// that cannot be resolved are the same when they read alike.
func indexOf(signers []signer, one signer) int {
	return slices.IndexFunc(signers, func(s signer) bool {
		return s.person == one.person && (s.person != nil || fold.Equal(s.text, one.text))
	})
}

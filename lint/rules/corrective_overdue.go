package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var correctiveOverdue = &lint.Rule{
	Name:         "corrective/overdue",
	Severity:     lint.Error,
	Requirements: []string{"B24-4"},
	Clauses:      []string{"10.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "期限を過ぎた是正処置が、終わっていません",
			EN: "a corrective action is not done although its due date has passed",
		},
		Why: message.Text{
			JA: "期限を過ぎた処置が放置されていると、不適合の原因が残り、同じことが再び起きます",
			EN: "while the action waits, the cause stays and the nonconformity can happen again",
		},
		Wrong: correctiveExample("review", `| 実施責任者 | 伊藤 美咲 |
| 完了期限 | 2026-07-10 |
| 完了日 | 処置中 |
`),
		Right: correctiveExample("review", `| 実施責任者 | 伊藤 美咲 |
| 完了期限 | 2027-01-29 |
| 完了日 | 処置中 |
`),
	},
	System: func(p *lint.Pass, s *isms.System) {
		eachCorrective(p, s, func(p *lint.Pass, s *isms.System, r *isms.Row) {
			if r.Day("done").Valid() {
				checkVerificationPlan(p, s, r)
				return
			}
			if isClosed(r) {
				return // corrective/closed reports what is missing
			}
			if !r.Table.Fields || !hasSister(r.Table, "actions") {
				checkActionDue(p, s, r, r)
				return
			}
			sisterRows(r.Table, "actions", func(a *isms.Row) { checkActionDue(p, s, a, r) })
		})
	},
}

// checkActionDue looks at an action, or one part of it, that is to be done.
func checkActionDue(p *lint.Pass, s *isms.System, action, report *isms.Row) {
	due := action.Day("due")
	if action.Day("done").Valid() || !due.Valid() || s.Follows(due.Date.AddDays(1)) {
		return
	}
	p.Report(lint.Finding{
		File: action.Table.Path, Span: &due.Span, Subject: report.Name(),
		Message: message.Textf(
			"是正処置 %[1]s の「%[2]s」%[3]s を過ぎましたが、処置が終わっていません。処置を終えるか、期限の変更の承認を得てください",
			"%[2]q of corrective action %[1]s was %[3]s, but the action is not done; expected the day on which it was done, or an approved new due date",
			cellExcerpt(report.Name()), riskTitle(action, "due"), due.Date),
	})
}

// checkVerificationPlan looks at the day for which a verification is
// announced, as in 確認前（2027-01-29に予定）.
func checkVerificationPlan(p *lint.Pass, s *isms.System, r *isms.Row) {
	v := r.Day("verified")
	if v.Valid() || v.Empty() || isClosed(r) {
		return
	}
	var planned date.Date
	date.Scan(v.Text, func(_, _ int, _ date.Format, d date.Date) bool {
		planned = d
		return true
	})
	if planned.IsZero() || s.Follows(planned.AddDays(1)) {
		return
	}
	warnForm(p, r, v.Value, "", message.Textf(
		"%[1]s有効性の確認の予定日 %[2]s を過ぎましたが、確認の記録がありません。有効性を確認し、結果を記入してください",
		"the verification%[1]s was planned for %[2]s, but is not recorded; expected the day and the result of the verification",
		ofRow(r), planned))
}

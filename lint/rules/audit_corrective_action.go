package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var auditCorrectiveAction = &lint.Rule{
	Name:         "audit/corrective-action",
	Severity:     lint.Error,
	Requirements: []string{"B22-3", "B23-3"},
	Clauses:      []string{"9.2", "10.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "内部監査の不適合に、是正処置の番号がありません",
			EN: "a nonconformity of an internal audit has no corrective action",
		},
		Why: message.Text{
			JA: "不適合は、是正処置の報告書で原因と有効性まで追います。番号がなければ、処置されたかどうかを確かめられません",
			EN: "a nonconformity is followed up to its cause and the effectiveness of the action; without the id nobody can tell whether that happened",
		},
		Wrong: checklistExample("| 1 | A.8.8 | 開発部 | ぜい弱性が期限内に閉じられているか | 検査結果12件 | 2件が期限を超過 | 不適合 | 伊藤 美咲 | 2026-10-13 | - |\n"),
		Right: checklistExample("| 1 | A.8.8 | 開発部 | ぜい弱性が期限内に閉じられているか | 検査結果12件 | 2件が期限を超過 | 不適合 | 伊藤 美咲 | 2026-10-13 | CAR-2026-003 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		raised := map[string]bool{}
		eachAuditRow(s, checklistForm, checklistItems, func(r *isms.Row) { checkRaised(p, r, raised) })
		eachAuditRow(s, auditReport, "findings", func(r *isms.Row) { checkRaised(p, r, raised) })
	},
}

// checkRaised reports a nonconformity without corrective action, once for each
// clause and department of an audit.
func checkRaised(p *lint.Pass, r *isms.Row, raised map[string]bool) {
	if r.Value("judgement").Text != "nonconforming" {
		return
	}
	action := r.Written("action")
	key := auditOf(r.Table.File) + "\x00" + fold.Key(r.Written("clause").Text) + "\x00" + fold.Key(r.Written("department").Text)
	if !action.None() || raised[key] {
		return
	}
	raised[key] = true
	reportForm(p, r, action, fold.Key(r.Written("clause").Text), message.Textf(
		"%[1]s の不適合に「%[2]s」がありません。「是正処置に関する報告書」を作り、その番号を記入してください",
		"the nonconformity on %[1]s has no %[2]q, expected the id of a corrective action report",
		cellExcerpt(r.Written("clause").Text), riskTitle(r, "action")))
}

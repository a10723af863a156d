package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var measurementAction = &lint.Rule{
	Name:         "measurement/action",
	Severity:     lint.Error,
	Requirements: []string{"B10-4"},
	Clauses:      []string{"9.1", "10.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "目標値に届かなかった管理策に、是正処置又はリスク対応計画の番号がありません",
			EN: "a control that missed its target has no corrective action and no item of the risk treatment plan",
		},
		Why: message.Text{
			JA: "目標に届かない管理策を放置すると、リスクが受容できる水準に保たれません。評価から30日（設定で変えられます）を過ぎても番号がないものを指摘します",
			EN: "a control that does not work leaves its risks untreated; reported 30 days after the evaluation, unless configured otherwise",
		},
		Wrong: measurementExample("98%以上", "97%", "未達成", "-"),
		Right: measurementExample("98%以上", "97%", "未達成", "CAR-2026-003"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		eachMeasurement(s, func(r *isms.Row) {
			action := r.Written("action")
			if r.Value("judgement").Text != "missed" || !action.Present || !action.None() {
				return
			}
			if by := analysedBy(p, r); !by.IsZero() && by.DaysUntil(s.AsOf()) <= p.Config.Periods.Trigger {
				return
			}
			reportForm(p, r, action, r.Key(), message.Textf(
				"%[1]s判定が「%[2]s」ですが、「%[3]s」がありません。是正処置又はリスク対応計画を起こし、その番号を記入してください",
				"%[3]q%[1]s is empty although it was judged %[2]q, expected the id of a corrective action or of an item of the risk treatment plan",
				ofRow(r), cellExcerpt(r.Written("judgement").Text), riskTitle(r, "action")))
		})
	},
}

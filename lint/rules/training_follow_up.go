package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var trainingFollowUp = &lint.Rule{
	Name:         "training/follow-up",
	Severity:     lint.Error,
	Requirements: []string{"B09-2"},
	Clauses:      []string{"7.2", "7.3"},
	Controls:     []string{"A.6.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "教育を欠席した人に、定めた日数（既定は14日）を過ぎても補講をしていません",
			EN: "people absent from training were not trained within the days allowed for follow-up (14 unless configured)",
		},
		Why: message.Text{
			JA: "欠席したままの人は規則を知らずに働くことになり、全員に教育したという記録と矛盾します",
			EN: "those who stay away work without knowing the rules, which belies a record of training for all",
		},
		Wrong: trainingExample("| 営業部 | 4 | 3 | 1 | - |\n"),
		Right: trainingExample("| 営業部 | 4 | 3 | 1 | 2026-05-28 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		due := func(t *isms.Table) bool {
			day := t.File.Meta.Created
			return day.Valid() && day.Date.DaysUntil(s.AsOf()) > p.Config.Periods.FollowUp
		}
		trainingTables(s, "attendance", func(t *isms.Table) {
			for i := range t.Rows {
				r := &t.Rows[i]
				absent, v := r.Int("absent"), r.Written("followed_up")
				if due(t) && !isBroken(r) && absent.Valid && absent.Int > 0 && v.None() && v.Present {
					reportForm(p, r, v, "", message.Textf(
						"%[1]s欠席者 %[2]d 名の「%[3]s」がありません。補講を行い、日付を記入してください",
						"%[3]q%[1]s is empty although %[2]d were absent, expected the day on which they were trained",
						ofRow(r), absent.Int, riskTitle(r, "followed_up")))
				}
			}
		})
		trainingTables(s, "absentees", func(t *isms.Table) {
			for i := range t.Rows {
				r := &t.Rows[i]
				if v := r.Written("followed_up"); due(t) && !isBroken(r) && v.None() && !v.Empty() {
					reportForm(p, r, v, "", message.Textf(
						"%[1]s「%[2]s」がありません。補講を行い、日付を記入してください",
						"%[2]q%[1]s is empty, expected the day on which the person was trained", ofRow(r), riskTitle(r, "followed_up")))
				}
			}
		})
	},
}

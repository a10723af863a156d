package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var trainingAttendance = &lint.Rule{
	Name:         "training/attendance",
	Severity:     lint.Error,
	Requirements: []string{"B09-1"},
	Clauses:      []string{"7.2", "7.3"},
	Controls:     []string{"A.6.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "教育の対象者数が、受講者数と欠席者数の合計と合いません",
			EN: "the people attended and absent do not add up to those who were to be trained",
		},
		Why: message.Text{
			JA: "人数が合わなければ、教育を受けていない人が残っているかもしれません",
			EN: "if the numbers do not add up, someone may have been left untrained",
		},
		Wrong: trainingExample("| 営業部 | 4 | 2 | 1 | 2026-05-28 |\n"),
		Right: trainingExample("| 営業部 | 4 | 3 | 1 | 2026-05-28 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		check := func(t *isms.Table) {
			for i := range t.Rows {
				if r := &t.Rows[i]; !isBroken(r) {
					checkAttendance(p, r)
				}
			}
		}
		trainingTables(s, "attendance", check)
		trainingTables(s, schema.RecordTable, check)
	},
}

func checkAttendance(p *lint.Pass, r *isms.Row) {
	targets, attended, absent := r.Int("targets"), r.Int("attended"), r.Int("absent")
	if !targets.Valid || !attended.Valid || !absent.Valid || targets.Int == attended.Int+absent.Int {
		return
	}
	reportForm(p, r, targets.Value, "", message.Textf(
		"%[1]s「%[2]s」が %[3]d ですが、受講 %[4]d と欠席 %[5]d の合計は %[6]d です。人数を確かめてください",
		"%[2]q%[1]s is %[3]d, but %[4]d attended and %[5]d were absent, which makes %[6]d; expected the numbers to add up",
		ofRow(r), riskTitle(r, "targets"), targets.Int, attended.Int, absent.Int, attended.Int+absent.Int))
}

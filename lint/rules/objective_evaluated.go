package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var objectiveEvaluated = &lint.Rule{
	Name:         "objective/evaluated",
	Severity:     lint.Error,
	Requirements: []string{"OBJ-009"},
	Clauses:      []string{"6.2", "9.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "達成期限を過ぎた情報セキュリティ目標が、評価されていません",
			EN: "an information security objective was not evaluated although its due date has passed",
		},
		Why: message.Text{
			JA: "達成できたかどうかを評価しない目標は、立てただけに終わり、次の年の目標にも生かせません",
			EN: "an objective that nobody evaluates was only written down, and teaches nothing for the next year",
		},
		Wrong: objectiveExample("2026-03-31", "-", ""),
		Right: objectiveExample("2026-03-31", "達成（99.96%）", ""),
	},
	System: func(p *lint.Pass, s *isms.System) {
		const grace = 30 // days in which the results are collected
		for r := range s.Rows(objectiveForm, "objectives") {
			due, v := r.Day("due"), r.Written("evaluation")
			if r.Table.File.Meta.Status == isms.Draft || isBroken(r) || r.Value("status").Text == "cancelled" ||
				!due.Valid() || !v.Present || !v.None() || due.Date.DaysUntil(s.AsOf) <= 0 {
				continue
			}
			report := reportForm
			if due.Date.DaysUntil(s.AsOf) <= grace {
				report = warnForm
			}
			report(p, r, v, "", message.Textf(
				"%[1]s達成期限 %[2]s を過ぎましたが、「%[3]s」がありません。達成か否かを記入し、未達成なら原因と処置も書いてください",
				"the due date%[1]s was %[2]s, but %[3]q is empty; expected whether the objective was met, and if not the cause and the action",
				ofRow(r), due.Date, riskTitle(r, "evaluation")))
		}
	},
}

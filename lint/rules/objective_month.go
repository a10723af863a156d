package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var objectiveMonth = &lint.Rule{
	Name:         "objective/month",
	Severity:     lint.Error,
	Requirements: []string{"OBJ-004", "OBJ-005"},
	Clauses:      []string{"6.2", "9.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "情報セキュリティ目標の月別の計画に結果がないか、将来の月に結果が書かれています",
			EN: "a month with a plan for an objective has no result, or a future month already has one",
		},
		Why: message.Text{
			JA: "毎月の結果がなければ、目標に向かっているかを監視したことになりません。将来の結果は記録とは言えません",
			EN: "without the monthly results nobody monitored the objective, and a result of the future is no record",
		},
		Wrong: objectiveExample("2027-03-31", "-", objectiveMonthExample("2026-09", "-")),
		Right: objectiveExample("2027-03-31", "-", objectiveMonthExample("2026-09", "稼動率99.96%")),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for r := range s.Rows(objectiveForm, "months") {
			month, result := r.Month("month"), r.Written("result")
			if r.Table.File.Meta.Status == isms.Draft || isBroken(r) || !month.Valid() || !result.Present {
				continue
			}
			next := monthStart(month.First).AddMonths(1)
			objective := s.Find("objective", r.Written("objective").Text)
			switch {
			case objective != nil && objective.Day("due").Valid() && month.First.After(objective.Day("due").Date) && !r.Written("planned").None():
				due := objective.Day("due")
				warnForm(p, r, month.Value, "", message.Textf(
					"%[1]s %[2]s の計画が、達成期限 %[3]s より後です。月か期限を直してください",
					"the plan%[1]s for %[2]s is after the due date %[3]s, expected a month up to it", ofRow(r), month.Text, due.Date),
					formRelated(objective, due.Value, "達成期限", "the due date"))
			case month.First.After(s.AsOf()) && !result.None():
				reportForm(p, r, result, "", message.Textf(
					"%[1]s %[2]s はまだ来ていませんが、「%[3]s」があります。月が終わってから記入してください",
					"%[2]s%[1]s has not come yet, but has a %[3]q; expected none until the month is over",
					ofRow(r), month.Text, riskTitle(r, "result")))
			case result.None() && !r.Written("planned").None() && next.AddMonths(1).AddDays(-1).Before(s.AsOf()):
				reportForm(p, r, result, "", message.Textf(
					"%[1]s %[2]s の「%[3]s」がありません。結果又は遅れた理由を記入してください",
					"%[3]q%[1]s for %[2]s is empty, expected the result or why it is late",
					ofRow(r), month.Text, riskTitle(r, "result")))
			}
		}
	},
}

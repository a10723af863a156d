package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var planCompletion = &lint.Rule{
	Name:         "plan/completion",
	Severity:     lint.Error,
	Requirements: []string{"B03-4"},
	Clauses:      []string{"8.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "リスク対応計画の完了日と状況が合わないか、終わったことの証拠がありません",
			EN: "the end of an item of the risk treatment plan does not agree with its status, or has no evidence",
		},
		Why: message.Text{
			JA: "終わったと言える根拠がなければ、残留リスクまで下がったことを示せません",
			EN: "without proof that the measure is in place, nothing shows that the risk went down to its residual value",
		},
		Wrong: planStateExample("2026-09-30", "着手", "2026-05-11", "2026-09-25", "施錠の写真", ""),
		Right: planStateExample("2026-09-30", "終了", "2026-05-11", "2026-09-25", "施錠の写真", ""),
	},
	System: func(p *lint.Pass, s *isms.System) {
		progress := rowsByPlan(s, planProgress)
		eachPlanItem(s, func(item *isms.Row) {
			status, completed := item.Value("status"), item.Day("completed")
			switch {
			case completed.Valid() && completed.Date.After(s.AsOf()):
				reportForm(p, item, completed.Value, "", message.Textf(
					"%[1]s「%[2]s」が将来の日付 %[3]s です。終わった日を記入してください",
					"%[2]q%[1]s is %[3]s, which is in the future; expected the day on which it was done", ofRow(item), riskTitle(item, "completed"), completed.Date))
			case completed.Valid() && !status.None() && status.Text != "done":
				reportForm(p, item, status, "", message.Textf(
					"%[1]s「%[2]s」が「%[3]s」ですが、完了日 %[4]s があります。どちらかを直してください",
					"%[2]q%[1]s is %[3]q although it was completed on %[4]s, expected the two to agree",
					ofRow(item), riskTitle(item, "status"), cellExcerpt(item.Written("status").Text), completed.Date),
					formRelated(item, completed.Value, "実際の完了日", "actual end"))
			case status.Text == "done" && completed.None() && completed.Present:
				reportForm(p, item, completed.Value, "", message.Textf(
					"%[1]s状況は「%[2]s」ですが、「%[3]s」がありません。終わった日を記入してください",
					"the status%[1]s is %[2]q, but %[3]q is empty; expected the day on which it was done",
					ofRow(item), cellExcerpt(item.Written("status").Text), riskTitle(item, "completed")))
			case s.Repeats("plan", item.Name()):
				// its progress may be that of the other item
			case completed.Valid() || status.Text == "done":
				checkPlanEvidence(p, item, progress[fold.Key(item.Name())])
			}
		})
	},
}

// checkPlanEvidence looks for what proves the end of an item: its evidence, or
// the note of the month in which it ended.
func checkPlanEvidence(p *lint.Pass, item *isms.Row, progress []*isms.Row) {
	if !item.Written("evidence").None() || !item.Table.Has("evidence") && !item.Written("note").None() {
		return
	}
	for _, r := range progress {
		if r.Value("status").Text == "done" && !r.Written("note").None() {
			return
		}
	}
	if !item.Table.Has("evidence") && len(progress) == 0 {
		return // an earlier plan, whose progress is kept elsewhere
	}
	warnForm(p, item, item.Written("evidence"), "evidence", message.Textf(
		"%[1]s終わったことの証拠がありません。「証拠」又は最後の月の進捗の備考に、確認した内容を記入してください",
		"nothing proves the end%[1]s, expected evidence in the item or in the note of its last month of progress", ofRow(item)))
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var planOverdue = &lint.Rule{
	Name:         "plan/overdue",
	Severity:     lint.Error,
	Requirements: []string{"B03-3", "CAL-007"},
	Clauses:      []string{"6.1.3", "8.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "リスク対応計画が期限を過ぎているか遅れているのに、協議と新しい期限の承認の記録がありません",
			EN: "an item of the risk treatment plan is overdue or delayed without a consultation and an approved new due date",
		},
		Why: message.Text{
			JA: "遅れたときは、実施責任者が協議し、新しい期限を決めて社長の承認を得ます。記録がなければ、リスクが対応されないまま放置されたことになります",
			EN: "a delay is discussed with the implementer and the new date approved by the president; without the record the risk is simply left untreated",
		},
		Wrong: planStateExample("2026-09-30", "着手", "2026-05-11", "-", "-", ""),
		Right: planStateExample("2026-09-30", "着手", "2026-05-11", "-", "-", `
| 計画番号 | 協議日 | 協議した者 | 遅れの理由 | 決定 | 新しい期限 | 社長の承認日 |
|---|---|---|---|---|---|---|
| RTP-001 | 2026-09-01 | 伊藤 美咲、田中 一郎 | 錠の納入の遅れ | 窓口に保管する | 2026-12-25 | 2026-09-07 |
`),
	},
	System: func(p *lint.Pass, s *isms.System) {
		consultations, progress := rowsByPlan(s, planConsultations), rowsByPlan(s, planProgress)
		eachPlanItem(s, func(item *isms.Row) {
			key := fold.Key(item.Name())
			if isOpenItem(item) && !checkPlanDue(p, s, item, consultations[key]) {
				checkDelayed(p, s, item, progress[key], consultations[key])
			}
			for _, c := range consultations[key] {
				checkConsultation(p, s, c)
			}
		})
	},
}

// checkPlanDue reports an item whose last due date has passed.
func checkPlanDue(p *lint.Pass, s *isms.System, item *isms.Row, consultations []*isms.Row) (found bool) {
	due := item.Day("due")
	if !due.Valid() {
		return false
	}
	at, end := due.Value, due.Date
	row := item
	if c, extended := extendedTo(consultations); c != nil && extended.After(end) {
		row, at, end = c, c.Written("new_due"), extended
	}
	if !end.Before(s.AsOf()) {
		return false
	}
	reportForm(p, row, at, item.Name(), message.Textf(
		"計画 %[1]s の期限 %[2]s を過ぎましたが、終わっていません。「遅延の協議」に理由と新しい期限を記入し、社長の承認を得てください",
		"plan item %[1]s was due on %[2]s, but is not done; expected a consultation with the reason and a new due date approved by the president",
		cellExcerpt(item.Name()), end))
	return true
}

// checkDelayed looks for the consultation about an item that is said to be
// delayed, in the item or in its last month of progress.
func checkDelayed(p *lint.Pass, s *isms.System, item *isms.Row, progress, consultations []*isms.Row) {
	row, since := item, date.Date{}
	if item.Value("status").Text != "delayed" {
		row = nil
	}
	for _, r := range progress {
		if m := r.Month("month"); m.Valid() && r.Value("status").Text == "delayed" && m.First.After(since) {
			row, since = r, m.First
		}
	}
	if row == nil || !since.IsZero() && !s.AsOf().After(since.AddMonths(1).AddDays(p.Config.Periods.FollowUp)) {
		return
	}
	for _, c := range consultations {
		held, until := c.Day("date"), c.Day("new_due")
		if held.Valid() && !held.Date.Before(since) || until.Valid() && !until.Date.Before(since) {
			return
		}
	}
	reportForm(p, row, row.Written("status"), item.Name(), message.Textf(
		"計画 %[1]s は「%[2]s」ですが、「遅延の協議」の記録がありません。協議した者、理由及び新しい期限を記入してください",
		"plan item %[1]s is %[2]q, but there is no consultation about it; expected who discussed it, the reason and the new due date",
		cellExcerpt(item.Name()), cellExcerpt(row.Written("status").Text)))
}

// checkConsultation looks for the president's approval of a new due date.
func checkConsultation(p *lint.Pass, s *isms.System, c *isms.Row) {
	held, approved := c.Day("date"), c.Day(approvedOn)
	if !approved.Present || !approved.None() || !c.Day("new_due").Valid() || !held.Valid() || held.Date.DaysUntil(s.AsOf()) <= p.Config.Periods.Trigger {
		return
	}
	warnForm(p, c, approved.Value, "", message.Textf(
		"%[1]s新しい期限に、社長の承認日がありません。期限の変更の承認を得て、その日を記入してください",
		"the new due date%[1]s has no approval, expected the day on which the president approved it", ofRow(c)))
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var issueReviewed = &lint.Rule{
	Name:         "issue/reviewed",
	Severity:     lint.Error,
	Requirements: []string{"B27-3", "CAL-001"},
	Clauses:      []string{"4.1", "6.1.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "リスク一覧表の課題、リスク又は機会を、定期の見直しの月（4月）に見直していません",
			EN: "an issue, risk or opportunity was not reviewed in the last month of the yearly review, April",
		},
		Why: message.Text{
			JA: "課題は事業と環境とともに変わるため、毎年4月と変化のときに全ての行を見直します。5月の間は警告にとどめます。4月でないときは、ismslint.toml の periods.review_month に月を書きます",
			EN: "issues change with the business, so all rows are reviewed each April and when something changes; during May it is a warning. Another month is set by periods.review_month",
		},
		Wrong: issueExample("| IS-001 | 外部課題 | 攻撃の高度化 | 情報の漏えい | 診断を増やす | 鈴木 次郎 | 2027-03-31 | - | 2025-04-10 |\n"+internalIssueExample, ""),
		Right: issueExample(externalIssueExample+internalIssueExample, ""),
	},
	System: func(p *lint.Pass, s *isms.System) {
		due := lastMonthOver(p.Config.Periods.Review, s.AsOf())
		for _, t := range s.Tables(issueForm, issueTable) {
			if established := t.File.Meta.Established; established.Valid() && established.Date.Before(due.AddMonths(1)) {
				if !reportOldIssues(p, s, t, due) && established.Date.Before(due) && !hasSister(t, issueMeetings) {
					reportLateReviewOf(p, t, due, "reviewed")
				}
			}
		}
	},
}

// reportOldIssues reports each day of an earlier review once, so that a year
// that was missed is one finding and not as many as there are rows. It reports
// whether there was any.
func reportOldIssues(p *lint.Pass, s *isms.System, t *isms.Table, due date.Date) bool {
	groups := map[date.Date]*outdated{}
	var order []*outdated
	eachIssue(t, func(r *isms.Row) {
		day := r.Day("reviewed")
		if !day.Valid() || !day.Date.Before(due) {
			return
		}
		if groups[day.Date] == nil {
			groups[day.Date] = &outdated{first: r, day: day}
			order = append(order, groups[day.Date])
		}
		groups[day.Date].count++
	})
	for _, o := range order {
		report := reportForm
		if s.AsOf().Before(due.AddMonths(2)) || !o.day.Date.Before(due.AddMonths(-1)) {
			report = warnForm // late by less than a month, or done in the month before already
		}
		others := message.Text{}
		if o.count > 1 {
			others = message.Textf("（同じ日の行は全部で%d件）", " (%d rows of that day in all)", o.count)
		}
		report(p, o.first, o.day.Value, "", message.Textf(
			"%[1]s「%[2]s」が %[3]s で、%[4]d年%[6]d月に見直していません%[5]s。今の状況で見直し、日付を改めてください",
			"%[2]q%[1]s is %[3]s%[5]s, expected a review in %[6]s %[4]d",
			ofRow(o.first), riskTitle(o.first, "reviewed"), o.day.Date, due.Year, others, due.Month))
	}
	return len(order) > 0
}

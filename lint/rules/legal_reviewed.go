package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var legalReviewed = &lint.Rule{
	Name:         "legal/reviewed",
	Severity:     lint.Error,
	Requirements: []string{"B04-1", "CAL-004"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.31"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "法的要求事項を、定期の見直しの月（3月）に見直していません",
			EN: "a legal requirement was not reviewed in the last month of the yearly review, March",
		},
		Why: message.Text{
			JA: "法令は毎年変わります。すべての行を毎年3月に見直し、最終見直し日を改めます。4月中は遅れとして警告し、5月からは誤りとします。3月でないときは、ismslint.toml の periods.legal_month に月を書きます",
			EN: "laws change every year; all rows are reviewed each March and their day updated; during April a missed review is a warning, from May an error. Another month is set by periods.legal_month",
		},
		Wrong: legalExample("", "| L-001 | 著作権法 | 法令 | 第21条 | 開発部 | 許諾の範囲で利用する | A.5.32 | 2025-03-01施行分 | 適合 | 2025-03-19 | 2025-03-23 |\n"),
		Right: legalExample("", "| L-001 | 著作権法 | 法令 | 第21条 | 開発部 | 許諾の範囲で利用する | A.5.32 | 2026-03-01施行分 | 適合 | 2026-03-19 | 2026-03-23 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		due := lastMonthOver(p.Config.Periods.Legal, s.AsOf())
		for _, t := range s.Tables(legalForm, "laws") {
			established := t.File.Meta.Established
			if established.Valid() && !established.Date.Before(due.AddMonths(1)) {
				continue // the register is younger than the last review
			}
			if !reportMissedReview(p, s, t, due) && established.Valid() && established.Date.Before(due) {
				reportLateReview(p, t, due)
			}
		}
	},
}

// reportMissedReview reports each day of an earlier review once, so that a
// year that was missed is one finding. It reports whether there was any.
func reportMissedReview(p *lint.Pass, s *isms.System, t *isms.Table, due date.Date) bool {
	old := outdatedRows(t, "reviewed", func(day date.Date) bool { return day.Before(due) })
	for _, o := range old {
		report := reportForm
		if s.AsOf().Before(due.AddMonths(2)) || !o.day.Date.Before(due.AddMonths(-1)) {
			report = warnForm // late by less than a month, or done in the month before already
		}
		report(p, o.first, o.day.Value, "", message.Textf(
			"%[1]s「%[2]s」が %[3]s で、%[4]d年%[6]d月に見直していません%[5]s。内容を確かめ、日付を改めてください",
			"%[2]q%[1]s is %[3]s%[5]s, expected a review in %[6]s %[4]d",
			ofRow(o.first), riskTitle(o.first, "reviewed"), o.day.Date, due.Year, o.others(), due.Month))
	}
	return len(old) > 0
}

// reportLateReview reports a register of which nothing shows that it was
// reviewed in the month itself.
func reportLateReview(p *lint.Pass, t *isms.Table, due date.Date) {
	inMonth := func(d isms.Day) bool { return d.Valid() && monthStart(d.Date) == due }
	proven := false
	var first *isms.Row
	eachRowInForce(t, func(r *isms.Row) {
		reviewed := r.Day("reviewed")
		proven = proven || inMonth(reviewed) || inMonth(r.Day("evaluated"))
		if reviewed.Valid() && (first == nil || reviewed.Date.Before(first.Day("reviewed").Date)) {
			first = r
		}
	})
	sisterRows(t, "reviews", func(r *isms.Row) { proven = proven || inMonth(r.Day("date")) })
	if t.File.Revisions != nil {
		for _, r := range t.File.Revisions.Rows {
			proven = proven || inMonth(r.Date)
		}
	}
	if first == nil || proven {
		return
	}
	reviewed := first.Day("reviewed")
	warnForm(p, first, reviewed.Value, "", message.Textf(
		"%[1]s「%[2]s」が最も早い行でも %[3]s で、%[4]d年%[5]d月に見直した記録がありません。定期の見直しは%[5]d月に行ってください",
		"the earliest %[2]q is that%[1]s, %[3]s, and nothing shows a review in %[5]s %[4]d, expected the regular review in %[5]s",
		ofRow(first), riskTitle(first, "reviewed"), reviewed.Date, due.Year, due.Month))
}

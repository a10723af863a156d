package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var issueCommittee = &lint.Rule{
	Name:         "issue/committee",
	Severity:     lint.Warning,
	Requirements: []string{"B27-3", "CAL-001"},
	Clauses:      []string{"4.1", "6.1.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "ISMS推進委員会の開催記録に、定期の見直しの月（4月）に課題、リスク及び機会を決めた記録がありません",
			EN: "the record of committee meetings shows none in the month of the yearly review, April, that decided on issues, risks and opportunities",
		},
		Why: message.Text{
			JA: "課題とリスク及び機会は、毎年4月にISMS推進委員会が決めます。開催記録を別の場所に置いているときは判定しません。4月でないときは、ismslint.toml の periods.review_month に月を書きます",
			EN: "the committee decides on issues, risks and opportunities each April; where its meetings are recorded elsewhere, nothing is judged. Another month is set by periods.review_month",
		},
		Wrong: issueExample(externalIssueExample+internalIssueExample, issueMeetingsExample("| COM-2026-01 | 2026-04-08 | 委員5名 | 教育の計画 | 了承 |\n")),
		Right: issueExample(externalIssueExample+internalIssueExample, issueMeetingsExample("| COM-2026-01 | 2026-04-08 | 委員5名 | 課題とリスク及び機会 | 14件を決定 |\n")),
	},
	System: func(p *lint.Pass, s *isms.System) {
		due := lastMonthOver(p.Config.Periods.Review, s.AsOf())
		tables := s.Tables(issueForm, issueMeetings)
		var before *isms.Row // the last meeting until then, which shows that the record was kept then
		for _, t := range tables {
			established := t.File.Meta.Established
			if t.File.Meta.Status == isms.Draft || !established.Valid() || !established.Date.Before(due) {
				return
			}
			for i := range t.Rows {
				r := &t.Rows[i]
				day := r.Day("date")
				if isBroken(r) || !day.Valid() {
					continue
				}
				if monthStart(day.Date) == due && isAboutIssues(r) {
					return
				}
				if !day.Date.Before(due.AddMonths(1)) || before != nil && day.Date.Before(before.Day("date").Date) {
					continue
				}
				before = r
			}
		}
		if before == nil || !reviewedInMonth(s, due) {
			return // that nothing was reviewed at all is for issue/reviewed
		}
		warnForm(p, before, before.Written("date"), "", message.Textf(
			"%[1]d年%[3]d月に課題、リスク及び機会を決めた委員会の開催記録がありません。%[3]d月までの最後の開催は %[2]s です。開催した日と決定を記入してください",
			"no meeting in %[3]s %[1]d decided on issues, risks and opportunities, the last one until then was on %[2]s; expected the meeting and its decision",
			due.Year, before.Day("date").Date, due.Month))
	},
}

// isAboutIssues reports whether a meeting had the issues, risks or
// opportunities on its agenda or decided on them.
func isAboutIssues(r *isms.Row) bool {
	text := strings.ToLower(r.Written("agenda").Text + "\n" + r.Written("decisions").Text)
	return containsOneOf(text, "課題", "リスク", "機会", "issue", "risk", "opportunit")
}

// reviewedInMonth reports whether a row of the list was reviewed in the month
// that begins on a day, or later.
func reviewedInMonth(s *isms.System, due date.Date) bool {
	for r := range s.Rows(issueForm, issueTable) {
		if day := r.Day("reviewed"); day.Valid() && !day.Date.Before(due) {
			return true
		}
	}
	return false
}

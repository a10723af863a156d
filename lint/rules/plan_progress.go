package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var planProgressMissing = &lint.Rule{
	Name:         "plan/progress",
	Severity:     lint.Error,
	Requirements: []string{"B03-2", "CAL-006"},
	Clauses:      []string{"8.3", "9.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "リスク対応計画の毎月の進捗の確認が、抜けています",
			EN: "a month is missing in the monthly progress of an item of the risk treatment plan",
		},
		Why: message.Text{
			JA: "進捗は、承認の翌月から終わるまで毎月確かめます。記録のない月があると、確認をしていなかったとみなされます",
			EN: "progress is checked every month from the approval until the item is done; a month without a record counts as one without a check",
		},
		Wrong: planExample("| RTP-001 | R-001 | 書庫に錠を付ける | 伊藤 美咲 | 1名、3万円 | 1 | 2026-09-01 | 2027-01-29 |\n", planProgressExample("2026-09")),
		Right: planExample("| RTP-001 | R-001 | 書庫に錠を付ける | 伊藤 美咲 | 1名、3万円 | 1 | 2026-09-01 | 2027-01-29 |\n", planProgressExample("2026-10")),
	},
	System: func(p *lint.Pass, s *isms.System) {
		recorded := rowsByPlan(s, planProgress)
		for _, t := range s.Tables(isms.PlanForm, isms.PlanTable) {
			if isFirstDraft(p, t.File) {
				continue
			}
			for i := range t.Rows {
				if r := &t.Rows[i]; !isBroken(r) {
					checkProgress(p, s, r, recorded[fold.Key(r.Name())])
				}
			}
		}
	},
}

// checkProgress looks for the months without an entry from the month after the
// approval on. The last month counts only when the month after it has begun.
func checkProgress(p *lint.Pass, s *isms.System, item *isms.Row, rows []*isms.Row) {
	first, last, ok := progressPeriod(s, item)
	if !ok {
		return
	}
	have := map[date.Date]bool{}
	for _, r := range rows {
		month := r.Month("month")
		have[month.First] = true
		if status := r.Value("status").Text; month.Valid() && (status == "done" || status == "cancelled") && month.First.Before(last) {
			last = month.First
		}
	}
	if end := first.AddMonths(600); end.Before(last) {
		last = end
	}
	for m := first; !m.After(last); m = m.AddMonths(1) {
		var missing []string
		for ; !have[m] && !m.After(last); m = m.AddMonths(1) {
			missing = append(missing, m.String()[:len("2006-01")])
		}
		if len(missing) > 0 {
			reportProgress(p, s, item, missing, m.AddMonths(-1))
		}
	}
}

// reportProgress reports months without an entry that follow one another. Its
// subject is the first of them, so that it stays one finding while they become
// more, and another gap is another one.
func reportProgress(p *lint.Pass, s *isms.System, item *isms.Row, missing []string, latest date.Date) {
	severity := lint.Error
	if len(missing) == 1 && !s.AsOf().After(latest.AddMonths(2).AddDays(-1)) {
		severity = lint.Warning // may be made up for until the end of the following month
	}
	at := riskPlace(item, item.Written("id"))
	p.Report(lint.Finding{Severity: severity, File: item.Table.Path, Span: &at, Subject: item.Name() + " " + missing[0], Message: message.Textf(
		"計画 %[1]s の「毎月の進捗」に、%[2]sの記録がありません。状況、確認者及び確認日を月ごとに記入してください",
		"the monthly progress of plan item %[1]s has no entry for %[2]s, expected the status, who checked it and when for every month",
		cellExcerpt(item.Name()), listMonths(missing))})
}

// listMonths lists months, of many only the first and their number.
func listMonths(months []string) message.Text {
	if n := len(months); n > 4 {
		return message.Textf("%[1]s など%[2]dか月分", "%[1]s and %[3]d later months", months[0], n, n-1)
	}
	return message.Text{JA: strings.Join(months, "、"), EN: strings.Join(months, ", ")}
}

// progressPeriod returns the first and the last month that need an entry.
func progressPeriod(s *isms.System, item *isms.Row) (first, last date.Date, ok bool) {
	begin := item.Day("owner_approved")
	if !begin.Valid() && !unapproved(item.Table.File) {
		begin = item.Day("start")
	}
	if !begin.Valid() || item.Value("status").Text == "cancelled" {
		return first, last, false
	}
	last = monthStart(s.AsOf()).AddMonths(-1)
	completed := item.Day("completed")
	if completed.Valid() && monthStart(completed.Date).AddMonths(-1).Before(last) {
		last = monthStart(completed.Date).AddMonths(-1)
	}
	if item.Value("status").Text == "done" && !completed.Valid() {
		return first, last, false
	}
	return monthStart(begin.Date).AddMonths(1), last, true
}

func planProgressExample(month string) string {
	return `
| 計画番号 | 対象月 | 状況 | 確認者 | 確認日 | 備考 |
|---|---|---|---|---|---|
| RTP-001 | ` + month + ` | 着手 | 鈴木 次郎 | ` + month + `-30 | - |
`
}

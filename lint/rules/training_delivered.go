package rules

import (
	"strings"
	"time"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var trainingDelivered = &lint.Rule{
	Name:         "training/delivered",
	Severity:     lint.Error,
	Requirements: []string{"B08-3", "CAL-014"},
	Clauses:      []string{"7.2", "7.3"},
	Controls:     []string{"A.6.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "実施予定月を過ぎた教育に、教育訓練実施報告書がないか、実施が遅れています",
			EN: "a planned course has no training report although its month has passed, or was held late",
		},
		Why: message.Text{
			JA: "計画した教育を行った証拠は、教育訓練実施報告書です。予定月の翌月の半ばから警告、翌々月からエラーとし、翌月を過ぎた実施は警告とします",
			EN: "the training report is the evidence that a planned course took place; from the middle of the following month its absence is a warning, after that month an error, and a course held after it a warning",
		},
		Wrong: trainingPlanExample("| TR-2026-01 | 2026 | 全従業員教育 | 規則の理解 | 全従業員 | 動画 | 基本方針 | 2026-05 | 80点以上 | 鈴木 次郎 | - |\n"),
		Right: trainingPlanExample("| TR-2026-01 | 2026 | 全従業員教育 | 規則の理解 | 全従業員 | 動画 | 基本方針 | 2027-02 | 80点以上 | 鈴木 次郎 | - |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		reports, rows := newTrainingReports(s), map[string]int{}
		for r := range s.Rows(trainingPlanForm, courses) {
			rows[fold.Key(r.Name())]++
		}
		for r := range s.Rows(trainingPlanForm, courses) {
			if !isFirstDraft(p, r.Table.File) && !isBroken(r) && !isCalledOff(r) {
				checkDelivered(p, s, r, reports, rows[fold.Key(r.Name())] == 1)
			}
		}
	},
}

// checkDelivered looks for the report on a planned course.
func checkDelivered(p *lint.Pass, s *isms.System, r *isms.Row, reports trainingReports, only bool) {
	end := plannedEnd(r, p.Config.Periods.Year)
	if end.IsZero() {
		return
	}
	held, found := reports.of(r, end, only)
	following := end.AddDays(1).AddMonths(1).AddDays(-1) // the end of the following month
	month := r.Written("month")
	switch {
	case found && held.After(following):
		warnForm(p, r, month, "late", message.Textf(
			"課程 %[1]s は実施予定月「%[2]s」の翌月を過ぎた %[3]s に実施しています。遅れた理由を備考に記入してください",
			"course %[1]s was planned for %[2]q, but held on %[3]s, after the following month; expected the reason in the remarks",
			cellExcerpt(r.Name()), cellExcerpt(month.Text), held))
	case !found && r.Written("report").None() && end.DaysUntil(s.AsOf()) > p.Config.Periods.FollowUp:
		f := tableFinding(r.Table, riskPlace(r, month), message.Textf(
			"課程 %[1]s の実施予定月「%[2]s」を過ぎましたが、「教育訓練実施報告書」がありません。実施して報告書を作るか、延期の理由を備考に記入してください",
			"course %[1]s was planned for %[2]q, but has no training report; expected one, or in the remarks why it was postponed",
			cellExcerpt(r.Name()), cellExcerpt(month.Text)))
		f.Severity, f.Subject = lint.Error, r.Name()+" "+fold.Key(month.Text)
		if !s.AsOf().After(following) {
			f.Severity = lint.Warning
		}
		p.Report(f)
	}
}

// isCalledOff reports whether the remarks say that a course is not held as
// planned.
func isCalledOff(r *isms.Row) bool {
	return containsOneOf(fold.Key(r.Written("note").Text+r.Written("report").Text),
		"中止", "延期", "取りやめ", "取止め", "見送", "遅れ", "変更", "cancel", "postpone", "calledoff", "deferred", "late", "delay")
}

// plannedEnd returns the end of the last month for which a course is planned:
// 2026-05, or 5月 of its fiscal year. It is the zero date for what is no month.
func plannedEnd(r *isms.Row, start time.Month) date.Date {
	var end date.Date
	for _, v := range isms.SplitList(r.Written("month")) {
		if end = periodEnd(v.Text, start); end.IsZero() {
			end = fiscalMonthEnd(r.Int("year"), v.Text, start)
		}
		if end.IsZero() {
			return end
		}
	}
	return end
}

// fiscalMonthEnd returns the end of a month that is written without its year.
func fiscalMonthEnd(year isms.Number, text string, start time.Month) date.Date {
	month := 0
	for _, c := range strings.TrimSuffix(fold.Key(text), "月") {
		if c < '0' || c > '9' || month > 12 {
			return date.Date{}
		}
		month = month*10 + int(c-'0')
	}
	if !year.Valid {
		return date.Date{}
	}
	if month < int(start) {
		year.Int++
	}
	return monthEnd(year.Int, month)
}

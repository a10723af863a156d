package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var reviewInterval = &lint.Rule{
	Name:         "review/interval",
	Severity:     lint.Error,
	Requirements: []string{"CAL-009"},
	Clauses:      []string{"9.3.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "マネジメントレビューの間隔が12か月を超えています",
			EN: "more than 12 months lie between two management reviews, or since the last one",
		},
		Why: message.Text{
			JA: "マネジメントレビューは少なくとも年に1回、決めた間隔で行います。12か月を過ぎると警告、13か月を過ぎるとエラーとします",
			EN: "top management reviews the ISMS at planned intervals, at least once a year; after 12 months this is a warning, after 13 an error",
		},
		Wrong: "-- records/ISMS-B-25/MR-2025-01.md --\n" + reviewFileExample("MR-2025-01", "2025-09-16", "", ""),
		Right: "-- records/ISMS-B-25/MR-2025-01.md --\n" + reviewFileExample("MR-2025-01", "2025-12-16", "", ""),
	},
	System: func(p *lint.Pass, s *isms.System) {
		reviews := reviewsByDay(s)
		for i := 1; i < len(reviews); i++ {
			checkReviewGap(p, reviews[i-1], reviews[i])
		}
		if n := len(reviews); n > 0 {
			checkNextReview(p, s, reviews[n-1])
			return
		}
		checkFirstReview(p, s)
	},
}

// checkReviewGap judges the interval between two reviews in the minutes of the
// later one.
func checkReviewGap(p *lint.Pass, before, now *isms.Row) {
	from, to := before.Day("date"), now.Day("date")
	severity, late := lateness(from.Date, to.Date)
	if !late {
		return
	}
	f := tableFinding(now.Table, riskPlace(now, to.Value), message.Textf(
		"前回のレビュー %[1]s（%[2]s）から12か月を過ぎて開催しています。遅れた理由を記録し、次回は12か月以内に計画してください",
		"the review was held more than 12 months after %[1]s (%[2]s), expected at most 12; record the reason and plan the next one within 12 months",
		cellExcerpt(before.Name()), from.Date), formRelated(before, from.Value, "前回のレビュー", "the previous review"))
	f.Severity, f.Subject = severity, before.Name()
	p.Report(f)
}

// checkNextReview judges the time since the last review. Minutes that are still
// a draft prove that a review was held.
func checkNextReview(p *lint.Pass, s *isms.System, last *isms.Row) {
	day := last.Day("date")
	severity, late := lateness(day.Date, s.AsOf())
	if !late || reviewDrafted(s, day.Date) {
		return
	}
	f := tableFinding(last.Table, riskPlace(last, day.Value), message.Textf(
		"最後のマネジメントレビュー %[1]s から12か月を過ぎています。マネジメントレビューを開催し、議事録を作成してください",
		"the last management review was on %[1]s, more than 12 months ago; expected one within 12 months", day.Date))
	f.Severity = severity
	p.Report(f)
}

// checkFirstReview judges the time since the policy was established where no
// review has been held. That even the form is missing is for document/missing.
func checkFirstReview(p *lint.Pass, s *isms.System) {
	policy := s.Document("ISMS-A-01")
	if len(s.Documents(reviewForm)) == 0 || policy == nil || policy.Meta.Status != isms.Approved || !policy.Meta.Established.Valid() {
		return
	}
	since := policy.Meta.Established
	severity, late := lateness(since.Date, s.AsOf())
	if !late || reviewDrafted(s, date.Date{}) {
		return
	}
	at := since.Place()
	p.Report(lint.Finding{Severity: severity, File: policy.Path, Span: &at, Message: message.Textf(
		"基本方針の制定日 %[1]s から12か月を過ぎましたが、マネジメントレビューの議事録がありません。開催し、議事録を作成してください",
		"the policy was established on %[1]s, more than 12 months ago, but there are no minutes of a management review; expected one within 12 months",
		since.Date)})
}

// lateness judges the time between two days: late after 12 months, and an
// error after 13 (design decisions 6 and 9).
func lateness(from, to date.Date) (severity lint.Severity, late bool) {
	switch {
	case !to.After(from.AddMonths(12)):
		return lint.Default, false
	case !to.After(from.AddMonths(13)):
		return lint.Warning, true
	}
	return lint.Error, true
}

// reviewDrafted reports whether minutes of a later review are being written.
func reviewDrafted(s *isms.System, after date.Date) bool {
	for _, f := range s.OfForm(reviewForm) {
		if f.Kind == isms.RecordFile && f.Meta.Status == isms.Draft && recordDay(f).After(after) {
			return true
		}
	}
	return false
}

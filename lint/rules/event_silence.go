package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// silentMonths is the time without any event from which on it is doubtful that
// events are noticed and reported.
const silentMonths = 6

var eventSilence = &lint.Rule{
	Name:         "event/silence",
	Severity:     lint.Info,
	Requirements: []string{"B13-4"},
	Clauses:      []string{"9.1"},
	Controls:     []string{"A.6.8"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "情報セキュリティ事象が、6か月以上1件も報告されていません",
			EN: "no information security event was reported for six months or more",
		},
		Why: message.Text{
			JA: "誤送信や紛失の申出が半年も全くないことは、まれです。気付いていないか、報告の方法が知られていないことを疑います",
			EN: "half a year without a misdirected e-mail or a lost card is rare; more likely events go unnoticed, or nobody knows how to report them",
		},
		Wrong: eventExample("| EV-2026-001 | 2026-05-20 | 伊藤 美咲 | 離席中の画面 | 鈴木 次郎 | 事象のみ | 田中 一郎 | 2026-05-22 | - |\n"),
		Right: eventExample("| EV-2026-001 | 2026-06-22 | 伊藤 美咲 | 離席中の画面 | 鈴木 次郎 | 事象のみ | 田中 一郎 | 2026-06-24 | - |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		var last date.Date
		events := datedEvents(s)
		for _, e := range events {
			if !last.IsZero() && !last.AddMonths(silentMonths).After(e.on) {
				reportSilence(p, e.row.Table, e.row, last, e.on)
			}
			last = e.on
		}
		if len(events) > 0 {
			if !last.AddMonths(silentMonths).After(s.AsOf()) {
				row := events[len(events)-1].row
				reportSilence(p, row.Table, row, last, s.AsOf())
			}
			return
		}
		for _, t := range s.Tables(eventForm, "events") {
			if day := logBegins(t.File); t.File.Meta.Status == isms.Approved && len(t.Rows) == 0 && !day.IsZero() && !day.AddMonths(silentMonths).After(s.AsOf()) {
				reportSilence(p, t, nil, day, s.AsOf())
			}
		}
	},
}

// datedEvent is an event and the day on which it occurred.
type datedEvent struct {
	on  date.Date
	row *isms.Row
}

// datedEvents returns the events of all logs in the order of their days.
func datedEvents(s *isms.System) []datedEvent {
	var out []datedEvent
	eachEvent(s, func(r *isms.Row) {
		if d := r.Day("occurred"); d.Valid() {
			out = append(out, datedEvent{d.Date, r})
		}
	})
	slices.SortStableFunc(out, func(a, b datedEvent) int { return a.on.Compare(b.on) })
	return out
}

// logBegins returns the day since which a log is kept.
func logBegins(f *isms.File) date.Date { return f.Meta.Established.Date }

// reportSilence reports a time without events at the event that ends or
// precedes it, or at the header of an empty log.
func reportSilence(p *lint.Pass, t *isms.Table, r *isms.Row, from, to date.Date) {
	at := t.HeaderSpan()
	subject := "empty"
	if r != nil {
		at, subject = riskPlace(r, r.Written("occurred")), r.Name()+" "+from.String()
	}
	f := tableFinding(t, at, message.Textf(
		"%[1]s から %[2]s まで、事象が1件も記録されていません。報告の方法が周知されているかどうかを確かめてください",
		"no event was recorded from %[1]s to %[2]s, expected a check that everybody knows how to report", from, to))
	f.Severity, f.Subject = lint.Info, subject
	p.Report(f)
}

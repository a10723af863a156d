package history

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
)

// Span is a span of days, both included.
type Span struct{ From, To date.Date }

// Days returns the number of days of the span.
func (s Span) Days() int { return s.From.DaysUntil(s.To) + 1 }

// Clean returns the spans of days on which no finding of at least the given
// severity stood, nor was made by a change.
func (t *Timeline) Clean(at lint.Severity) []Span {
	if t.First.IsZero() {
		return nil
	}
	var dirty []Span
	take := func(f *Finding, s Span) {
		if f.Severity >= at && !s.To.Before(s.From) {
			dirty = append(dirty, s)
		}
	}
	for _, e := range t.Entries {
		last := t.Last
		if !e.Left.IsZero() {
			// A finding that was mended on the day on which it came stood that day.
			last = maxDay(e.Left.AddDays(-1), e.Entered)
		}
		from := e.Entered
		if e.Before {
			from = t.First
		}
		take(&e.Finding, Span{from, last})
	}
	for i := range t.Events {
		if !t.Events[i].Branch {
			take(&t.Events[i].Finding, Span{t.Events[i].Day, t.Events[i].Day})
		}
	}
	for _, f := range t.Failures {
		if !f.Until.IsZero() {
			dirty = append(dirty, Span{f.Day, f.Until})
		}
	}
	return t.without(dirty)
}

// without returns the days that none of the spans covers.
func (t *Timeline) without(dirty []Span) []Span {
	slices.SortFunc(dirty, func(a, b Span) int { return a.From.Compare(b.From) })
	var clean []Span
	next := t.First
	for _, d := range dirty {
		if next.Before(d.From) {
			clean = append(clean, Span{next, d.From.AddDays(-1)})
		}
		next = maxDay(next, d.To.AddDays(1))
	}
	if !t.Last.Before(next) {
		clean = append(clean, Span{next, t.Last})
	}
	return clean
}

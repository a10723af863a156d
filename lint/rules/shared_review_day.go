package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
)

// reviewsByDay returns the fields of the minutes of management reviews that are
// more than drafts and have a date, in the order of their dates.
func reviewsByDay(s *isms.System) []*isms.Row {
	var reviews []*isms.Row
	for _, f := range s.OfForm(reviewForm) {
		if r := reviewOf(f); r != nil && r.Day("date").Valid() {
			reviews = append(reviews, r)
		}
	}
	slices.SortStableFunc(reviews, func(a, b *isms.Row) int { return a.Day("date").Date.Compare(b.Day("date").Date) })
	return reviews
}

// recordDay returns the day of a record: that of its creation, else its field
// date. It is the zero date when the record has neither.
func recordDay(f *isms.File) date.Date {
	if f.Meta.Created.Valid() {
		return f.Meta.Created.Date
	}
	for _, t := range f.Tables {
		if t.Fields && t.Schema.Index("date") >= 0 {
			return t.Rows[0].Day("date").Date
		}
	}
	return date.Date{}
}

// reportsOn reports whether the minutes have the required input in whose
// English name the words stand. review/inputs reports the ones they lack.
func reportsOn(f *isms.File, words string) bool {
	labels := inputLabels(f)
	return slices.ContainsFunc(requiredInputs(), func(in requiredInput) bool {
		return strings.Contains(in.name.EN, words) && hasInput(labels, in.words)
	})
}

// isDecided reports whether a block records what a review decided, rather than
// what it was told.
func isDecided(f *isms.File, block int) bool {
	b := &f.Doc.Blocks[block]
	if b.Section >= 0 && isOutput(f.Doc, b.Section) {
		return true
	}
	return b.Table >= 0 && slices.ContainsFunc(f.Tables, func(t *isms.Table) bool {
		return t.Index == b.Table && !t.Fields && (t.Name == "actions" || t.Name == "resolutions")
	})
}

package rules

import (
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/schema"
)

// trainingReports are the days of the reports on training, by the course that
// they are about and by their own ids, in the form of [fold.Key]. The zero date
// stands for a report whose day cannot be told. A draft proves that the course
// took place.
type trainingReports struct {
	byCourse, byID map[string][]date.Date
}

func newTrainingReports(s *isms.System) trainingReports {
	t := trainingReports{byCourse: map[string][]date.Date{}, byID: map[string][]date.Date{}}
	for r := range s.Rows(trainingForm, schema.RecordTable) {
		day := trainingDay(r)
		for _, v := range isms.SplitList(r.Written("course")) {
			for _, id := range citedIDs(v.Text) {
				t.byCourse[id] = append(t.byCourse[id], day)
			}
		}
		id := fold.Key(r.Written("record").Text)
		t.byID[id] = append(t.byID[id], day)
	}
	for _, f := range s.Lookup(unreadFiles, "") {
		for _, id := range idTokens(f.Name()) { // a report that cannot be read
			t.byCourse[fold.Key(id.text)] = append(t.byCourse[fold.Key(id.text)], date.Date{})
		}
	}
	return t
}

// of returns the first day on which a planned course was held. Where several
// years have a course of the same id, the day must be near the planned month.
func (t trainingReports) of(r *isms.Row, planned date.Date, only bool) (held date.Date, found bool) {
	days := t.byCourse[fold.Key(r.Name())]
	for _, v := range r.List("report") {
		for _, id := range citedIDs(v.Text) {
			days = append(days[:len(days):len(days)], t.byID[id]...)
		}
	}
	for _, day := range days {
		near := day.IsZero() || !day.Before(planned.AddMonths(-5)) && !day.After(planned.AddMonths(7))
		if (only || near) && (!found || day.Before(held)) {
			held, found = day, true
		}
	}
	return held, found
}

// trainingDay returns the first day of a course, else that of its report.
func trainingDay(r *isms.Row) date.Date {
	var first date.Date
	date.Scan(r.Written("date").Text, func(_, _ int, _ date.Format, d date.Date) bool {
		first = d
		return first.IsZero()
	})
	if first.IsZero() {
		return recordDay(r.Table.File)
	}
	return first
}

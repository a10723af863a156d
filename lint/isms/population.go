package isms

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

// Population are all records of a form, or all rows of a register, of a time:
// what an auditor samples from (EVD-016).
type Population struct {
	Entry *Entry
	// Units are in the order of their days, those without a day first.
	Units []Unit
	// Undated is the number of Units without a day. They are listed whatever
	// the time: nothing says that they lie outside. Outside is the number of
	// those that were left out.
	Undated, Outside int
	// Gaps are the numbers that are missing in a series of ids near Units.
	// Numbered reports whether there is such a series.
	Gaps     []Gap
	Numbered bool
	// Gone are the records and rows that the history held once and that are not
	// there any more, of whatever time.
	Gone []GoneUnit
	// Since is the first commit that held some of the form, nil when none did:
	// what is gone is known from then on.
	Since *Commit
	// Unsure says why it cannot be told which commit brought each unit or what
	// is gone; it is zero otherwise.
	Unsure message.Text
}

// Unit is one record or row.
type Unit struct {
	ID, Title string
	Day       date.Date // zero when it has none
	// Responsible is the person, role or department as written.
	Responsible string
	File        *File
	Row         *Row // nil for a record that is a file of its own
	// Path is the file that it is written in, Span the place.
	Path string
	Span source.Span
	// First is the commit that brought it, nil when none has yet or when there
	// is no history.
	First *Commit
}

// Gap are the ids that are missing from one number of a series to another, both
// included.
type Gap struct{ First, Last string }

// Population returns the units of a form from one day to another, both
// included; a zero day is no bound.
func (s *System) Population(e *Entry, from, to date.Date) *Population {
	p := &Population{Entry: e}
	all := unitsIn(s.populated(e))
	p.follow(s, all)
	slices.SortStableFunc(all, func(a, b Unit) int {
		return cmp.Or(a.Day.Compare(b.Day), cmp.Compare(a.Path, b.Path), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	listed := map[string]bool{}
	for _, u := range all {
		if !u.Day.IsZero() && (!from.IsZero() && u.Day.Before(from) || !to.IsZero() && to.Before(u.Day)) {
			p.Outside++
			continue
		}
		if u.Day.IsZero() {
			p.Undated++
		}
		p.Units = append(p.Units, u)
		listed[u.ID] = true
	}
	p.Gaps, p.Numbered = gapsIn(all, listed)
	return p
}

// populated returns the files that records and rows of a form are in. What is
// out of use counts: it was sampled from once.
func (s *System) populated(e *Entry) []*File {
	files := slices.Clone(s.Documents(e.Number))
	for _, f := range s.Records(e.Number) {
		if f.Kind == RecordFile && !slices.Contains(files, f) {
			files = append(files, f)
		}
	}
	return files
}

// unitsOf returns the record that a file is, and the rows that are units of
// their own: those of registers, and those of logs.
func unitsOf(f *File) []Unit {
	var units []Unit
	if f.Kind == RecordFile {
		units = append(units, recordUnit(f))
	}
	for _, t := range f.Tables {
		if t.Fields || f.Kind == RecordFile && !t.Schema.Log {
			continue
		}
		for i := range t.Rows {
			r := &t.Rows[i]
			units = append(units, Unit{
				ID: unitID(r), Title: rowTitle(r), Day: r.madeOn(), Responsible: r.responsible(),
				File: f, Row: r, Path: t.Path, Span: r.Span,
			})
		}
	}
	return units
}

func recordUnit(f *File) Unit {
	u := Unit{ID: f.ID(), Title: f.Meta.Title.Text, Day: f.Meta.Created.Date, Responsible: f.Meta.DraftedBy.Text, File: f, Path: f.Path, Span: f.Head()}
	for _, t := range f.Tables {
		if t.Fields && len(t.Rows) > 0 {
			if who := t.Rows[0].responsible(); who != "" {
				u.Responsible = who
			}
			if u.Day.IsZero() {
				u.Day = t.Rows[0].madeOn()
			}
		}
	}
	if u.Day.IsZero() {
		u.Day = f.Meta.ApprovedOn.Date
	}
	return u
}

// unitID is the key of a row as people know it, all parts of it.
func unitID(r *Row) string {
	var parts []string
	for _, column := range r.Table.Schema.Key {
		if v := r.Written(column); !v.Empty() {
			parts = append(parts, oneLine(v.Text))
		}
	}
	return strings.Join(parts, " ")
}

// madeOn returns the day that a row is about: its first date that is no limit
// of time.
func (r *Row) madeOn() date.Date {
	s := r.Table.Schema
	for i := range s.Columns {
		c := &s.Columns[i]
		switch {
		case isLimit(c.Name):
		case c.Format == "date":
			if day := r.Day(c.Name); day.Valid() {
				return day.Date
			}
		case c.Format == "month":
			if month := r.Month(c.Name); month.Valid() {
				return month.First
			}
		}
	}
	return date.Date{}
}

// isLimit reports whether a column holds a day by which something is to happen.
func isLimit(column string) bool {
	return column == "due" || strings.HasSuffix(column, "_due") || strings.HasSuffix(column, "until") || strings.HasSuffix(column, "_end")
}

// responsible returns what a row says in its first column of people.
func (r *Row) responsible() string {
	s := r.Table.Schema
	i := slices.IndexFunc(s.Columns, func(c schema.Column) bool { return slices.Contains(c.References, "person") })
	if i < 0 || r.At(i).None() {
		return ""
	}
	return oneLine(WithoutRemark(r.At(i).Text))
}

// follow finds in the history which commits brought the units, and what is
// gone.
func (p *Population) follow(s *System, units []Unit) {
	if s.Past == nil {
		p.Unsure = message.Textf("git のリポジトリではありません", "this is no git repository")
		return
	}
	lives := newLives()
	err := s.Past.Steps(p.holds, func(step Step) {
		before, after := unitsIn(step.Before), units
		if step.Commit != nil {
			after = unitsIn(step.After)
			if p.Since == nil {
				p.Since = step.Commit
			}
		}
		lives.follow(step.Commit, before, after)
	})
	if err != nil {
		p.Unsure = message.Of(err)
		return
	}
	p.Gone = lives.settle(units)
}

// holds reports whether units of the form are in a file, as [System.populated]
// has it.
func (p *Population) holds(f *File) bool {
	return f.Kind == Controlled && f.Meta.Number.Text == p.Entry.Number || f.Kind == RecordFile && f.Meta.Form.Text == p.Entry.Number
}

func unitsIn(files []*File) []Unit {
	var all []Unit
	for _, f := range files {
		all = append(all, unitsOf(f)...)
	}
	return all
}

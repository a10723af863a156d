package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// reportForm reports a place in a row of a form; of a cell or field that does
// not exist the place is the id of the row. subject says what of the row is
// meant where the text of the cell does not; it may be "".
func reportForm(p *lint.Pass, r *isms.Row, v isms.Value, subject string, text message.Text, related ...lint.Related) {
	f := tableFinding(r.Table, riskPlace(r, v), text, related...)
	f.Subject = subjectOfRow(r, subject)
	p.Report(f)
}

// warnForm is reportForm for what is only likely to be wrong.
func warnForm(p *lint.Pass, r *isms.Row, v isms.Value, subject string, text message.Text, related ...lint.Related) {
	f := tableFinding(r.Table, riskPlace(r, v), text, related...)
	f.Severity, f.Subject = lint.Warning, subjectOfRow(r, subject)
	p.Report(f)
}

// subjectOfRow makes a subject that of a row: another row with the same defect
// is another finding, and stays it when this one is mended.
func subjectOfRow(r *isms.Row, subject string) string {
	if name := r.Name(); subject != "" && subject != name {
		return strings.TrimSpace(name + " " + subject)
	}
	return subject
}

// formRelated names a place in a row that a finding speaks of.
func formRelated(r *isms.Row, v isms.Value, ja, en string) lint.Related {
	at := riskPlace(r, v)
	return lint.Related{File: r.Table.Path, Span: &at, Message: message.Text{JA: ja, EN: en}}
}

// isBroken reports whether the cells of the row are not those of the columns,
// which register/row reports.
func isBroken(r *isms.Row) bool { return r.Shifted() }

// sisterRows calls check for the rows of another table of the same file.
func sisterRows(t *isms.Table, name string, check func(r *isms.Row)) {
	for _, other := range t.File.Tables {
		if other.Name != name {
			continue
		}
		for i := range other.Rows {
			if !isBroken(&other.Rows[i]) {
				check(&other.Rows[i])
			}
		}
	}
}

// hasSister reports whether the file of a table has another table with rows.
func hasSister(t *isms.Table, name string) bool {
	found := false
	sisterRows(t, name, func(*isms.Row) { found = true })
	return found
}

// sameSigner reports whether two cells name the same person. A unit or a role
// is no person: two of its members may be meant.
func sameSigner(p *lint.Pass, a, b isms.Value) bool {
	if a.None() || b.None() {
		return false
	}
	pa, pb := p.People.Signed(isms.WithoutRemark(a.Text)), p.People.Signed(isms.WithoutRemark(b.Text))
	if pa != nil || pb != nil {
		return pa == pb
	}
	text := isms.WithoutRemark(a.Text)
	if _, isRole := p.Roles.ByName(text); isRole || endsWithAny(text, units) {
		return false
	}
	return p.People.Same(text, isms.WithoutRemark(b.Text))
}

// monthStart returns the first day of the month of a day.
func monthStart(d date.Date) date.Date {
	d.Day = 1
	return d
}

// namesID reports whether a cell cites an id.
func namesID(r *isms.Row, column, id string) bool {
	key := fold.Key(id)
	for _, v := range r.List(column) {
		if slices.Contains(citedIDs(v.Text), key) {
			return true
		}
	}
	return !isIDShaped(id) && textNamesID(r.Written(column).Text, id)
}

package approve

import (
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/isms"
)

// signRow writes the approver into the row of the revision history that stands
// for the revision to be approved, where that cell is blank. A row that is too
// short for the cell is left to the author.
func (d *Desk) signRow(f *isms.File, person *config.Person) *isms.File {
	if f.Revisions == nil || !f.Meta.Revision.Valid || f.Meta.Status == isms.Approved {
		return f
	}
	for _, row := range f.Revisions.Ordered() {
		cell := row.Approved
		if row.Revision.Int != f.Meta.Revision.Int || !cell.Present || !cell.None() {
			continue
		}
		src, text := f.Doc.Source, person.Name
		if at := cell.Span.Start; at > 0 && src[at-1] == '|' {
			text = " " + text
		}
		if at := cell.Span.End; at < len(src) && src[at] == '|' {
			text += " "
		}
		signed := d.replace(f, cell.Span, text)
		if latest, ok := signed.Revisions.Latest(); ok && d.System.People.Signed(latest.Approved.Text) == person {
			return signed
		}
	}
	return f
}

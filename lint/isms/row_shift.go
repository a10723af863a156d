package isms

import (
	"slices"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

// Shifted reports whether the row has so many or so few cells that they are
// probably not those of the columns above them: a bar within a text, a cell
// left out. Only its key can be trusted, which stands before the rest.
func (r *Row) Shifted() bool { return r.shifted }

// Cells returns the cells of the row as they stand, for those who look for a
// text in a row whose cells are out of place.
func (r *Row) Cells() []document.TableCell { return r.cells }

// isShifted judges the cells of a row. Cells left out at the end shift nothing;
// where one is left out before, some other does not fit its column.
func (t *Table) isShifted(cells []document.TableCell) bool {
	switch n := len(cells) - len(t.Header); {
	case n == 0:
		return false
	case n > 0:
		return !blankCells(cells[len(t.Header):])
	}
	for i, cell := range t.cells {
		if cell >= 0 && cell < len(cells) && !fits(&t.Schema.Columns[i], cells[cell].Text) {
			return true
		}
	}
	return false
}

// fits reports whether a text may stand in the column, as far as that shows.
func fits(c *schema.Column, text string) bool {
	if (Value{Text: text}).None() || isDitto(text) {
		return true
	}
	short := WithoutRemark(text)
	switch {
	case len(c.Values) > 0 && !c.List:
		_, ok := CanonicalIn(c, text)
		return ok
	case slices.Contains(c.Also, short):
		return true
	case c.Format == "date":
		return momentOf(Value{Text: text}).Valid()
	case c.Format == "month":
		return monthOf(Value{Text: text}).Valid()
	case slices.Equal(c.Types, []string{"integer"}) || slices.Equal(c.Types, []string{"number"}):
		_, ok := NumberIn(c, text)
		return ok
	case len(c.References) > 0:
		_, _, ok := date.Parse(short)
		return !ok
	}
	return true
}

// trusted reports whether a cell of a shifted row is where it belongs.
func (t *Table) trusted(cell int) bool {
	return cell <= t.cells[t.Schema.Index(t.Schema.Key[0])]
}

// Surplus returns the places of the cells of a record that stand behind the
// label and the value in a table of items.
func (t *Table) Surplus() []source.Span { return t.surplus }

// RepeatedField is a field of a record that one table of items gives twice,
// with different values.
type RepeatedField struct {
	Column        *schema.Column
	First, Second Value
}

// Repeated returns the fields that the record gives twice.
func (t *Table) Repeated() []RepeatedField { return t.repeated }

package isms

import (
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/source"
)

// Row is one row of a table: what it says about one asset, risk, supplier and
// so on.
type Row struct {
	Table *Table
	// Span covers the row's line; for the fields of a record it is the place
	// that stands for the record.
	Span source.Span

	cells   []document.TableCell
	shifted bool    // see Shifted
	fields  []Value // in the order of the schema's columns; nil unless the table is one of fields
}

// Value returns the value of a column, by its name in the schema. The text of
// a value of an enumeration is the canonical one, unless the cell holds
// several. A column that the table does not have gives a value that is not
// present, at the place of the row.
func (r *Row) Value(column string) Value {
	i := r.Table.Schema.Index(column)
	if i < 0 {
		return Value{Span: r.Span}
	}
	v := r.At(i)
	if c := &r.Table.Schema.Columns[i]; len(c.Values) > 0 && !c.List {
		if text, ok := CanonicalIn(c, v.Text); ok {
			v.Text = text
		}
	}
	return v
}

// Written returns the value of a column as it is written.
func (r *Row) Written(column string) Value {
	i := r.Table.Schema.Index(column)
	if i < 0 {
		return Value{Span: r.Span}
	}
	return r.At(i)
}

// At returns the value of the column at a place in the schema, as written.
func (r *Row) At(i int) Value {
	if r.fields != nil {
		return r.fields[i]
	}
	cell := r.Table.cells[i]
	if cell < 0 || cell >= len(r.cells) || r.shifted && !r.Table.trusted(cell) {
		return Value{Span: r.Span}
	}
	return Value{Text: r.cells[cell].Text, Span: r.cells[cell].Span, Present: true}
}

// Missing returns the number of cells that the row lacks to have as many as
// the header; it is negative for superfluous ones.
func (r *Row) Missing() int {
	if r.fields != nil {
		return 0
	}
	return len(r.Table.Header) - len(r.cells)
}

// Superfluous returns the place of the cells beyond those of the header. ok is
// false when there are none or they are blank.
func (r *Row) Superfluous() (at source.Span, ok bool) {
	if r.Missing() >= 0 {
		return source.Span{}, false
	}
	extra := r.cells[len(r.Table.Header):]
	for i := range extra {
		ok = ok || strings.TrimSpace(extra[i].Text) != ""
	}
	return source.Span{Start: extra[0].Span.Start, End: extra[len(extra)-1].Span.End}, ok
}

// Excused reports whether the row says in so many words that its other cells
// do not apply, as 重要なリスクなし does in the place of a threat.
func (r *Row) Excused() bool {
	for i := range r.Table.Schema.Columns {
		if c := &r.Table.Schema.Columns[i]; len(c.Excuses) > 0 && c.Excuse(WithoutRemark(r.At(i).Text)) {
			return true
		}
	}
	return false
}

// Key returns what identifies the row among those of its table: the values of
// the key columns in the form of [fold.Key], joined. It is "" when the first of
// them is empty.
func (r *Row) Key() string {
	first := fold.Key(r.Written(r.Table.Schema.Key[0]).Text)
	if len(r.Table.Schema.Key) == 1 || first == "" {
		return first
	}
	parts := []string{first}
	for _, column := range r.Table.Schema.Key[1:] {
		parts = append(parts, fold.Key(r.Written(column).Text))
	}
	return strings.Join(parts, "\x00")
}

// Name returns the key as people know it, such as AS-001, for messages. It is
// "" when the row has none.
func (r *Row) Name() string {
	return strings.ReplaceAll(r.Written(r.Table.Schema.Key[0]).Text, "\n", " ")
}

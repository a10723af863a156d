package isms

import (
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

// Table is a table of a form with its rows (design §2.2): a table in the body
// of a document or record, the rows of a CSV file beside it, or the fields of
// a record, which make up a table of one row.
type Table struct {
	// Form is the number of the form in the built-in catalogue, Name the name
	// of the table in the form's schema.
	Form, Name string
	Schema     *schema.Table
	// File is the document or record that the table belongs to. Path is the
	// file that the rows are written in: that of File, or a CSV file.
	File *File
	Path string
	// Index is the index into File.Doc.Tables, or -1 when the rows stand
	// elsewhere.
	Index int
	// Fields reports whether the table consists of the fields of a record.
	Fields bool
	// Header are the cells of the header row; Columns says which of them
	// holds a column of the schema. Both are empty for fields.
	Header  []document.TableCell
	Columns map[string]int
	// Rows are the rows that say something, without totals.
	Rows []Row
	// Written are all rows below the header, also those that say nothing.
	Written []document.TableRow

	source   []byte
	surplus  []source.Span
	repeated []RepeatedField
	cells    []int // index of the cell for each column of the schema, or -1
}

// Has reports whether the table has a column, or the record a field.
func (t *Table) Has(column string) bool {
	i := t.Schema.Index(column)
	if i < 0 {
		return false
	}
	if t.Fields {
		return len(t.Rows) > 0 && t.Rows[0].fields[i].Present
	}
	return t.cells[i] >= 0
}

// HeaderSpan returns the place of the header row, and for the fields of a
// record the place that stands for the record.
func (t *Table) HeaderSpan() source.Span {
	if n := len(t.Header); n > 0 {
		return source.Span{Start: t.Header[0].Span.Start, End: t.Header[n-1].Span.End}
	}
	return t.File.Head()
}

// Title returns the header text of a column, or its title in the schema where
// the table has no such column.
func (t *Table) Title(column *schema.Column) (ja, en string) {
	ja, en = column.Title.JA, column.Title.EN
	if i, ok := t.Columns[column.Name]; ok {
		ja, en = t.Header[i].Text, t.Header[i].Text
	}
	return ja, en
}

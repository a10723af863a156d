package isms

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/schema"
)

// bindStatement finds the table of the statement of applicability by what it
// holds when no header names the column of control ids, as under 管理策 | 名称
// or Control | Title: then the headers in use are what is wrong, not the
// absence of a table. Of several tables it is the one with most ids, and those
// with the same header.
func bindStatement(f *File, form *schema.Form, tables []*Table) []*Table {
	s := form.Table(statementTable)
	for _, t := range tables {
		if key := t.cells[s.Index(s.Key[0])]; t.Name == s.Name && (len(t.Rows) == 0 || 2*countIDs(t.Written, key) >= len(t.Rows)) {
			return tables
		}
	}
	var best *Table
	column, most := -1, 0
	for i := range f.Doc.Tables {
		c, n := idColumn(&f.Doc.Tables[i])
		if n <= most {
			continue
		}
		// A list that says nothing else of the controls is not the statement.
		if t := bindKey(&f.Doc.Tables[i], s, c); len(t.Columns) > 1 {
			best, column, most = t, c, n
		}
	}
	if best == nil {
		return tables
	}
	var found []*Table
	for i := range f.Doc.Tables {
		if d := &f.Doc.Tables[i]; sameHeader(d.Header, best.Header) {
			t := bindKey(d, s, column)
			t.Form, t.File, t.Path, t.Index, t.source = form.Number, f, f.Path, i, f.Doc.Source
			found = append(found, t)
		}
	}
	return append(found, slices.DeleteFunc(tables, func(t *Table) bool { return t.Name == s.Name })...)
}

// idColumn returns the first column of a table in which at least half of the
// rows have the id of a control, and their number; 0 when there is none.
func idColumn(d *document.Table) (column, ids int) {
	for column := range d.Header {
		if n := countIDs(d.Rows, column); n > 0 && 2*n >= len(d.Rows) {
			return column, n
		}
	}
	return -1, 0
}

// countIDs returns the number of rows that have the id of a control of Annex A
// in a column.
func countIDs(rows []document.TableRow, column int) int {
	n := 0
	for i := range rows {
		if cells := rows[i].Cells; column < len(cells) {
			if id, own := statedID(cells[column].Text); !own && strings.Count(id, ".") > 1 { // A.5 is a group
				n++
			}
		}
	}
	return n
}

func sameHeader(a, b []document.TableCell) bool {
	return slices.EqualFunc(a, b, func(a, b document.TableCell) bool { return fold.Key(a.Text) == fold.Key(b.Text) })
}

// bindKey returns the table under the schema, its key in the given column
// whatever the header says.
func bindKey(d *document.Table, s *schema.Table, column int) *Table {
	keys := headerKeys(d)
	keys[column] = headerKey{}
	cells, _, _ := matchColumns(keys, s)
	cells[s.Index(s.Key[0])] = column
	return newTable(d, s, cells)
}

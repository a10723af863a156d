package standard

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// table is a CSV file with a header row.
type table struct {
	name    string
	columns map[string]int
	rows    [][]string
}

// row is a row of a table. Its methods remember the first cell that could not
// be read in err.
type row struct {
	table *table
	cells []string
	err   *error
}

// readTable reads a file and makes sure that it has the given columns.
func readTable(fsys fs.FS, name string, columns ...string) (*table, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("read the data of the standard: %w", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if len(rows) == 0 {
		return nil, fmt.Errorf("read %s: no header row", name)
	}
	t := &table{name: name, columns: map[string]int{}, rows: rows[1:]}
	for i, c := range rows[0] {
		t.columns[c] = i
	}
	for _, c := range columns {
		if _, ok := t.columns[c]; !ok {
			return nil, fmt.Errorf("read %s: no column %q among %q", name, c, rows[0])
		}
	}
	return t, nil
}

// each calls f with every row and returns the first error.
func (t *table) each(f func(r row) error) error {
	for i, cells := range t.rows {
		var cellErr error
		err := f(row{t, cells, &cellErr})
		if cellErr != nil {
			err = cellErr
		}
		if err != nil {
			return fmt.Errorf("%s, record %d: %w", t.name, i+1, err)
		}
	}
	return nil
}

// text returns a cell, or "" when the table has no such column.
func (r row) text(column string) string {
	i, ok := r.table.columns[column]
	if !ok {
		return ""
	}
	return r.cells[i]
}

// list returns the values of a cell that are separated by semicolons.
func (r row) list(column string) []string {
	text := r.text(column)
	if text == "" {
		return nil
	}
	return strings.Split(text, ";")
}

// flag reads true or false; an absent column is false.
func (r row) flag(column string) bool {
	text := r.text(column)
	if text == "" {
		return false
	}
	v, err := strconv.ParseBool(text)
	if err != nil {
		r.fail(column, text)
	}
	return v
}

func (r row) confidence(column string) Confidence {
	c, ok := parseConfidence(r.text(column))
	if !ok {
		r.fail(column, r.text(column))
	}
	return c
}

// titles reads the columns that tables of controls, groups and clauses share.
// A Japanese title that stands in the column of unconfirmed ones is a title
// like any other, of that confidence.
func (r row) titles() Titles {
	t := Titles{
		TitleJA: r.text("title_ja"), TitleEN: r.text("title_en"),
		AliasesJA: r.list("title_ja_aliases"), AliasesEN: r.list("title_en_aliases"),
		ConfidenceJA: r.confidence("ja_confidence"), ConfidenceEN: r.confidence("en_confidence"),
		ContestedJA: r.flag("ja_contested"),
	}
	if hint := r.text("title_ja_unconfirmed"); t.TitleJA == "" && hint != "" {
		t.TitleJA, t.ConfidenceJA = hint, Unconfirmed
	}
	return t
}

func (r row) fail(column, text string) {
	if *r.err == nil {
		*r.err = fmt.Errorf("column %s cannot be %q", column, text)
	}
}

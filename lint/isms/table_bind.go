package isms

import (
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/schema"
)

// bindTables returns the tables of the document whose header row names the key
// column of one of the schemas and enough of its other columns. A table that
// could be several is the one that most of its columns speak for.
func bindTables(f *File, form *schema.Form, schemas []*schema.Table) []*Table {
	var tables []*Table
	for i := range f.Doc.Tables {
		if f.Revisions != nil && f.Revisions.Table == i {
			continue
		}
		if t := bind(&f.Doc.Tables[i], schemas); t != nil {
			t.Form, t.File, t.Path, t.Index, t.source = form.Number, f, f.Path, i, f.Doc.Source
			tables = append(tables, t)
		}
	}
	return tables
}

// bind returns the table under the schema that fits it best, or nil.
func bind(d *document.Table, schemas []*schema.Table) *Table {
	keys := headerKeys(d)
	var best *schema.Table
	var cells []int
	most := 0
	for _, s := range schemas {
		columns, matched, required := matchColumns(keys, s)
		if columns[s.Index(s.Key[0])] < 0 || matched <= most || required < enough(s) {
			continue
		}
		best, cells, most = s, columns, matched
	}
	if best == nil {
		return nil
	}
	return newTable(d, best, cells)
}

func headerKeys(d *document.Table) []headerKey {
	keys := make([]headerKey, len(d.Header))
	for i := range d.Header {
		keys[i].text = d.Header[i].Text
	}
	return keys
}

// newTable returns the table whose cells belong to the columns of the schema.
func newTable(d *document.Table, s *schema.Table, cells []int) *Table {
	t := &Table{Name: s.Name, Schema: s, Header: d.Header, Columns: make(map[string]int, len(cells)), cells: cells}
	for i, cell := range cells {
		if cell >= 0 {
			t.Columns[s.Columns[i].Name] = cell
		}
	}
	t.readRows(d.Rows)
	return t
}

// enough returns the number of required columns, the key included, that a
// header must name to be taken for one of the schema: a third of them, but two.
func enough(s *schema.Table) int {
	required := 0
	for i := range s.Columns {
		if s.Columns[i].Required {
			required++
		}
	}
	return min(max(2, (required+2)/3), required)
}

// matchColumns returns for each column of the schema the header cell that
// names it, or -1, and how many columns, and required ones, were found.
func matchColumns(keys []headerKey, s *schema.Table) (cells []int, matched, required int) {
	cells = make([]int, len(s.Columns))
	for i := range cells {
		cells[i] = -1
	}
	for cell := range keys {
		i, ok := keys[cell].match(s)
		if !ok || cells[i] >= 0 {
			continue
		}
		cells[i] = cell
		matched++
		if s.Columns[i].Required {
			required++
		}
	}
	return cells, matched, required
}

// headerKey is the text of a header cell, and its form for comparison once that
// was needed.
type headerKey struct{ text, key string }

// match returns the column that the header cell names: exactly, width, case and
// blanks aside, or without marks and remarks.
func (h *headerKey) match(s *schema.Table) (int, bool) {
	if i, ok := s.Match(h.text); ok {
		return i, true
	}
	if h.key == "" {
		h.key = fold.Key(h.text)
	}
	if i, ok := s.Match(h.key); ok {
		return i, true
	}
	return s.Match(withoutMarks(h.key))
}

// withoutMarks returns a header without a remark in brackets and the marks that
// forms put behind mandatory items: 資産名* , 目標復旧時間(RTO).
func withoutMarks(key string) string {
	if i := strings.IndexByte(key, '('); i > 0 {
		key = key[:i]
	}
	return strings.TrimRight(key, "*※")
}

// readRows takes the rows that say something. Rows that are kept free, their
// key filled in or not, and totals are no data.
func (t *Table) readRows(rows []document.TableRow) {
	t.Rows, t.Written = make([]Row, 0, len(rows)), rows
	key := t.cells[t.Schema.Index(t.Schema.Key[0])]
	for i := range rows {
		if r := &rows[i]; !isBlankRow(r.Cells, key) && !isTotal(r.Cells, key) {
			t.Rows = append(t.Rows, Row{Table: t, Span: r.Span, cells: r.Cells, shifted: t.isShifted(r.Cells)})
		}
	}
}

func isBlankRow(cells []document.TableCell, key int) bool {
	for i := range cells {
		if i != key && !(Value{Text: cells[i].Text}).None() {
			return false
		}
	}
	return true
}

func isTotal(cells []document.TableCell, key int) bool {
	const longest = 24
	if key >= len(cells) || len(cells[key].Text) > longest {
		return false
	}
	return IsTotal(cells[key].Text)
}

// IsTotal reports whether the first cell of a row says that the row sums up
// those above it.
func IsTotal(text string) bool {
	switch fold.Key(text) {
	case "合計", "計", "総計", "小計", "総合計", "total", "subtotal", "sum":
		return true
	}
	return false
}

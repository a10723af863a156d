package scaffold

import (
	"bytes"
	"slices"

	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

// tableName returns the name of the table that rows are added to.
func (m *maker) tableName() string {
	switch {
	case m.form == nil:
		return ""
	case m.form.Record != nil:
		return m.form.Record.Name
	case len(m.form.Tables) > 0:
		return m.form.Tables[0].Name
	}
	return ""
}

// registers returns the tables that hold the rows of the entry.
func (m *maker) registers() []*isms.Table {
	var tables []*isms.Table
	for t := range m.AllTables() {
		if t.File.Kind == isms.Controlled && t.File.Entry == m.entry && t.Name == m.tableName() && !t.Fields {
			tables = append(tables, t)
		}
	}
	return tables
}

// row makes the next row of a register.
func (m *maker) row() (*Creation, error) {
	t, err := m.register()
	if err != nil {
		return nil, err
	}
	id, err := m.nextRowID(t)
	if err != nil {
		return nil, err
	}
	cells, open := m.rowCells(t, id)
	before := m.sourceOf(t)
	var line string
	var at int
	if t.Index < 0 {
		line, at = csvRow(t, before, cells)
	} else {
		line, at = markdownRow(t, before, cells)
	}
	c := &Creation{Entry: m.entry, ID: id, Path: t.Path, before: before, Open: open}
	end := lineEnd(before)
	added := line + end
	if at > 0 && before[at-1] != '\n' {
		added = end + line // the file ends without a line end, and keeps to it
	}
	c.Content = slices.Concat(before[:at], []byte(added), before[at:])
	c.Added = []byte(line)
	c.Line = 1 + bytes.Count(c.Content[:at+len(added)-1], []byte("\n"))
	if t.File.Meta.Status == isms.Approved {
		c.Notes = append(c.Notes, message.Textf(
			"%[1]s は承認済です。行を記入したら、改訂番号と改訂日を改め、改訂履歴に加えて承認を受けてください",
			"%[1]s is approved; once the row is filled in, raise its revision, enter it in the revision history and have it approved", m.entry.Number))
	}
	return c, nil
}

// register returns the table to add a row to: that of the file that the user
// names, else the one with the newest row.
func (m *maker) register() (*isms.Table, error) {
	tables := m.registers()
	if m.Output != "" {
		for _, t := range tables {
			if t.File.Path == m.Output || t.Path == m.Output {
				return t, nil
			}
		}
		return nil, message.Errorf("「%[1]s」に %[2]s の表はありません。台帳のファイルを指定するか、--output を省いてください",
			"%[1]q holds no table of %[2]s, expected the file of the register, or no --output", m.Output, m.entry.Label())
	}
	if len(tables) == 0 {
		return nil, m.noRegister()
	}
	best := tables[0]
	for _, t := range tables[1:] {
		if len(tableIDs(t)) > 0 && newer(lastID(t), lastID(best)) {
			best = t
		}
	}
	return best, nil
}

func lastID(t *isms.Table) serial {
	ids := tableIDs(t)
	for i := len(ids) - 1; i >= 0; i-- {
		if s, ok := parseSerial(ids[i]); ok {
			return s
		}
	}
	return serial{}
}

func newer(a, b serial) bool {
	if a.period != b.period {
		return a.period > b.period
	}
	return a.number > b.number
}

// noRegister says how to come to a register.
func (m *maker) noRegister() error {
	f := m.Document(m.entry.Number)
	if f == nil {
		return message.Errorf(
			"%[1]s の文書がまだありません。空のフォルダーで ismslint init を実行し、できた registers/ の %[2]s をこのISMSに写してください",
			"there is no document %[1]s yet; run ismslint init in an empty folder and copy registers/%[2]s… from it", m.entry.Label(), m.entry.Form)
	}
	if f.RowsFile != nil && !f.RowsFile.Problem.IsZero() {
		return message.Errorf("「%[1]s」の行のファイルを使えません: %[2]s", "the rows of %[1]q cannot be used: %[2]s", f.Path, f.RowsFile.Problem)
	}
	return message.Errorf("「%[1]s」に行を書く表がありません。「%[2]s」などを見出しとする表を加えてください",
		"%[1]q has no table for the rows, expected one with headers such as %[2]q", f.Path, m.keyTitle())
}

func (m *maker) keyTitle() message.Text {
	t := m.form.Table(m.tableName())
	if t == nil {
		return message.Text{}
	}
	return t.Column(t.Key[0]).Title
}

// nextRowID returns the id of the next row, "" where the rows of the table have
// none.
func (m *maker) nextRowID(t *isms.Table) (string, error) {
	c := idColumn(t.Schema)
	if c == nil || !t.Has(c.Name) {
		return "", nil
	}
	pattern := example(c)
	if last := lastID(t); last.digits != "" {
		pattern = last.with(last.period, last.number)
	}
	if pattern == "" {
		return "", nil
	}
	id, ok := nextID(pattern, m.ids(), m.Date, false)
	if !ok {
		return "", message.Errorf("「%[1]s」の後に続く番号を決められません", "cannot tell which id follows %[1]q", pattern)
	}
	return id, nil
}

// rowCells returns the texts of the cells in the order of the header, and the
// titles of the mandatory columns that are left empty.
func (m *maker) rowCells(t *isms.Table, id string) (cells []string, open []message.Text) {
	cells = make([]string, len(t.Header))
	names := map[int]*schema.Column{}
	for name, i := range t.Columns {
		names[i] = t.Schema.Column(name)
	}
	ids, title := idColumn(t.Schema), titleColumn(t)
	for i := range cells {
		c := names[i]
		switch {
		case c == nil:
			continue
		case ids != nil && c.Name == ids.Name:
			cells[i] = id
		case c.Name == "registered" || c.Name == "received":
			cells[i] = m.Date.String()
		case i == title:
			cells[i] = m.Title
		}
		if cells[i] == "" && (c.Required || slices.Contains(t.Schema.Key, c.Name)) {
			open = append(open, message.Same(t.Header[i].Text))
		}
	}
	return cells, open
}

// titleColumn returns the cell of the column that says what a row is about, or -1.
func titleColumn(t *isms.Table) int {
	for _, name := range isms.TitleColumns() {
		if i, ok := t.Columns[name]; ok && len(t.Schema.Column(name).Values) == 0 {
			return i
		}
	}
	return -1
}

// sourceOf returns the text of the file that the rows stand in.
func (m *maker) sourceOf(t *isms.Table) []byte {
	if t.Index < 0 {
		return t.File.RowsFile.Source
	}
	return t.File.Doc.Source
}

// lineEnd returns how the lines of a text end.
func lineEnd(src []byte) string {
	if i := bytes.IndexByte(src, '\n'); i > 0 && src[i-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}

// lineAfter returns the offset of the line after the one that holds a place.
func lineAfter(src []byte, at int) int {
	if i := bytes.IndexByte(src[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(src)
}

// lastWritten returns the last row that says something, kept-free ones with an
// id included but totals not, or nil.
func lastWritten(t *isms.Table) *source.Span {
	last := -1
	for i := range t.Written {
		for k, cell := range t.Written[i].Cells {
			if cell.Text != "" && !(k == 0 && isms.IsTotal(cell.Text)) {
				last = i
			}
			if cell.Text != "" {
				break
			}
		}
	}
	if last < 0 {
		return nil
	}
	return &t.Written[last].Span
}

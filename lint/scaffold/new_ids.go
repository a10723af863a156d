package scaffold

import (
	"path"
	"slices"
	"strings"
	"time"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/schema"
)

// ids returns the ids that the entry's records or rows have, the newest last.
func (m *maker) ids() []string {
	if m.entry.Records {
		var ids []string
		for _, f := range m.records() {
			ids = append(ids, f.Meta.Record.Text)
		}
		return ids
	}
	var ids []string
	for _, t := range m.registers() {
		ids = append(ids, tableIDs(t)...)
	}
	return ids
}

// records returns the records of the form with an id, the newest last.
func (m *maker) records() []*isms.File {
	var records []*isms.File
	for _, f := range m.Files() {
		if f.Kind == isms.RecordFile && f.Meta.Form.Text == m.entry.Number && !f.Meta.Record.Empty() {
			records = append(records, f)
		}
	}
	slices.SortStableFunc(records, func(a, b *isms.File) int {
		x, _ := parseSerial(a.Meta.Record.Text)
		y, _ := parseSerial(b.Meta.Record.Text)
		if x.layout == y.layout && x.period != y.period {
			return strings.Compare(x.period, y.period)
		}
		if x.like(y) {
			return x.number - y.number
		}
		return a.Meta.Created.Date.Compare(b.Meta.Created.Date)
	})
	return records
}

// usedIDs returns all ids that a new record must not have: those of records,
// and those after which Markdown files are called.
func (m *maker) usedIDs(pattern string) []string {
	ids := m.ids()
	p, ok := parseSerial(pattern)
	for _, name := range m.Paths() {
		if !ok || !lint.IsMarkdown(name) {
			continue
		}
		stem := strings.TrimSuffix(path.Base(name), path.Ext(name))
		for _, candidate := range []string{stem, leadingID(stem)} {
			if s, good := parseSerial(candidate); good && s.like(p) {
				ids = append(ids, candidate)
			}
		}
	}
	return ids
}

// leadingID returns a file name up to the end of the id that it begins with:
// CAR-2026-001 of CAR-2026-001_アカウント.
func leadingID(stem string) string {
	for i, r := range stem {
		if r >= 0x80 || r == '_' || r == ' ' {
			return strings.TrimRight(stem[:i], "-_ ")
		}
	}
	return stem
}

// isFiscal reports whether the years in the ids of records are business years
// from April: then those made from January to March bear the year before.
func (m *maker) isFiscal() bool {
	fiscal := false
	for _, f := range m.records() {
		s, ok := parseSerial(f.Meta.Record.Text)
		day := f.Meta.Created.Date
		if !ok || s.layout != "2006" || day.IsZero() || day.Month >= time.April {
			continue
		}
		if s.period == s.periodOf(day, false) {
			return false
		}
		fiscal = fiscal || s.period == s.periodOf(day, true)
	}
	return fiscal
}

// idColumn returns the column that holds the ids that the rows of a table give
// to things, or nil.
func idColumn(t *schema.Table) *schema.Column {
	var best *schema.Column
	for _, name := range t.Defines {
		c := t.Column(name)
		if c == nil {
			continue
		}
		if name == t.Key[0] {
			return c
		}
		if best == nil || t.Index(name) < t.Index(best.Name) {
			best = c
		}
	}
	return best
}

// exampleID returns the id that the schema of the form gives as an example.
func (m *maker) exampleID() string {
	switch {
	case m.form == nil:
		return ""
	case m.form.Record != nil:
		return example(m.form.Record.Column("record"))
	case len(m.form.Tables) == 0:
		return ""
	}
	return example(idColumn(m.form.Tables[0]))
}

func example(c *schema.Column) string {
	if c == nil || len(c.Examples) == 0 {
		return ""
	}
	text, _ := c.Examples[0].(string)
	return text
}

// tableIDs returns what stands in the column of ids, rows that are kept free
// included, in the order of the rows.
func tableIDs(t *isms.Table) []string {
	c := idColumn(t.Schema)
	if c == nil {
		return nil
	}
	cell, ok := t.Columns[c.Name]
	if !ok {
		return nil
	}
	var ids []string
	for _, row := range t.Written {
		if text := cellText(row.Cells, cell); text != "" {
			ids = append(ids, text)
		}
	}
	return ids
}

func cellText(cells []document.TableCell, i int) string {
	if i >= len(cells) {
		return ""
	}
	return cells[i].Text
}

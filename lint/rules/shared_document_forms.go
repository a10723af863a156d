package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
)

// retentionTable is a table that says how long and where forms are kept.
type retentionTable struct {
	*document.Table
	// period and place are columns, -1 where there is none.
	period, place int
	// unit reports whether the header of the period names a unit of time.
	unit bool
	// forms are the entries that each row speaks of.
	forms [][]*isms.Entry
}

// newRetentionTable reads a table whose header names a period of retention or
// a place, and whose rows name forms of the catalogue; nil when t is none.
func newRetentionTable(c *formCatalogue, t *document.Table) *retentionTable {
	r := &retentionTable{Table: t, period: -1, place: -1}
	for i, cell := range t.Header {
		key := fold.Key(cell.Text)
		if r.period < 0 && containsOneOf(key, "保管期", "保存期", "保持期", "保管年", "保存年", "保有期", "retention", "keptfor") {
			r.period, r.unit = i, containsOneOf(key, "年)", "月)", "日)", "(years", "(months", "(days", "inyears", "inmonths")
		}
		if r.place < 0 && containsOneOf(key, "保管場", "保存場", "保管先", "保存先", "格納", "place", "location", "storage", "storedat", "keptat", "keptin") {
			r.place = i
		}
	}
	if r.period < 0 && r.place < 0 {
		return nil
	}
	named := false
	for i := range t.Rows {
		forms := r.formsOf(c, &t.Rows[i])
		named = named || len(forms) > 0
		r.forms = append(r.forms, forms)
	}
	if !named {
		return nil
	}
	return r
}

// formsOf returns the entries that the first telling cell of a row names, by
// their numbers or by a title.
func (r *retentionTable) formsOf(c *formCatalogue, row *document.TableRow) []*isms.Entry {
	for i, cell := range row.Cells {
		if i == r.period || i == r.place {
			continue
		}
		if forms := c.named(cell.Text); len(forms) > 0 {
			return forms
		}
	}
	return nil
}

// formCatalogue are the forms of a catalogue in their order, with the keys of
// their numbers.
type formCatalogue struct {
	*isms.Catalogue
	forms []*isms.Entry
	keys  []string
}

func newFormCatalogue(c *isms.Catalogue) *formCatalogue {
	out := &formCatalogue{Catalogue: c}
	for _, e := range c.Entries {
		if isForm(e) {
			out.forms, out.keys = append(out.forms, e), append(out.keys, numberKey(e.Number))
		}
	}
	return out
}

// named returns the forms that a cell names: numbers, ranges of numbers in the
// order of the catalogue, or one title.
func (c *formCatalogue) named(text string) []*isms.Entry {
	key := numberKey(text)
	type place struct{ start, end, form int }
	var places []place
	for i, k := range c.keys {
		if at := strings.Index(key, k); at >= 0 {
			places = append(places, place{at, at + len(k), i})
		}
	}
	var out []*isms.Entry
	for _, a := range places {
		out = append(out, c.forms[a.form])
		for _, b := range places {
			if b.start > a.end && isRangeMark(key[a.end:b.start]) {
				out = append(out, c.forms[min(a.form, b.form):max(a.form, b.form)]...)
			}
		}
	}
	if e := c.ByTitle(text); len(out) == 0 && e != nil && isForm(e) {
		out = append(out, e)
	}
	return out
}

func isRangeMark(s string) bool {
	switch s {
	case "~", "〜", "-", "から", "to", "...", "…":
		return true
	}
	return false
}

// isForm reports whether retention and place of an entry must be defined:
// everything but the documents that state rules.
func isForm(e *isms.Entry) bool {
	return e.Kind != isms.KindDocument || strings.HasPrefix(e.Number, "ISMS-B-")
}

// headerOf returns the span of the header row of a table.
func headerOf(t *document.Table) source.Span {
	if n := len(t.Header); n > 0 {
		return source.Span{Start: t.Header[0].Span.Start, End: t.Header[n-1].Span.End}
	}
	return t.Span
}

// cellValue returns a cell as a value, absent where the row is too short.
func cellValue(row *document.TableRow, column int) isms.Value {
	if column >= len(row.Cells) {
		return isms.Value{Span: row.Span}
	}
	return isms.Value{Text: row.Cells[column].Text, Span: row.Cells[column].Span, Present: true}
}

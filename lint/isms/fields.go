package isms

import (
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

// fieldReader collects the fields of a record: those of the front matter, the
// rows of tables whose cells are label and value in turn (項目 | 内容), and the
// sections whose titles are labels. A field given more than once is the first
// one, in that order, that says something.
type fieldReader struct {
	file   *File
	schema *schema.Table
	fields []Value
	// labelled are the tables that gave a field, titles those of the sections
	// in the form of fold.Key, as far as they were asked for.
	labelled map[int]bool
	titles   []string
	surplus  []source.Span
	repeated []RepeatedField
}

// readFields returns the fields of a record as a table of one row.
func readFields(f *File, form *schema.Form, s *schema.Table, bound []*Table) *Table {
	r := fieldReader{file: f, schema: s, fields: make([]Value, len(s.Columns)), labelled: map[int]bool{}}
	head := f.Head()
	for i := range r.fields {
		r.fields[i].Span = head
	}
	r.frontMatter()
	isBound := map[int]bool{}
	for _, t := range bound {
		isBound[t.Index] = true
	}
	for i := range f.Doc.Tables {
		if !isBound[i] {
			r.table(i)
		}
	}
	r.sections()
	t := &Table{Form: form.Number, Name: s.Name, Schema: s, File: f, Path: f.Path, Index: -1, Fields: true, source: f.Doc.Source}
	t.Rows = []Row{{Table: t, Span: head, fields: r.fields}}
	t.surplus, t.repeated = r.surplus, r.repeated
	return t
}

// set takes a value for a column unless one that says something is there.
func (r *fieldReader) set(column int, v Value) {
	if have := &r.fields[column]; !have.Present || have.Empty() && !v.Empty() {
		*have = v
	}
}

func (r *fieldReader) frontMatter() {
	root := r.file.Meta.Root
	if root == nil {
		return
	}
	for _, f := range root.Fields {
		if isCommonField(f.Key) {
			continue
		}
		i := r.schema.Index(f.Key)
		if i < 0 {
			matched, ok := r.schema.MatchText(f.Key)
			if !ok {
				continue
			}
			i = matched
		}
		if v := namesOf(root, f.Key); v.Present {
			r.set(i, v.Value)
		}
	}
}

// isCommonField reports whether a key of the front matter says something of
// the record itself and not of what it records.
func isCommonField(key string) bool {
	switch key {
	case "form", "title", "status", "created", "drafted_by", "approved_by", "approved_on", "classification", "organization", "rows":
		return true
	}
	return false
}

// table reads a table of two or four columns that holds labels and values. Its
// header row may be one of them.
func (r *fieldReader) table(index int) {
	t := &r.file.Doc.Tables[index]
	if n := len(t.Header); n != 2 && n != 4 {
		return
	}
	given := map[int]Value{}
	r.pairs(index, t.Header, t.Section, given)
	for i := range t.Rows {
		cells := t.Rows[i].Cells
		if n := len(t.Header); len(cells) > n && !blankCells(cells[n:]) && r.isLabel(cells[0].Text, t.Section) {
			r.surplus = append(r.surplus, source.Span{Start: cells[n].Span.Start, End: cells[len(cells)-1].Span.End})
			cells = cells[:n]
		}
		r.pairs(index, cells, t.Section, given)
	}
}

func (r *fieldReader) isLabel(text string, section int) bool {
	_, ok := r.column(text, section)
	return ok
}

// pairs takes the labels and values of a row. given are the values that the
// table gave before.
func (r *fieldReader) pairs(index int, cells []document.TableCell, section int, given map[int]Value) {
	for k := 0; k+1 < len(cells); k += 2 {
		label, value := &cells[k], &cells[k+1]
		column, ok := r.column(label.Text, section)
		if !ok {
			return
		}
		r.labelled[index] = true
		v := Value{Text: value.Text, Span: value.Span, Key: label.Span, Present: true}
		r.compare(column, given[column], v)
		given[column] = v
		r.set(column, v)
	}
}

// compare notes a field of one value that a table gives twice and differently.
// Texts and lists may go on in a second row.
func (r *fieldReader) compare(column int, first, second Value) {
	c := &r.schema.Columns[column]
	single := c.Format != "" || len(c.Values) > 0 && !c.List
	if single && !first.None() && !second.None() && fold.Key(first.Text) != fold.Key(second.Text) {
		r.repeated = append(r.repeated, RepeatedField{Column: c, First: first, Second: second})
	}
}

// longestLabel is the length in bytes beyond which a text is no label.
const longestLabel = 120

// column returns the column that a label names: together with the title of its
// section or the one above (有効性の確認/確認日), or alone.
func (r *fieldReader) column(label string, section int) (int, bool) {
	if label == "" || len(label) > longestLabel {
		return 0, false
	}
	headings := r.file.Doc.Headings
	for s, above := section, 0; s >= 0 && s < len(headings) && above < 2; s, above = headings[s].Parent, above+1 {
		if title := r.title(s); r.schema.HasSection(title) {
			if i, ok := r.schema.Match(title + "/" + fold.Key(label)); ok {
				return i, true
			}
		}
	}
	return r.schema.MatchText(label)
}

// title returns the title of a section in the form of fold.Key, or "" for one
// that is too long for a label.
func (r *fieldReader) title(section int) string {
	if r.titles == nil {
		r.titles = make([]string, len(r.file.Doc.Headings))
	}
	if title := r.file.Doc.Headings[section].Title; r.titles[section] == "" && len(title) <= longestLabel {
		r.titles[section] = fold.Key(title)
	}
	return r.titles[section]
}

// sections takes the text of sections whose titles are labels.
func (r *fieldReader) sections() {
	d := r.file.Doc
	for i := range d.Headings {
		h := &d.Headings[i]
		column, ok := r.schema.Match(r.title(i))
		if !ok || !r.fields[column].Empty() {
			continue
		}
		if v := r.section(h); v.Text != "" || !r.fields[column].Present {
			r.set(column, v)
		}
	}
}

// section returns the text under a heading, without the headings and labels in
// it and the header rows of tables. Without any text it is the heading that
// stands for it.
func (r *fieldReader) section(h *document.Heading) Value {
	v := Value{Key: h.TextSpan, Present: true}
	var parts []string
	blocks := r.file.Doc.Blocks
	for i := h.Block + 1; i < len(blocks) && blocks[i].Span.Start < h.End; i++ {
		b := &blocks[i]
		isLabel := b.Kind == document.Cell && (b.Row < 0 || r.labelled[b.Table])
		text := strings.TrimSpace(b.Text)
		if text == "" && (b.Kind == document.Code || b.Images > 0) {
			text = b.Span.Of(r.file.Doc.Source)
		}
		if b.Kind == document.HeadingText || isLabel || text == "" {
			continue
		}
		if parts == nil {
			v.Span.Start = b.Span.Start
		}
		v.Span.End = b.Span.End
		parts = append(parts, text)
	}
	v.Text = strings.Join(parts, "\n")
	if parts == nil {
		v.Span = source.Span{Start: h.TextSpan.End, End: h.TextSpan.End}
	}
	return v
}

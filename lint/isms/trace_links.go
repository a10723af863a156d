package isms

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

func (b *traceBuilder) links() {
	for _, n := range slices.Clone(b.trace.Nodes) {
		switch {
		case n.Kind == KindOfStatement:
			b.linkStatement(n)
		case n.Kind == KindOfProcedure:
			b.linkControls(n, strings.TrimPrefix(n.ID, n.File.ID()+" "), b.system.EditionOf(n.File))
		}
	}
	for _, f := range b.system.Files() {
		if b.trace.byFile[f] == nil {
			continue
		}
		for _, t := range f.Tables {
			kind := partOf(t)
			for i := range t.Rows {
				r := &t.Rows[i]
				if b.trace.byRow[r] == nil && kind != "" {
					b.trace.byRow[r] = b.trace.byKind[kind][r.firstKey()]
				}
				b.linkRow(t, r)
			}
		}
		b.linkMentions(f)
	}
}

// linkRow follows the columns of a row that name other things.
func (b *traceBuilder) linkRow(t *Table, r *Row) {
	from := b.trace.byRow[r]
	if from == nil {
		return
	}
	for i := range t.Schema.Columns {
		c := &t.Schema.Columns[i]
		if len(c.References)+len(c.Mentions) == 0 {
			continue
		}
		v := r.At(i)
		if v.None() || v.Ditto() {
			continue
		}
		b.linkCell(from, c, v)
	}
}

func (b *traceBuilder) linkCell(from *Node, c *schema.Column, v Value) {
	for _, kind := range slices.Concat(c.References, c.Mentions) {
		if !isTraced(kind) {
			continue
		}
		if kind == KindOfControl {
			b.linkControls(from, v.Text, b.system.EditionOf(from.File))
			continue
		}
		for _, item := range SplitList(v) {
			text := WithoutRemark(item.Text)
			b.trace.link(from, b.trace.byKind[kind][fold.Key(text)])
			for _, word := range strings.Fields(text) {
				b.trace.link(from, b.trace.byKind[kind][fold.Key(word)])
			}
		}
	}
}

// linkControls links to the controls that a text names, and to what became of
// those of another edition.
func (b *traceBuilder) linkControls(from *Node, text string, edition standard.Edition) {
	follow := func(id string) {
		for _, current := range b.inEdition(id, edition) {
			b.trace.link(from, b.trace.byKind[KindOfControl][fold.Key(current)])
		}
	}
	b.system.NamesControl(text, edition, follow)
	for _, item := range SplitList(Value{Text: text, Present: true}) {
		if id := ControlID(WithoutRemark(item.Text)); id != "" {
			follow(id)
		}
	}
}

// inEdition returns the controls that an id of another edition became.
func (b *traceBuilder) inEdition(id string, edition standard.Edition) []string {
	if _, known := b.system.Standard.Control(edition, id); !known || edition == b.trace.edition {
		return []string{id}
	}
	var out []string
	for _, m := range b.system.Standard.Successors(edition, id, b.trace.edition) {
		out = append(out, m.To)
	}
	return out
}

// linkStatement links a row of the Statement of Applicability to its control
// and to the sections that implement it.
func (b *traceBuilder) linkStatement(n *Node) {
	b.linkControls(n, n.Statement.ID, n.File.Statement.Edition)
	where := n.Statement.Row.Written("document").Text
	ids := []string{n.Statement.ID}
	b.system.NamesControl(where, n.File.Statement.Edition, func(id string) { ids = append(ids, id) })
	for _, id := range ids {
		for _, section := range b.sections[id] {
			if b.named(where, section.File) {
				b.trace.link(n, section)
			}
		}
	}
}

// named reports whether a cell names the document, by number or title, or
// gives a section alone.
func (b *traceBuilder) named(where string, f *File) bool {
	key := fold.Key(where)
	if strings.Contains(key, fold.Key(f.ID())) {
		return true
	}
	if f.Entry != nil {
		for _, title := range append([]string{f.Entry.Title, f.Entry.TitleEN}, f.Entry.Aliases...) {
			if title != "" && strings.Contains(key, fold.Key(title)) {
				return true
			}
		}
	}
	id := ControlID(where)
	return id != "" && IsControlRules(f)
}

package isms

import (
	"maps"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/message"
)

// traceBuilder makes the index of one state of the ISMS.
type traceBuilder struct {
	trace  *Trace
	system *System
	// sections are the nodes of procedures by the control's id.
	sections map[string][]*Node
}

func (b *traceBuilder) nodes() {
	b.sections = map[string][]*Node{}
	b.controls()
	for _, f := range b.system.Files() {
		if f.Meta.Status == Obsolete {
			continue
		}
		switch f.Kind {
		case Controlled, RecordFile:
			b.file(f)
		}
	}
}

// controls adds the controls of the edition that the ISMS is written to.
func (b *traceBuilder) controls() {
	for _, c := range b.system.Standard.Controls(b.trace.edition) {
		b.trace.add(&Node{ID: c.ID, Kind: KindOfControl, Title: message.Text{JA: c.TitleJA, EN: c.TitleEN}})
	}
}

// file adds a document or record and the rows that it holds.
func (b *traceBuilder) file(f *File) {
	n := &Node{ID: f.ID(), Kind: KindOfDocument, File: f, Path: f.Path, Span: f.Head(), Title: message.Same(f.Meta.Title.Text)}
	if f.Kind == RecordFile {
		n.Kind = recordKind(f)
	}
	b.trace.byFile[f] = b.trace.add(n)
	for _, t := range f.Tables {
		if t.Fields {
			n.Row = &t.Rows[0]
			b.trace.byRow[n.Row] = n
			continue
		}
		for i := range t.Rows {
			b.row(t, &t.Rows[i])
		}
	}
	b.statement(f)
	for _, c := range b.system.ControlSections(f) {
		b.section(&c)
	}
}

// recordKind returns the kind of id that the form of a record gives it.
func recordKind(f *File) string {
	if f.Form != nil && f.Form.Record != nil {
		for kind, column := range f.Form.Record.Defines {
			if column == "record" {
				return kind
			}
		}
	}
	return KindOfRecord
}

// row adds a row: by the ids that it defines or, where it defines none but
// refers to other things, by its document and key.
func (b *traceBuilder) row(t *Table, r *Row) {
	kinds := slices.Sorted(maps.Keys(t.Schema.Defines))
	n := &Node{File: t.File, Path: t.Path, Span: r.Span, Row: r, Title: message.Same(rowTitle(r))}
	// The id in the key comes first: SUP-001 before the number of its contract.
	slices.SortStableFunc(kinds, func(x, y string) int { return keyRank(t, x) - keyRank(t, y) })
	var others []*Node
	for _, kind := range kinds {
		for _, id := range SplitList(r.Written(t.Schema.Defines[kind])) {
			if n.ID == "" {
				n.ID, n.Kind = id.Text, kind
				continue
			}
			other := *n
			other.ID, other.Kind = id.Text, kind
			others = append(others, &other)
		}
	}
	switch {
	case n.ID != "":
	case t.File.Kind == RecordFile:
		b.trace.byRow[r] = b.trace.byFile[t.File]
		return
	case t.Form == statementForm || !refersTo(t) || partOf(t) != "":
		return
	default:
		n.ID, n.Kind = strings.TrimSpace(t.File.ID()+" "+r.Name()), t.Name
	}
	b.trace.byRow[r] = b.trace.add(n)
	for _, o := range others {
		b.trace.link(b.trace.add(o), n)
	}
}

// keyRank is 0 for a kind whose id is in the key of the table.
func keyRank(t *Table, kind string) int {
	if slices.Contains(t.Schema.Key, t.Schema.Defines[kind]) {
		return 0
	}
	return 1
}

// refersTo reports whether rows of the table name other things than documents.
func refersTo(t *Table) bool {
	for i := range t.Schema.Columns {
		c := &t.Schema.Columns[i]
		for _, kind := range slices.Concat(c.References, c.Mentions) {
			if isTraced(kind) && kind != KindOfDocument {
				return true
			}
		}
	}
	return false
}

// partOf returns the kind of things of the same form that the rows of a table
// go on about, as the monthly progress does about the items of a plan, or "".
func partOf(t *Table) string {
	key := t.Schema.Column(t.Schema.Key[0])
	if key == nil || t.File.Form == nil {
		return ""
	}
	for _, other := range t.File.Form.Tables {
		for _, kind := range key.References {
			if _, defines := other.Defines[kind]; defines && other.Name != t.Name {
				return kind
			}
		}
	}
	return ""
}

// isTraced reports whether things of the kind have nodes. People, roles and
// departments hold too much together to show a chain; clauses are no things of
// the organisation.
func isTraced(kind string) bool {
	switch kind {
	case "person", "role", "department", "clause":
		return false
	}
	return true
}

// statement adds what the Statement of Applicability says.
func (b *traceBuilder) statement(f *File) {
	if f.Statement == nil {
		return
	}
	for i := range f.Statement.Rows {
		r := &f.Statement.Rows[i]
		if r.ID == "" {
			continue
		}
		if r.Own && len(b.trace.Find(r.ID)) == 0 {
			b.trace.add(&Node{ID: r.ID, Kind: KindOfControl, Title: message.Same(r.Value("title").Text), File: f, Path: f.Path, Span: r.Span})
		}
		n := &Node{ID: f.ID() + " " + r.ID, Kind: KindOfStatement, File: f, Path: r.Table.Path, Span: r.Span, Row: r.Row, Statement: r,
			Title: message.Same(r.Value("title").Text)}
		b.trace.byRow[r.Row] = b.trace.add(n)
	}
}

func (b *traceBuilder) section(c *ControlSection) {
	n := &Node{ID: procedureID(c), Kind: KindOfProcedure, File: c.File, Path: c.File.Path, Span: c.Head().Span, Title: message.Same(c.Head().Title)}
	b.trace.add(n)
	b.sections[c.ID] = append(b.sections[c.ID], n)
}

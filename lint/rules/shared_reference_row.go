package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

// rowIDs are the ids that identify the rows of registers.
type rowIDs struct {
	*rowSeries
	records *recordIDs
}

// rowSeries are the ids of rows by their shapes.
type rowSeries struct {
	ids    map[string]bool // as written
	shapes map[string]rowShape
	// prefixes are those of the shapes.
	prefixes map[string]bool
}

// rowShape is what the ids of one kind of rows have in common.
type rowShape struct {
	kind        string
	first, last string
}

func newRowIDs(s *isms.System, records *recordIDs) *rowIDs {
	return &rowIDs{records: records, rowSeries: isms.Settled(s, "row-series", newRowSeries)}
}

func newRowSeries(s *isms.System) *rowSeries {
	r, records := &rowSeries{ids: map[string]bool{}, shapes: map[string]rowShape{}, prefixes: map[string]bool{}}, recordSeriesOf(s)
	for _, kind := range s.Kinds() {
		t := s.DefinedIn(kind)
		if t.Name == schema.RecordTable || t.Schema.Defines[kind] != t.Schema.Key[0] {
			continue // such as contracts, which others than suppliers have too
		}
		for _, id := range s.IDs(kind) {
			r.ids[id] = true
			shape, _, ok := recordShape(id)
			if _, isRecord := records.first[shape]; !ok || isRecord {
				continue
			}
			if known, ok := r.shapes[shape]; ok {
				r.shapes[shape] = rowShape{known.kind, min(known.first, id), max(known.last, id)}
				continue
			}
			r.shapes[shape] = rowShape{kind, id, id}
			prefix, _, _ := strings.Cut(id, "-")
			r.prefixes[prefix] = true
		}
	}
	return r
}

// unresolved returns the shape of an id that rows have but none of them has
// this one, or nil.
func (r *rowIDs) unresolved(id string) *rowShape {
	if r.ids[id] {
		return nil
	}
	prefix, _, _ := strings.Cut(id, "-")
	if !r.prefixes[prefix] {
		return nil
	}
	shape, _, ok := recordShape(id)
	known, same := r.shapes[shape]
	if !ok || !same || r.records.system.Has(rowKeys, id) || r.records.registered(id) || len(r.records.system.Record(id)) > 0 || r.records.isUnread(id) {
		return nil
	}
	return &known
}

// report reports an id in the text of a file that no row has. What a record
// tells of may have left its register since, so that there only ids that were
// never given out are reported; revision histories are left alone.
func (r *rowIDs) report(p *lint.Pass, f *isms.File, id *document.Identifier) {
	shape := r.unresolved(id.Text)
	if shape == nil || isExample(f.Doc, id) || speaksOfRemoval(f.Doc, id) {
		return
	}
	block := &f.Doc.Blocks[id.Block]
	if f.Revisions != nil && block.Table == f.Revisions.Table || ownedByReferenceID(f, block, id.Span, shape.kind) ||
		f.Kind == isms.RecordFile && shape.first <= id.Text && id.Text <= shape.last {
		return
	}
	at := id.Span
	text := message.Textf("「%[1]s」は台帳のどの行にもありません（登録されているのは %[2]s から %[3]s までです）。番号を確かめてください",
		"no row of a register has the id %[1]q, expected one from %[2]s to %[3]s", id.Text, shape.first, shape.last)
	if shape.first == shape.last {
		text = message.Textf("「%[1]s」は台帳のどの行にもありません（登録されているのは %[2]s だけです）。番号を確かめてください",
			"no row of a register has the id %[1]q, the only one is %[2]s", id.Text, shape.first)
	}
	p.Report(lint.Finding{File: f.Path, Span: &at, Severity: lint.Warning, Message: text})
}

// speaksOfRemoval reports whether the words around an id say that its row is
// no longer there.
func speaksOfRemoval(d *document.Document, id *document.Identifier) bool {
	const around = 90
	b := &d.Blocks[id.Block]
	at := source.Span{Start: max(id.Span.Start-around, b.Span.Start), End: min(id.Span.End+around, b.Span.End)}
	return holdsAny(strings.ToLower(at.Of(d.Source)), "欠番", "削除", "廃止", "廃棄", "抹消", "除却", "解約", "removed", "deleted", "retired", "withdrawn", "disposed", "no longer")
}

// ownedByReferenceID reports whether a place is in a cell in which reference/id
// or a rule of family risk looks for ids of the kind. They pass over a remark
// in brackets, as in AS-001（SUP-003 に預けている）.
func ownedByReferenceID(f *isms.File, b *document.Block, at source.Span, kind string) bool {
	if b.Kind != document.Cell {
		return false
	}
	before := string(f.Doc.Source[b.Span.Start:at.Start])
	opened := strings.LastIndexAny(before, "（(")
	remark := opened > strings.LastIndexAny(before, "）)") && strings.Trim(before[:max(opened, 0)], " 　") != ""
	for _, t := range f.Tables {
		if t.Index != b.Table && !t.Fields {
			continue
		}
		for i := range t.Schema.Columns {
			c := &t.Schema.Columns[i]
			if (len(c.References) == 0 || remark) && !slices.Contains(c.Mentions, kind) {
				continue
			}
			if column, ok := t.Columns[c.Name]; ok && t.Index == b.Table && column == b.Column {
				return true
			}
			if t.Fields && len(t.Rows) > 0 && t.Rows[0].At(i).Span.Overlaps(b.Span) {
				return true
			}
		}
	}
	return false
}

package isms

import (
	"sort"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/source"
)

// speaker is a part of a file's text and the thing that speaks in it.
type speaker struct {
	span source.Span
	node *Node
}

// linkMentions links what speaks in a text to the things whose ids it mentions:
// the row that the text is of, the section of a control, else the file.
func (b *traceBuilder) linkMentions(f *File) {
	rows, sections := b.rowsOf(f), b.sectionsOf(f)
	for i := range f.Doc.Identifiers {
		id := &f.Doc.Identifiers[i]
		from := speakerAt(rows, id.Span.Start)
		if from == nil {
			from = speakerAt(sections, id.Span.Start)
		}
		if from == nil {
			from = b.trace.byFile[f]
		}
		for _, to := range b.trace.byID[fold.Key(id.Text)] {
			b.trace.link(from, to)
		}
	}
}

// rowsOf returns the rows that stand in the body of a file, in order.
func (b *traceBuilder) rowsOf(f *File) []speaker {
	var out []speaker
	for _, t := range f.Tables {
		if t.Fields || t.Path != f.Path {
			continue
		}
		for i := range t.Rows {
			if n := b.trace.byRow[&t.Rows[i]]; n != nil {
				out = append(out, speaker{t.Rows[i].Span, n})
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].span.Start < out[j].span.Start })
	return out
}

// sectionsOf returns the sections of a file that describe controls, in order.
func (b *traceBuilder) sectionsOf(f *File) []speaker {
	var out []speaker
	for _, c := range b.system.ControlSections(f) {
		if n := b.trace.byKind[KindOfProcedure][fold.Key(procedureID(&c))]; n != nil {
			out = append(out, speaker{source.Span{Start: c.Head().Span.Start, End: c.Head().End}, n})
		}
	}
	return out
}

// speakerAt returns what speaks at an offset, or nil. The parts do not overlap.
func speakerAt(parts []speaker, at int) *Node {
	i := sort.Search(len(parts), func(k int) bool { return parts[k].span.Start > at }) - 1
	if i < 0 || at >= parts[i].span.End {
		return nil
	}
	return parts[i].node
}

// procedureID names the section that describes a control.
func procedureID(c *ControlSection) string { return c.File.ID() + " " + c.ID }

// firstKey returns the first column of the key in the form of [fold.Key].
func (r *Row) firstKey() string { return fold.Key(r.Written(r.Table.Schema.Key[0]).Text) }

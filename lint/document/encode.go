package document

import (
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/lint/wire"
)

// AppendEncoded appends a document to b in a form that [Decode] reads much
// faster than [Parser.Parse] reads its source. The form is that of one build of
// the program and goes no further than a cache. It reports false for a document
// with problems, which is not worth keeping.
func (d *Document) AppendEncoded(b []byte) ([]byte, bool) {
	if len(d.Problems) > 0 {
		return b, false
	}
	e := encoder{wire.Writer{Bytes: b}}
	e.Text(string(d.Source))
	e.Uint(uint64(d.FrontMatter.Format))
	e.span(d.FrontMatter.Span)
	d.FrontMatter.Root.Write(&e.Writer)
	e.span(d.Body)
	e.headings(d)
	e.blocks(d)
	e.tables(d)
	e.links(d.Links)
	e.Count(len(d.Mentions))
	for i := range d.Mentions {
		m := &d.Mentions[i]
		e.span(m.Span)
		e.quote(d, m.Inner, m.Text)
		e.index(m.Block)
	}
	e.Count(len(d.Identifiers))
	for i := range d.Identifiers {
		id := &d.Identifiers[i]
		e.quote(d, id.Span, id.Text)
		e.index(id.Block)
	}
	e.dates(d)
	e.marks(d)
	e.Count(len(d.Comments))
	for i := range d.Comments {
		c := &d.Comments[i]
		e.span(c.Span)
		e.Text(c.Text)
		e.Bool(c.Alone)
	}
	return e.Bytes, true
}

// encoder writes the parts of a document; [decoder] reads them in the same
// order.
type encoder struct{ wire.Writer }

func (e *encoder) span(s source.Span) { s.Write(&e.Writer) }

// quote writes a place and the text that was read there, which mostly is what
// stands there.
func (e *encoder) quote(d *Document, at source.Span, text string) {
	e.span(at)
	own := text != string(at.Of(d.Source))
	if e.Bool(own); own {
		e.Text(text)
	}
}

// index writes the index of something, or -1.
func (e *encoder) index(n int) { e.Count(n + 1) }

func (e *encoder) headings(d *Document) {
	all := d.Headings
	e.Count(len(all))
	for i := range all {
		h := &all[i]
		e.Count(h.Level)
		e.span(h.Span)
		e.quote(d, h.TextSpan, h.Text)
		e.Text(h.Number)
		e.Text(h.Title)
		e.index(h.Parent)
		e.index(h.Block)
		e.Count(h.End)
	}
}

// What is noted of a block in one byte, beside its kind in the lowest bits.
const (
	kindBits  = 0x7
	quotedBit = 1 << (3 + iota) // in a block quote
	tableBit                    // in a table
	imagesBit                   // with images
	copiedBit                   // one segment, of which the text is a copy
	codeBit                     // which is a code span
)

func (e *encoder) blocks(d *Document) {
	total := 0
	for i := range d.Blocks {
		total += len(d.Blocks[i].segments)
	}
	e.Count(total)
	e.Count(len(d.Blocks))
	for i := range d.Blocks {
		b := &d.Blocks[i]
		flags := b.flags(d.Source)
		e.Uint(flags)
		e.span(b.Span)
		e.index(b.Section)
		e.Count(b.Depth)
		if flags&tableBit != 0 {
			e.index(b.Table)
			e.index(b.Row)
			e.Count(b.Column)
		}
		if flags&imagesBit != 0 {
			e.Count(b.Images)
		}
		if flags&copiedBit != 0 {
			e.span(source.Span{Start: int(b.segments[0].source), End: int(b.segments[0].sourceEnd)})
			continue
		}
		e.Text(b.Text)
		e.Count(len(b.segments))
		for _, s := range b.segments {
			e.Count(int(s.text))
			e.Count(int(s.textEnd))
			e.span(source.Span{Start: int(s.source), End: int(s.sourceEnd)})
			e.Bool(s.code)
			e.Bool(s.copied)
		}
	}
}

func (b *Block) flags(src []byte) uint64 {
	flags := uint64(b.Kind) & kindBits
	set := func(bit uint64, is bool) {
		if is {
			flags |= bit
		}
	}
	set(quotedBit, b.Quoted)
	set(tableBit, b.Table >= 0)
	set(imagesBit, b.Images > 0)
	set(copiedBit, b.isCopy(src))
	set(codeBit, len(b.segments) == 1 && b.segments[0].code)
	return flags
}

// isCopy reports whether the text of a block stands in the source in one piece.
func (b *Block) isCopy(src []byte) bool {
	if len(b.segments) != 1 {
		return false
	}
	s := b.segments[0]
	return s.copied && s.text == 0 && int(s.textEnd) == len(b.Text) && b.Text == string(src[s.source:s.sourceEnd])
}

func (e *encoder) tables(d *Document) {
	all := d.Tables
	rows, cells := 0, 0
	for i := range all {
		rows += len(all[i].Rows)
		cells += len(all[i].Header)
		for _, r := range all[i].Rows {
			cells += len(r.Cells)
		}
	}
	e.Count(rows)
	e.Count(cells)
	e.Count(len(all))
	for i := range all {
		t := &all[i]
		e.span(t.Span)
		e.index(t.Section)
		e.cells(d, t.Header)
		e.Count(len(t.Rows))
		for _, r := range t.Rows {
			e.span(r.Span)
			e.cells(d, r.Cells)
		}
	}
}

func (e *encoder) cells(d *Document, all []TableCell) {
	e.Count(len(all))
	for i := range all {
		c := &all[i]
		e.index(c.Block)
		own := c.Block < 0 || c.Span != d.Blocks[c.Block].Span || c.Text != d.Blocks[c.Block].Text
		if e.Bool(own); own {
			e.span(c.Span)
			e.Text(c.Text)
		}
	}
}

func (e *encoder) links(all []Link) {
	e.Count(len(all))
	for i := range all {
		l := &all[i]
		e.span(l.Span)
		e.Text(l.Destination)
		e.span(l.DestinationSpan)
		e.Text(l.Text)
		e.Bool(l.Image)
		e.index(l.Section)
	}
}

func (e *encoder) dates(d *Document) {
	all := d.Dates
	e.Count(len(all))
	for i := range all {
		day := &all[i]
		e.quote(d, day.Span, day.Text)
		e.Text(string(day.Format))
		e.Count(day.Day.Year)
		e.Count(int(day.Day.Month))
		e.Count(day.Day.Day)
		e.index(day.Block)
	}
}

func (e *encoder) marks(d *Document) {
	all := d.Marks
	e.Count(len(all))
	for i := range all {
		m := &all[i]
		e.Text(string(m.Kind))
		e.quote(d, m.Span, m.Text)
		e.Int(int64(m.Value))
		e.index(m.Section)
		e.index(m.Block)
		e.Count(m.Depth)
	}
}

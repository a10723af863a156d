package document

import (
	"math"
	"time"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/lint/wire"
)

// Decode reads what [Document.AppendEncoded] wrote. Texts are parts of s. It
// reports false for anything else.
func Decode(s string) (*Document, bool) {
	r := decoder{Reader: wire.NewReader(s)}
	r.source = r.Text()
	d := &Document{Source: []byte(r.source)}
	d.FrontMatter.Format = Format(r.small())
	d.FrontMatter.Span = r.span()
	d.FrontMatter.Root = source.ReadNode(r.Reader, len(r.source))
	d.Body = r.span()
	d.Headings = r.headings()
	d.Blocks = r.blocks()
	d.Tables = r.tables(d.Blocks)
	d.Links = r.links()
	d.Mentions = list(&r, func(m *Mention) {
		m.Span = r.span()
		m.Inner, m.Text = r.quote()
		m.Block = r.index()
	})
	d.Identifiers = list(&r, func(id *Identifier) {
		id.Span, id.Text = r.quote()
		id.Block = r.index()
	})
	d.Dates = r.dates()
	d.Marks = r.marks()
	d.Comments = list(&r, func(c *Comment) {
		*c = Comment{Span: r.span(), Text: r.Text(), Alone: r.Bool()}
	})
	if !r.Done() || !d.sound() {
		return nil, false
	}
	return d, true
}

// sound reports whether the indexes of a document lead somewhere.
func (d *Document) sound() bool {
	for i := range d.Headings {
		if h := &d.Headings[i]; h.Parent >= i || h.Block < 0 || h.Block >= len(d.Blocks) || h.End > len(d.Source) {
			return false
		}
	}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Section >= len(d.Headings) || b.Table >= len(d.Tables) || b.Table >= 0 && b.Row >= len(d.Tables[b.Table].Rows) {
			return false
		}
	}
	within := func(block int) bool { return 0 <= block && block < len(d.Blocks) }
	for i := range d.Mentions {
		if !within(d.Mentions[i].Block) {
			return false
		}
	}
	for i := range d.Identifiers {
		if !within(d.Identifiers[i].Block) {
			return false
		}
	}
	for i := range d.Dates {
		if !within(d.Dates[i].Block) {
			return false
		}
	}
	return true
}

// decoder reads the parts of a document.
type decoder struct {
	*wire.Reader
	source string
}

// list reads the number of things and then each of them.
func list[T any](r *decoder, read func(*T)) []T {
	n := r.Count()
	if n == 0 {
		return nil
	}
	all := make([]T, n)
	for i := range all {
		read(&all[i])
	}
	return all
}

func (r *decoder) span() source.Span { return source.ReadSpan(r.Reader, len(r.source)) }

// index reads the index of something, or -1.
func (r *decoder) index() int { return r.number() - 1 }

// number reads a number that is not the size of anything.
func (r *decoder) number() int {
	n := r.Uint()
	if n > math.MaxInt32 {
		r.Fail()
		return 0
	}
	return int(n)
}

func (r *decoder) small() uint8 { return uint8(min(r.Uint(), math.MaxUint8)) }

func (r *decoder) headings() []Heading {
	return list(r, func(h *Heading) {
		h.Level, h.Span = r.number(), r.span()
		h.TextSpan, h.Text = r.quote()
		h.Number, h.Title = r.Text(), r.Text()
		h.Parent, h.Block, h.End = r.index(), r.index(), r.number()
	})
}

func (r *decoder) blocks() []Block {
	segments := slab[segment](r.Count())
	blocks := list(r, func(b *Block) {
		flags := r.Uint()
		*b = Block{
			Kind: BlockKind(flags & kindBits), Span: r.span(), Section: r.index(), Depth: r.number(), Quoted: flags&quotedBit != 0,
			Table: -1, Row: -1,
		}
		if flags&tableBit != 0 {
			b.Table, b.Row, b.Column = r.index(), r.index(), r.number()
		}
		if flags&imagesBit != 0 {
			b.Images = r.number()
		}
		if flags&copiedBit != 0 {
			at := r.span()
			b.Text = r.source[at.Start:at.End]
			if b.segments = segments.take(1); len(b.segments) == 1 {
				b.segments[0] = segment{textEnd: int32(at.Len()), source: int32(at.Start), sourceEnd: int32(at.End), code: flags&codeBit != 0, copied: true}
			}
			return
		}
		b.Text = r.Text()
		b.segments = segments.take(r.number())
		for i := range b.segments {
			b.segments[i] = r.segment()
		}
	})
	if segments.short {
		r.Fail()
	}
	return blocks
}

func (r *decoder) segment() segment {
	from, to := r.number(), r.number()
	at := r.span()
	return segment{
		text: int32(from), textEnd: int32(to), source: int32(at.Start), sourceEnd: int32(at.End),
		code: r.Bool(), copied: r.Bool(),
	}
}

func (r *decoder) tables(blocks []Block) []Table {
	rows, cells := slab[TableRow](r.Count()), slab[TableCell](r.Count())
	readCells := func() []TableCell {
		taken := cells.take(r.number())
		for i := range taken {
			taken[i] = r.cell(blocks)
		}
		return taken
	}
	tables := list(r, func(t *Table) {
		*t = Table{Span: r.span(), Section: r.index(), Header: readCells()}
		t.Rows = rows.take(r.number())
		for i := range t.Rows {
			t.Rows[i] = TableRow{Span: r.span(), Cells: readCells()}
		}
	})
	if rows.short || cells.short {
		r.Fail()
	}
	return tables
}

func (r *decoder) cell(blocks []Block) TableCell {
	c := TableCell{Block: r.index()}
	switch own := r.Bool(); {
	case own:
		c.Span, c.Text = r.span(), r.Text()
	case 0 <= c.Block && c.Block < len(blocks):
		c.Span, c.Text = blocks[c.Block].Span, blocks[c.Block].Text
	default:
		r.Fail()
	}
	return c
}

// quote reads a place and the text that was read there.
func (r *decoder) quote() (at source.Span, text string) {
	at = r.span()
	if own := r.Bool(); own {
		return at, r.Text()
	}
	return at, r.source[at.Start:at.End]
}

func (r *decoder) links() []Link {
	return list(r, func(l *Link) {
		*l = Link{Span: r.span(), Destination: r.Text(), DestinationSpan: r.span(), Text: r.Text(), Image: r.Bool(), Section: r.index()}
	})
}

func (r *decoder) dates() []Date {
	return list(r, func(d *Date) {
		d.Span, d.Text = r.quote()
		d.Format = date.Format(r.Text())
		d.Day = date.Date{Year: r.number(), Month: time.Month(r.number()), Day: r.number()}
		d.Block = r.index()
	})
}

func (r *decoder) marks() []Mark {
	return list(r, func(m *Mark) {
		m.Kind = MarkKind(r.Text())
		m.Span, m.Text = r.quote()
		m.Value = int(r.Int())
		m.Section, m.Block, m.Depth = r.index(), r.index(), r.number()
	})
}

// shared is memory for many short lists.
type shared[T any] struct {
	rest  []T
	short bool // more was asked for than there was
}

func slab[T any](n int) *shared[T] { return &shared[T]{rest: make([]T, n)} }

func (s *shared[T]) take(n int) []T {
	if n == 0 {
		return nil
	}
	if s.short = s.short || n > len(s.rest); s.short {
		return nil
	}
	taken := s.rest[:n:n]
	s.rest = s.rest[n:]
	return taken
}

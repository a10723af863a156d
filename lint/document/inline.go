package document

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
)

// children reads the inline nodes below n into the text of the current block.
func (b *builder) children(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			b.textNode(c)
		case *ast.CodeSpan:
			b.codeSpan(c)
		case *ast.RawHTML:
			b.rawHTML(c)
		case *ast.Link:
			b.link(c, c.Destination, false)
		case *ast.Image:
			b.images++
			b.link(c, c.Destination, true)
		case *ast.AutoLink:
			b.autoLink(c)
		default:
			b.children(c)
		}
	}
}

func (b *builder) textNode(n *ast.Text) {
	s := n.Segment
	if n.IsRaw() {
		b.copySource(s.Start, s.Stop, false)
	} else {
		b.unescape(s.Start, s.Stop)
	}
	if n.SoftLineBreak() || n.HardLineBreak() {
		b.lineBreak(s.Stop)
	}
}

// lineBreak adds the line break at or after the given offset of the body.
func (b *builder) lineBreak(from int) {
	i := bytes.IndexByte(b.body[from:], '\n')
	if i < 0 {
		return
	}
	end := from + i + 1
	start := end - 1
	if start > from && b.saved[start-1] == '\r' {
		start--
	}
	b.replace("\n", start, end, false)
}

// codeSpan adds the text of a code span. In a table, GFM takes the backslash
// from a pipe in code too.
func (b *builder) codeSpan(n *ast.CodeSpan) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		t, ok := c.(*ast.Text)
		if !ok {
			continue
		}
		from, to := b.wholeBreaks(t.Segment.Start, t.Segment.Stop)
		for i := from; i < to; i++ {
			switch c := b.body[i]; {
			case c == '\\' && b.inCell && i+1 < to && b.body[i+1] == '|':
				b.copySource(from, i, true)
				from = i + 1
			case c == '\n' && i > from && b.saved[i-1] == '\r':
				b.copySource(from, i-1, true)
				b.replace("\n", i-1, i+1, true)
				from = i + 1
			}
		}
		b.copySource(from, to, true)
	}
}

// wholeBreaks narrows a piece of a code span, from whose ends goldmark takes a
// blank or a line break, where it has taken one half of a CRLF.
func (b *builder) wholeBreaks(from, to int) (int, int) {
	if from < to && from > 0 && b.body[from] == '\n' && b.saved[from-1] == '\r' {
		from++
	}
	if from < to && b.saved[to-1] == '\r' {
		to--
	}
	return from, to
}

// rawHTML adds a line break for <br> and keeps comments; other tags give no
// text.
func (b *builder) rawHTML(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	first, last := n.Segments.At(0), n.Segments.At(n.Segments.Len()-1)
	tag := b.body[first.Start:first.Stop]
	switch {
	case bytes.HasPrefix(tag, []byte(commentStart)):
		b.inlineComment(n.Segments)
	case isLineBreakTag(tag):
		b.replace("\n", first.Start, last.Stop, false)
	}
}

// isLineBreakTag reports whether the tag is <br>, <br/> or <BR class="x">.
func isLineBreakTag(tag []byte) bool {
	if len(tag) < 4 || tag[1]|0x20 != 'b' || tag[2]|0x20 != 'r' {
		return false
	}
	switch tag[3] {
	case '>', '/', ' ', '\t', '\r', '\n':
		return true
	}
	return false
}

// copySource adds body[start:end] to the text as it is.
func (b *builder) copySource(start, end int, code bool) {
	if start >= end {
		return
	}
	from := len(b.text) - b.textStart
	b.text = append(b.text, b.body[start:end]...)
	b.addSegment(segment{
		text: int32(from), textEnd: int32(from + end - start),
		source: int32(b.base + start), sourceEnd: int32(b.base + end),
		code: code, copied: true,
	})
}

// replace adds text that stands for body[start:end].
func (b *builder) replace(s string, start, end int, code bool) {
	if s == "" {
		return
	}
	from := len(b.text) - b.textStart
	b.text = append(b.text, s...)
	b.addSegment(segment{
		text: int32(from), textEnd: int32(from + len(s)),
		source: int32(b.base + start), sourceEnd: int32(b.base + end),
		code: code, copied: end-start == len(s),
	})
}

// addSegment appends s to the segments of the current block, joined to the one
// before where the source goes on without a gap.
func (b *builder) addSegment(s segment) {
	if n := len(b.segments); n > b.segmentStart {
		last := &b.segments[n-1]
		if last.copied && s.copied && last.code == s.code && last.sourceEnd == s.source {
			last.textEnd, last.sourceEnd = s.textEnd, s.sourceEnd
			return
		}
	}
	b.segments = append(b.segments, s)
}

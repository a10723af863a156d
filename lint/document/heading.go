package document

import (
	"slices"

	"github.com/yuin/goldmark/ast"
)

// heading reads a heading. One in a list or block quote is a block, but no
// heading of the document: it opens no section.
func (b *builder) heading(n *ast.Heading, in around) {
	sealed := unseal(n.Lines())
	start, end, textStart, textEnd := b.headingExtent(n)
	if in.depth == 0 {
		b.openSection(Heading{
			Level: n.Level, Span: b.span(start, end), TextSpan: b.span(textStart, textEnd),
			Block: len(b.blocks), Parent: -1,
		})
	}
	b.startBlock()
	b.inline(n, n.Lines(), sealed)
	b.endBlock(b.block(HeadingText, start, end, in))
}

// headingExtent returns where the heading and its text are in the body.
func (b *builder) headingExtent(n *ast.Heading) (start, end, textStart, textEnd int) {
	lines := n.Lines()
	if lines.Len() == 0 {
		start = b.anchor(n.Pos(), "#")
		at := start + n.Level
		return start, b.lineEnd(start), at, at
	}
	textStart, textEnd = extent(lines)
	start = textStart
	for start > 0 && (b.body[start-1] == ' ' || b.body[start-1] == '\t') {
		start--
	}
	marks := start
	for start > 0 && b.body[start-1] == '#' {
		start--
	}
	end = b.lineEnd(textEnd)
	if marks-start == n.Level && marks < textStart {
		textStart, textEnd = trimBlanks(b.body, textStart, textEnd)
		return start, end, textStart, textEnd
	}
	// Underlined: the line below belongs to it.
	if end < len(b.body) {
		next := end
		for b.body[next] != '\n' && next+1 < len(b.body) {
			next++
		}
		if next+1 < len(b.body) {
			end = b.lineEnd(next + 1)
		}
	}
	start = textStart
	textStart, textEnd = trimBlanks(b.body, textStart, textEnd)
	return start, end, textStart, textEnd
}

// openSection adds a heading and puts what follows under it.
func (b *builder) openSection(h Heading) {
	b.closeSections(h.Level, h.Span.Start)
	if n := len(b.above); n > 0 {
		h.Parent = b.above[n-1]
	}
	b.section = len(b.headings)
	b.above = append(b.above, b.section)
	b.headings = append(b.headings, h)
}

// closeSections ends the open sections of the given or a lower level at the
// given offset of the file.
func (b *builder) closeSections(level, at int) {
	n := len(b.above)
	for n > 0 && b.headings[b.above[n-1]].Level >= level {
		b.headings[b.above[n-1]].End = at
		n--
	}
	b.above = b.above[:n]
}

// finishHeadings fills in what needs the text of the blocks.
func (d *Document) finishHeadings(headings []Heading) {
	d.Headings = slices.Clone(headings)
	for i := range d.Headings {
		h := &d.Headings[i]
		h.Text = trimText(d.Blocks[h.Block].Text)
		h.Number, h.Title = splitNumber(h.Text)
	}
}

package document

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
)

// around tells what stands around a block.
type around struct {
	depth        int
	quoted, item bool
}

// container reads the blocks in n.
func (b *builder) container(n ast.Node, in around) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		b.node(c, in)
	}
}

// node reads the block n and those in it.
func (b *builder) node(n ast.Node, in around) {
	switch n := n.(type) {
	case *ast.Paragraph:
		b.paragraph(n, n.Lines(), in)
	case *ast.TextBlock:
		b.paragraph(n, n.Lines(), in)
	case *ast.Heading:
		b.heading(n, in)
	case *tableNode:
		b.table(n, in)
	case *ast.List:
		b.list(n, around{depth: in.depth + 1, quoted: in.quoted, item: true})
	case *ast.Blockquote:
		b.container(n, around{depth: in.depth + 1, quoted: true})
	case *ast.FencedCodeBlock:
		b.fencedCode(n, in)
	case *ast.CodeBlock:
		b.lines(Code, n.Lines(), in)
	case *ast.HTMLBlock:
		b.html(n, in)
	case *ast.ThematicBreak:
		start := b.anchor(n.Pos(), "-*_")
		b.leaf(ThematicBreak, start, b.lineEnd(start), in)
	}
}

// block returns a block of the given kind at body[start:end].
func (b *builder) block(kind BlockKind, start, end int, in around) Block {
	return Block{
		Kind: kind, Span: b.span(start, end), Section: b.section,
		Depth: in.depth, Quoted: in.quoted, Table: -1, Row: -1,
	}
}

// leaf adds a block without text.
func (b *builder) leaf(kind BlockKind, start, end int, in around) {
	b.startBlock()
	b.endBlock(b.block(kind, start, end, in))
}

// lines adds a block without text that covers the lines.
func (b *builder) lines(kind BlockKind, lines *text.Segments, in around) {
	if lines.Len() > 0 {
		start, end := extent(lines)
		_, end = trimSpaces(b.body, start, end)
		b.leaf(kind, start, end, in)
	}
}

func (b *builder) paragraph(n ast.Node, lines *text.Segments, in around) {
	sealed := unseal(lines)
	if lines.Len() == 0 {
		return
	}
	kind := Paragraph
	if in.item {
		kind = ListItem
	}
	start, end := extent(lines)
	b.startBlock()
	b.inline(n, lines, sealed)
	b.endBlock(b.block(kind, start, end, in))
}

// fencedCode adds a fenced block of code with its fences.
func (b *builder) fencedCode(n *ast.FencedCodeBlock, in around) {
	start := b.anchor(n.Pos(), "`~")
	end := b.lineEnd(start)
	if lines := n.Lines(); lines.Len() > 0 {
		_, end = extent(lines)
		_, end = trimSpaces(b.body, start, end)
	}
	b.leaf(Code, start, b.closingFence(start, end), in)
}

// closingFence returns the end of the next line of text after end if it closes
// the fence at start, and end otherwise.
func (b *builder) closingFence(start, end int) int {
	at := end
	for at < len(b.body) && (isSpace(b.body[at]) || b.body[at] == '>') {
		at++
	}
	if at == len(b.body) || b.body[at] != b.body[start] || bytes.IndexByte(b.body[end:at], '\n') < 0 {
		return end
	}
	n := fenceLength(b.body[at:])
	if n >= fenceLength(b.body[start:]) && at+n == b.lineEnd(at) {
		return at + n
	}
	return end
}

// fenceLength returns the number of times that the first byte of s is repeated.
func fenceLength(s []byte) int {
	n := 0
	for n < len(s) && s[n] == s[0] {
		n++
	}
	return n
}

// extent returns the range of the body that the lines cover.
func extent(lines *text.Segments) (start, end int) {
	return lines.At(0).Start, lines.At(lines.Len() - 1).Stop
}

// anchor returns the beginning of the run of one of the given bytes at or
// shortly before pos: goldmark counts columns that a tab stands for as bytes.
func (b *builder) anchor(pos int, first string) int {
	pos = min(max(pos, 0), len(b.body)-1)
	for at := pos; at >= 0 && at > pos-4; at-- {
		if strings.IndexByte(first, b.body[at]) < 0 {
			continue
		}
		for at > 0 && b.body[at-1] == b.body[at] {
			at--
		}
		return at
	}
	return pos
}

// lineEnd returns the end of the text on the line that holds the offset.
func (b *builder) lineEnd(at int) int {
	end := len(b.body)
	if i := bytes.IndexByte(b.body[at:], '\n'); i >= 0 {
		end = at + i
	}
	for end > at && isSpace(b.body[end-1]) {
		end--
	}
	return end
}

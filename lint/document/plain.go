package document

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// plain keeps goldmark's parser of inline markup away from paragraphs and
// headings that hold no byte which markup can begin with. In Japanese prose
// these are most, and that parser is the larger part of a parse.
//
// Such a block is sealed when it is closed: the end of its last line becomes
// negative, which goldmark takes for the end of a text without anything to
// parse; the builder reads the lines themselves.
type plain struct{ parser.BlockParser }

// Close seals the block if it is plain.
func (p plain) Close(node ast.Node, reader text.Reader, pc parser.Context) {
	p.BlockParser.Close(node, reader, pc)
	lines := node.Lines()
	if lines.Len() == 0 || node.Parent() == nil {
		return
	}
	start, end := extent(lines)
	if start < end && isPlain(reader.Source()[start:end]) {
		flipEnd(lines)
	}
}

// isPlain reports whether no markup can begin in b. Character references are
// none of goldmark's concern.
func isPlain(b []byte) bool {
	for _, c := range []byte("\\`[<*_") {
		if bytes.IndexByte(b, c) >= 0 {
			return false
		}
	}
	return true
}

// unseal opens the lines again and reports whether they were sealed.
func unseal(lines *text.Segments) bool {
	n := lines.Len()
	if n == 0 || lines.At(n-1).Stop >= 0 {
		return false
	}
	flipEnd(lines)
	return true
}

// flipEnd turns the end of the last line into its complement and back.
func flipEnd(lines *text.Segments) {
	last := lines.Len() - 1
	line := lines.At(last)
	line.Stop = ^line.Stop
	lines.Set(last, line)
}

// inline reads the text of a block whose lines are given: from the lines of a
// sealed block, and else from goldmark's nodes.
func (b *builder) inline(n ast.Node, lines *text.Segments, sealed bool) {
	if !sealed {
		b.children(n)
		return
	}
	for i := range lines.Len() {
		line := lines.At(i)
		_, end := trimSpaces(b.body, line.Start, line.Stop)
		b.unescape(line.Start, end)
		if i+1 < lines.Len() {
			b.lineBreak(end)
		}
	}
}

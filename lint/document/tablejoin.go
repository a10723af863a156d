package document

import (
	"bytes"
	"slices"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"github.com/ismslint/ismslint/lint/source"
)

// A blank line, a comment or tag of HTML, a thematic break and a block quote end
// a table in GFM, and what follows is a paragraph of pipes. To its author these
// are rows all the same, and so they are here: what a register says must not
// depend on what stands between its rows. The places of the rows tell that the
// table is split.

// gap is a block between the rows of a table: node stands above the given row.
type gap struct {
	row  int
	node ast.Node
}

// joinRows makes the first lines of a paragraph rows of the table right above
// it where they can be nothing else.
func joinRows(node *ast.Paragraph, src []byte, state *state) {
	lines := node.Lines()
	n := 0
	for n < lines.Len() && beginsRow(lines.At(n), src) {
		n++
	}
	if n > 0 && joinTable(node.PreviousSibling(), lines.Sliced(0, n), src, state) {
		keepLines(node, n, lines.Len(), src)
	}
}

// joinTable adds the lines, each of which begins with a pipe, to the table that
// ends with or above the given node, and reports whether they belong to it: at
// least one has as many cells as the header.
func joinTable(above ast.Node, lines []text.Segment, src []byte, state *state) bool {
	if state.cells > MaxCells {
		return false
	}
	table := tableAbove(above, src)
	if table == nil || !slices.ContainsFunc(lines, func(line text.Segment) bool {
		return len(splitRow(src, line.Start, line.Stop, nil)) == len(table.header)
	}) {
		return false
	}
	before, end := len(table.rows), table.end
	pool := table.readRows(nil, lines, nil, src, MaxCells-state.cells)
	if state.cells += len(pool); state.cells > MaxCells {
		rows := table.rows[before:]
		state.tooLarge = append(state.tooLarge, source.Span{Start: rows[0].start, End: rows[len(rows)-1].end})
		table.rows, table.end = table.rows[:before], end
		return true
	}
	for above != ast.Node(table) {
		next := table.NextSibling()
		table.gaps = append(table.gaps, gap{row: before, node: next})
		table.AppendChild(table, next)
		if next == above {
			break
		}
	}
	return true
}

// joinHeader puts the header row that stands alone above a delimiter row, which
// begins the paragraph, before it, and reports whether it did.
func joinHeader(node *ast.Paragraph, columns int, src []byte) (header []cellSpan, ok bool) {
	above, ok := node.PreviousSibling().(*ast.Paragraph)
	if !ok || above.Lines().Len() == 0 {
		return nil, false
	}
	lines := above.Lines()
	sealed := unseal(lines)
	last := lines.At(lines.Len() - 1)
	if beginsRow(last, src) {
		header = splitRow(src, last.Start, last.Stop, nil)
	}
	if len(header) != columns {
		if sealed {
			flipEnd(lines)
		}
		return nil, false
	}
	joined := text.NewSegments()
	joined.Append(last)
	joined.AppendAll(node.Lines().Sliced(0, node.Lines().Len()))
	node.SetLines(joined)
	keepLines(above, 0, lines.Len()-1, src)
	return header, true
}

// maxGap is the largest number of blocks between two rows of a table, and of
// paragraphs in a block quote among them.
const maxGap = 64

// tableAbove returns the table that ends with the node or above it, with
// nothing between but what interrupts the rows of a table, or nil.
func tableAbove(node ast.Node, src []byte) *tableNode {
	for n := 0; node != nil && n <= maxGap; n++ {
		switch n := node.(type) {
		case *tableNode:
			return n
		case *ast.HTMLBlock:
			if !isTextless(n, src) {
				return nil
			}
		case *ast.ThematicBreak:
		case *ast.Blockquote:
			if !isNote(n) {
				return nil
			}
		default:
			return nil
		}
		node = node.PreviousSibling()
	}
	return nil
}

// isNote reports whether a block quote holds nothing but text.
func isNote(n *ast.Blockquote) bool {
	if n.ChildCount() > maxGap {
		return false
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if !ast.IsParagraph(c) {
			return false
		}
	}
	return true
}

// isTextless reports whether a block of HTML holds only comments and tags, as
// those with which printed pages are broken.
func isTextless(n *ast.HTMLBlock, src []byte) bool {
	lines := n.Lines()
	switch n.HTMLBlockType {
	case ast.HTMLBlockType2, ast.HTMLBlockType6, ast.HTMLBlockType7:
	default:
		return false
	}
	if lines.Len() == 0 {
		return false
	}
	start, end := extent(lines)
	if n.HasClosure() {
		end = n.ClosureLine.Stop
	}
	rest := bytes.TrimSpace(src[start:end])
	for len(rest) > 0 {
		mark := ">"
		if bytes.HasPrefix(rest, []byte(commentStart)) {
			mark = commentEnd
		}
		i := bytes.Index(rest, []byte(mark))
		if rest[0] != '<' || i < 0 {
			return false
		}
		rest = bytes.TrimSpace(rest[i+len(mark):])
	}
	return true
}

func beginsRow(line text.Segment, src []byte) bool {
	start, end := trimSpaces(src, line.Start, line.Stop)
	return start < end && src[start] == '|'
}

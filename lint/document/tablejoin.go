package document

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"github.com/ismslint/ismslint/lint/source"
)

// A blank line or a line of a comment ends a table in GFM, and what follows is
// a paragraph of pipes. To its author these are rows all the same, and so they
// are here: what a register says must not depend on a blank line. The places
// of the rows tell that the table is split.

// joinRows makes the first lines of a paragraph rows of the table right above
// it where they can be nothing else: each begins with a pipe, and at least one
// has as many cells as the header.
func joinRows(node *ast.Paragraph, src []byte, state *state) {
	table := tableAbove(node, src, state)
	if table == nil || state.cells > MaxCells {
		return
	}
	lines := node.Lines()
	n, fitting := 0, false
	for ; n < lines.Len() && beginsRow(lines.At(n), src); n++ {
		line := lines.At(n)
		fitting = fitting || len(splitRow(src, line.Start, line.Stop, nil)) == len(table.header)
	}
	if !fitting {
		return
	}
	before, end := len(table.rows), table.end
	pool := table.readRows(nil, lines.Sliced(0, n), nil, src, MaxCells-state.cells)
	if state.cells += len(pool); state.cells > MaxCells {
		rows := table.rows[before:]
		state.tooLarge = append(state.tooLarge, source.Span{Start: rows[0].start, End: rows[len(rows)-1].end})
		table.rows, table.end = table.rows[:before], end
	}
	state.joined, state.gap = table, node.PreviousSibling()
	keepLines(node, n, lines.Len(), src)
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

// tableAbove returns the table that only blank lines and comments on lines of
// their own separate from the paragraph, or nil. What stands above rows that
// were added before is not looked at again.
func tableAbove(node *ast.Paragraph, src []byte, state *state) *tableNode {
	if !beginsRow(node.Lines().At(0), src) {
		return nil
	}
	for above := node.PreviousSibling(); above != nil; above = above.PreviousSibling() {
		if above == state.gap {
			return state.joined
		}
		switch above := above.(type) {
		case *tableNode:
			return above
		case *ast.HTMLBlock:
			if !isOneComment(above, src) {
				return nil
			}
		default:
			return nil
		}
	}
	return nil
}

// isOneComment reports whether a block of HTML is a comment and nothing else.
func isOneComment(n *ast.HTMLBlock, src []byte) bool {
	lines := n.Lines()
	if n.HTMLBlockType != ast.HTMLBlockType2 || lines.Len() == 0 {
		return false
	}
	start, end := extent(lines)
	if n.HasClosure() {
		end = n.ClosureLine.Stop
	}
	start, end = trimSpaces(src, start, end)
	inner, ok := bytes.CutSuffix(src[start:end], []byte(commentEnd))
	return ok && len(inner) > len(commentStart) && !bytes.Contains(inner, []byte(commentEnd)) &&
		bytes.LastIndex(inner, []byte(commentStart)) == 0 && emptyComment(inner[len(commentStart):]) == 0
}

func beginsRow(line text.Segment, src []byte) bool {
	start, end := trimSpaces(src, line.Start, line.Stop)
	return start < end && src[start] == '|'
}

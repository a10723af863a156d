package document

import (
	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/ismslint/ismslint/lint/source"
)

// tableNode is a table in goldmark's tree. Its children are only those cells
// whose content needs goldmark's parser of inline markup, and the gaps.
//
// The table extension of goldmark would drop cells beyond the columns of the
// header, invent those that a row lacks, and not tell where an empty cell
// stands; all three are what a reader of registers must know.
type tableNode struct {
	ast.BaseBlock
	start, end int
	header     []cell
	rows       []row
	gaps       []gap // in order
}

// row is a row of a table node below the header.
type row struct {
	start, end int
	cells      []cell
}

// cell is a cell of a row; node is nil for a plain one.
type cell struct {
	cellSpan
	node *cellNode
}

// cellNode is a cell whose content goldmark parses.
type cellNode struct{ ast.BaseBlock }

// Kind, IsRaw and Dump implement goldmark's Node.
func (t *tableNode) Kind() ast.NodeKind       { return extension.KindTable }
func (t *tableNode) IsRaw() bool              { return true }
func (t *tableNode) Dump(src []byte, lvl int) { ast.DumpHelper(t, src, lvl, nil, nil) }
func (c *cellNode) Kind() ast.NodeKind        { return extension.KindTableCell }
func (c *cellNode) Dump(src []byte, lvl int)  { ast.DumpHelper(c, src, lvl, nil, nil) }

// tables turns the paragraph that holds a delimiter row below a header row of
// as many cells into a table, as GFM has it.
type tables struct{}

func (tables) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	unseal(lines) // of the text above an underline, which is closed first
	src := reader.Source()
	if columns := columnsOf(lines.At(0), src); columns > 0 {
		if header, ok := joinHeader(node, columns, src); ok {
			replaceTable(node, 1, header, src, stateOf(pc))
			return
		}
	}
	for i := 1; i < lines.Len(); i++ {
		columns := columnsOf(lines.At(i), src)
		if columns == 0 {
			continue
		}
		above := lines.At(i - 1)
		header := splitRow(src, above.Start, above.Stop, nil)
		if len(header) == columns {
			node = replaceTable(node, i, header, src, stateOf(pc))
		}
		break
	}
	if node != nil {
		joinRows(node, src, stateOf(pc))
	}
}

// columnsOf returns the number of columns of the delimiter row in the line,
// or 0 when it is none.
func columnsOf(line text.Segment, src []byte) int {
	indent := line.Padding
	for i := line.Start; i < line.Stop; i++ {
		switch c := src[i]; {
		case c == ' ':
			indent++
		case c == '\t':
			indent += 4 - indent%4
		case indent < 4 && beginsDelimiterRow(c):
			return delimiterColumns(src, i, line.Stop)
		default:
			return 0
		}
	}
	return 0
}

// replaceTable puts the table whose delimiter row is the given line of the
// paragraph in the place of that line, the one above and those below. The text
// above it becomes a paragraph of its own: the one that is read ends with the
// table, and an underline below the table must not make a heading of it. It is
// returned, or nil where there is none.
func replaceTable(node *ast.Paragraph, delimiterLine int, header []cellSpan, src []byte, state *state) (above *ast.Paragraph) {
	lines := node.Lines()
	parent := node.Parent()
	table, count := buildTable(lines, delimiterLine, header, src, MaxCells-state.cells)
	if state.cells += count; state.cells > MaxCells {
		state.tooLarge = append(state.tooLarge, source.Span{Start: table.start, End: table.end})
	} else {
		parent.InsertAfter(parent, node, table)
	}
	if n := delimiterLine - 1; n > 0 {
		above = ast.NewParagraph()
		above.SetLines(lines)
		above.SetBlankPreviousLines(node.HasBlankPreviousLines())
		parent.InsertBefore(parent, node, above)
		keepLines(above, 0, n, src)
	}
	parent.RemoveChild(parent, node)
	return above
}

// keepLines leaves the paragraph the lines from first to before end, or takes
// it out of the tree when these are none.
func keepLines(node *ast.Paragraph, first, end int, src []byte) {
	if first == end {
		node.Parent().RemoveChild(node.Parent(), node)
		return
	}
	lines := node.Lines()
	lines.SetSliced(first, end)
	last := lines.At(lines.Len() - 1)
	lines.Set(lines.Len()-1, last.TrimRightSpace(src))
}

// buildTable reads the rows of a table until it has more cells than allowed,
// and returns the number of cells read.
func buildTable(lines *text.Segments, delimiterLine int, header []cellSpan, src []byte, allowed int) (*tableNode, int) {
	above, last := lines.At(delimiterLine-1), lines.At(lines.Len()-1)
	rows := lines.Len() - delimiterLine - 1
	table := &tableNode{rows: make([]row, 0, rows)}
	table.start, _ = trimSpaces(src, above.Start, above.Stop)
	_, table.end = trimSpaces(src, last.Start, last.Stop)
	pool := make([]cell, 0, min(len(header)*(rows+1), table.end-table.start, allowed+1))
	pool, table.header = table.adopt(pool, header)
	pool = table.readRows(pool, lines.Sliced(delimiterLine+1, lines.Len()), header[:0], src, allowed)
	return table, len(pool)
}

// readRows appends the lines to the rows of the table until the pool has more
// cells than allowed; spans is memory to use.
func (t *tableNode) readRows(pool []cell, lines []text.Segment, spans []cellSpan, src []byte, allowed int) []cell {
	for _, line := range lines {
		if len(pool) > allowed {
			break
		}
		r := row{}
		r.start, r.end = trimSpaces(src, line.Start, line.Stop)
		spans = splitRow(src, r.start, r.end, spans[:0])
		pool, r.cells = t.adopt(pool, spans)
		t.rows = append(t.rows, r)
		t.end = r.end
	}
	return pool
}

// adopt appends a row of cells to the pool that all rows share and gives those
// that are not plain to goldmark.
func (t *tableNode) adopt(pool []cell, spans []cellSpan) (grown, row []cell) {
	first := len(pool)
	for _, s := range spans {
		c := cell{cellSpan: s}
		if !s.plain && s.start < s.end {
			c.node = &cellNode{}
			c.node.Lines().Append(text.NewSegment(s.start, s.end))
			t.AppendChild(t, c.node)
		}
		pool = append(pool, c)
	}
	return pool, pool[first:len(pool):len(pool)]
}

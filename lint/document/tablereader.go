package document

import (
	"slices"

	"github.com/ismslint/ismslint/lint/source"
)

// table reads a table: each cell under a column of the header is a block, and
// what stands between the rows is read in its place.
func (b *builder) table(n *tableNode, in around) {
	table := Table{Span: b.span(n.start, n.end), Section: b.section}
	pool := make([]TableCell, 0, n.count())
	table.Header, pool = b.row(pool, n.header, len(n.header), -1, in)
	table.Rows = make([]TableRow, len(n.rows))
	gaps := n.gaps
	for i, r := range n.rows {
		for ; len(gaps) > 0 && gaps[0].row == i; gaps = gaps[1:] {
			b.node(gaps[0].node, in)
		}
		table.Rows[i].Span = b.span(r.start, r.end)
		table.Rows[i].Cells, pool = b.row(pool, r.cells, len(n.header), i, in)
	}
	b.doc.Tables = append(b.doc.Tables, table)
}

// row appends the cells of a row to the pool that the rows of a table share,
// and returns them. A cell beyond the columns of the header gets its text, but
// no block.
func (b *builder) row(pool []TableCell, cells []cell, columns, row int, in around) (read, grown []TableCell) {
	first := len(pool)
	for i, c := range cells {
		out := TableCell{Block: -1}
		comments := len(b.comments)
		b.startBlock()
		b.inCell = true
		if c.node != nil {
			b.children(c.node)
		} else {
			b.copySource(c.start, c.end, false)
		}
		b.inCell = false
		out.Span = b.outsideComments(c.start, c.end, b.comments[comments:])
		if i < columns {
			block := b.block(Cell, c.start, c.end, in)
			block.Table, block.Row, block.Column = len(b.doc.Tables), row, i
			out.Block = b.endBlock(block)
		} else {
			out.Text = trimText(string(b.text[b.textStart:]))
		}
		pool = append(pool, out)
	}
	return pool[first:len(pool):len(pool)], pool
}

// outsideComments returns the span of a cell's content without the comments at
// its ends and the blanks around them; comments are those of the cell.
func (b *builder) outsideComments(start, end int, comments []Comment) source.Span {
	if len(comments) == 0 {
		return b.span(start, end)
	}
	for i := range comments {
		if comments[i].Span == b.span(start, comments[i].Span.End-b.base) {
			start, _ = trimBlanks(b.body, comments[i].Span.End-b.base, end)
		}
	}
	for i := len(comments) - 1; i >= 0 && start < end; i-- {
		if at := comments[i].Span; at.End == b.base+end {
			_, end = trimBlanks(b.body, start, at.Start-b.base)
		}
	}
	return b.span(min(start, end), end)
}

// count returns the number of cells of the table.
func (t *tableNode) count() int {
	n := len(t.header)
	for _, r := range t.rows {
		n += len(r.cells)
	}
	return n
}

// finishTables fills in the text of the cells that are blocks.
func (d *Document) finishTables() {
	for i := range d.Tables {
		t := &d.Tables[i]
		d.finishCells(t.Header)
		for _, r := range t.Rows {
			d.finishCells(r.Cells)
		}
	}
	d.Tables = slices.Clip(d.Tables)
}

func (d *Document) finishCells(cells []TableCell) {
	for i := range cells {
		if c := &cells[i]; c.Block >= 0 {
			c.Text = trimText(d.Blocks[c.Block].Text)
		}
	}
}

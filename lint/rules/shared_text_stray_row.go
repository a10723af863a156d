package rules

import (
	"bytes"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/source"
)

// strayRows are lines that have as many cells as the nearest table above, and
// that text or a heading keeps from being rows of it.
type strayRows struct {
	table *document.Table
	// first is the first of them; more counts the other places with such lines
	// below the same table.
	first source.Span
	more  int
}

// strayRowsOf returns the lines of a document that look like rows of a table
// but belong to none. Quotations and code show rows on purpose.
func strayRowsOf(d *document.Document) []strayRows {
	var stray []strayRows
	below := 0 // tables that end above the block
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind != document.Paragraph && b.Kind != document.ListItem || b.Quoted || !endsRow(b.Span.Of(d.Source)) {
			continue
		}
		for below < len(d.Tables) && d.Tables[below].Span.End <= b.Span.Start {
			below++
		}
		if below == 0 {
			continue
		}
		table := &d.Tables[below-1]
		row, ok := lastRows(d, b.Span, len(table.Header))
		switch n := len(stray); {
		case !ok:
		case n > 0 && stray[n-1].table == table:
			stray[n-1].more++
		default:
			stray = append(stray, strayRows{table: table, first: row})
		}
	}
	return stray
}

// lastRows returns the first of the lines at the end of a block that all begin
// and end with a pipe. ok is false where the block does not end with such
// lines, or where that line has not the given number of cells, two or more.
func lastRows(d *document.Document, block source.Span, columns int) (first source.Span, ok bool) {
	for end := block.End; end > block.Start; {
		start := block.Start + bytes.LastIndexByte(d.Source[block.Start:end], '\n') + 1
		row := trimRow(d.Source, start, end)
		if text := row.Of(d.Source); !endsRow(text) || text[0] != '|' {
			break
		}
		first, end = row, max(start-1, block.Start)
	}
	return first, columns > 1 && first.Len() > 1 && cellsIn(first.Of(d.Source)) == columns
}

// endsRow reports whether the text ends as a row of a table does.
func endsRow(text string) bool {
	return strings.HasSuffix(text, "|") && !strings.HasSuffix(text, `\|`)
}

// cellsIn returns the number of cells of a row with pipes at both ends.
func cellsIn(row string) int { return strings.Count(row, "|") - strings.Count(row, `\|`) - 1 }

package report

import (
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"

	"github.com/ismslint/ismslint/lint/source"
)

// maxLine is the number of bytes from which a source line is cut even when the
// terminal has no limit: nobody reads more, and a table row can be megabytes.
const maxLine = 8 << 10

// ellipsis stands for what was cut. It is ASCII because the width of … is
// ambiguous.
const ellipsis = "..."

const tabStop = 8

// snippet is a source line as shown below a finding.
type snippet struct {
	Number         int
	Source, Marker string // of equal indentation; Marker is the caret and its tildes
}

// cell is what one or more characters of the line occupy on the terminal.
type cell struct {
	text  string
	width int // columns; 0 for a tab, whose width depends on its place
	in    bool
}

// newSnippet shows the line in which the span begins. Indent is the number of
// columns to the left of the line, width the number of columns in all (0 for
// no limit).
func newSnippet(text *source.Text, span source.Span, indent, width int) snippet {
	number := text.Position(span.Start).Line
	line := text.Line(number)
	start := min(max(span.Start, line.Start), line.End)
	end := max(min(span.End, line.End), start)
	line, cutLeft, cutRight := clip(text.Bytes, line, start)
	end = min(end, line.End)

	cells := newCells(string(text.Bytes[line.Start:line.End]), start-line.Start, end-line.Start)
	if cutLeft || cutRight || width > 0 && lineWidth(cells, indent) > width-indent {
		limit := maxLine
		if width > 0 {
			limit = max(width-indent, 20)
		}
		cells = window(cells, limit, cutLeft, cutRight)
	}
	src, marker := draw(cells, indent)
	return snippet{Number: number, Source: src, Marker: marker}
}

// clip cuts a line that is too long to be measured to the bytes around start.
func clip(b []byte, line source.Span, start int) (clipped source.Span, left, right bool) {
	if line.Len() <= maxLine {
		return line, false, false
	}
	from, to := max(line.Start, start-maxLine/4), min(line.End, start+maxLine/4)
	for from > line.Start && !utf8.RuneStart(b[from]) {
		from--
	}
	for to < line.End && !utf8.RuneStart(b[to]) {
		to++
	}
	return source.Span{Start: from, End: to}, from > line.Start, to < line.End
}

// newCells splits a line. Characters of no width join the cell before them,
// except at the bounds of the marked bytes [start, end). When nothing is
// marked, an empty cell stands at start.
func newCells(line string, start, end int) []cell {
	// Terminals show characters of ambiguous width (①, →, ○) in one column
	// unless they are told otherwise, in Japan as well; so do we.
	widths := runewidth.Condition{StrictEmojiNeutral: true}
	var cells []cell
	marked := start != end // the mark of an empty span is a cell of its own
	for i := 0; i < len(line); {
		_, size := utf8.DecodeRuneInString(line[i:])
		if !marked && start < i+size {
			cells = append(cells, cell{in: true})
			marked = true
		}
		c := cell{text: line[i : i+size], in: i < end && start < i+size}
		switch {
		case c.text == "\t":
		case commandBracket(line, i):
			c.text, c.width = `\[`, 2
		default:
			c.text = clean(c.text)
			c.width = widths.StringWidth(c.text)
		}
		if last := len(cells) - 1; c.width == 0 && c.text != "\t" && last >= 0 && cells[last].in == c.in {
			cells[last].text += c.text
		} else {
			cells = append(cells, c)
		}
		i += size
	}
	if !marked {
		cells = append(cells, cell{in: true})
	}
	return cells
}

// window returns the cells around the marked ones that fit into limit
// columns, with an ellipsis where something was cut. Tabs become blanks,
// because the stops of a cut line are not where they were.
func window(cells []cell, limit int, cutLeft, cutRight bool) []cell {
	first, last, used := markedCells(cells)
	limit -= 2 * len(ellipsis)
	for used > limit && last > first { // the mark itself is too wide: show its beginning
		used -= blank(cells[last]).width
		last--
	}
	for grown := true; grown; {
		grown = false
		if first > 0 && used+blank(cells[first-1]).width <= limit {
			first--
			used += blank(cells[first]).width
			grown = true
		}
		if last < len(cells)-1 && used+blank(cells[last+1]).width <= limit {
			last++
			used += blank(cells[last]).width
			grown = true
		}
	}
	var out []cell
	if cutLeft || first > 0 {
		out = append(out, cell{text: ellipsis, width: len(ellipsis)})
	}
	for _, c := range cells[first : last+1] {
		out = append(out, blank(c))
	}
	if cutRight || last < len(cells)-1 {
		out = append(out, cell{text: ellipsis, width: len(ellipsis)})
	}
	return out
}

func markedCells(cells []cell) (first, last, width int) {
	first = -1
	for i, c := range cells {
		if !c.in {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
		width += blank(c).width
	}
	return max(first, 0), last, width
}

func blank(c cell) cell {
	if c.text == "\t" {
		c.text, c.width = " ", 1
	}
	return c
}

// draw renders the line and, below it, the caret. Tabs before the caret are
// repeated in the lower line so that both end at the same stop.
func draw(cells []cell, indent int) (src, marker string) {
	var line, below strings.Builder
	column, marked, seen := indent, 0, false
	for _, c := range cells {
		width := columns(c, column)
		column += width
		line.WriteString(c.text)
		switch {
		case c.in:
			marked += width
			seen = true
		case seen:
		case c.text == "\t":
			below.WriteByte('\t')
		default:
			below.WriteString(strings.Repeat(" ", width))
		}
	}
	return line.String(), below.String() + "^" + strings.Repeat("~", max(marked-1, 0))
}

func lineWidth(cells []cell, indent int) int {
	column := indent
	for _, c := range cells {
		column += columns(c, column)
	}
	return column - indent
}

// columns returns the width of a cell that begins at the given column.
func columns(c cell, column int) int {
	if c.text == "\t" {
		return tabStop - column%tabStop
	}
	return c.width
}

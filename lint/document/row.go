package document

import (
	"bytes"
	"strings"
)

// cellSpan is the place of one cell's content in a row, without the blanks
// around it; plain reports whether it holds no byte that markup can begin with.
type cellSpan struct {
	start, end int
	plain      bool
}

// splitRow appends the cells of the table row src[start:end] to cells. A pipe
// separates cells unless a backslash stands before it, in code spans too, as
// GFM has it. A pipe at either end of the row belongs to no cell. A cell
// without content is an empty span between its pipes.
func splitRow(src []byte, start, end int, cells []cellSpan) []cellSpan {
	start, end = trimSpaces(src, start, end)
	if start < end && src[start] == '|' {
		start++
	}
	for at := start; at < end; {
		stop, plain := cellEnd(src, at, end)
		cell := cellSpan{plain: plain}
		cell.start, cell.end = trimBlanks(src, at, stop)
		if cell.start == cell.end {
			// One blank after the pipe, where people type.
			cell.start = min(at+1, stop)
			cell.end = cell.start
		}
		cells = append(cells, cell)
		at = stop + 1
	}
	return cells
}

// cellEnd returns the offset of the pipe that ends the cell at the given
// offset, or end.
func cellEnd(src []byte, at, end int) (stop int, plain bool) {
	plain = true
	for i := at; i < end; i++ {
		switch src[i] {
		case '|':
			if i == at || src[i-1] != '\\' {
				return i, plain
			}
		case '\\', '`', '[', '<', '*', '_', '&':
			plain = false
		}
	}
	return end, plain
}

// trimSpaces narrows src[start:end] to what stands between half-width blanks.
func trimSpaces(src []byte, start, end int) (int, int) {
	for start < end && isSpace(src[start]) {
		start++
	}
	for start < end && isSpace(src[end-1]) {
		end--
	}
	return start, end
}

// trimBlanks narrows src[start:end] to what stands between blanks, full-width
// and no-break ones included.
func trimBlanks(src []byte, start, end int) (int, int) {
	for {
		s, e := trimSpaces(src, start, end)
		for _, blank := range [...]string{wideBlank, noBreakBlank} {
			if bytes.HasPrefix(src[s:e], []byte(blank)) {
				s += len(blank)
			}
			if bytes.HasSuffix(src[s:e], []byte(blank)) {
				e -= len(blank)
			}
		}
		if s == start && e == end {
			return s, e
		}
		start, end = s, e
	}
}

// trimText is trimBlanks for text without markup.
func trimText(s string) string { return strings.Trim(s, " \t\r\n"+wideBlank+noBreakBlank) }

const (
	wideBlank    = "\u3000"
	noBreakBlank = "\u00A0"
)

// isSpace reports whether c is a blank to goldmark, which form feeds are not.
func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// delimiterColumns returns the number of columns of the delimiter row
// src[start:end] (| --- | :-: |), or 0 when it is none.
func delimiterColumns(src []byte, start, end int) int {
	start, end = trimSpaces(src, start, end)
	ruled := false // a line of hyphens alone is no delimiter row
	for i := start; i < end; i++ {
		switch src[i] {
		case '|', ':':
			ruled = true
		case '-', ' ', '\t':
		default:
			return 0
		}
	}
	if !ruled {
		return 0
	}
	columns := 0
	for _, c := range splitRow(src, start, end, nil) {
		if !isDelimiterCell(src[c.start:c.end]) {
			return 0
		}
		columns++
	}
	return columns
}

func isDelimiterCell(b []byte) bool {
	if len(b) > 0 && b[0] == ':' {
		b = b[1:]
	}
	if len(b) > 0 && b[len(b)-1] == ':' {
		b = b[:len(b)-1]
	}
	for _, c := range b {
		if c != '-' {
			return false
		}
	}
	return len(b) > 0
}

// beginsDelimiterRow reports whether the byte can begin a delimiter row.
func beginsDelimiterRow(c byte) bool { return c == '|' || c == '-' || c == ':' }

package scaffold

import (
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"

	"github.com/ismslint/ismslint/lint/isms"
)

// markdownRow writes the cells as a row of the table, and says where it goes.
// Where the columns of the table are padded to one width, so is the row.
func markdownRow(t *isms.Table, src []byte, cells []string) (line string, at int) {
	header := lineOf(src, t.Header[0].Span.Start)
	start := lineAfter(src, t.Header[0].Span.Start)
	delimiter := lineOf(src, start)
	at = lineAfter(src, start)
	if last := lastWritten(t); last != nil {
		at = lineAfter(src, last.Start)
	}
	bare := strings.TrimLeft(delimiter, " \t>")
	prefix := delimiter[:len(delimiter)-len(bare)]
	widths := columnWidths(header, delimiter)
	var b strings.Builder
	b.WriteString(prefix + "|")
	for i, cell := range cells {
		text := " "
		if cell != "" {
			text = " " + markdown(cell) + " "
		}
		if i < len(widths) {
			text += strings.Repeat(" ", max(0, widths[i]-displayWidth(text)))
		}
		b.WriteString(text + "|")
	}
	return b.String(), at
}

// columnWidths returns the widths of the columns of a table whose header and
// delimiter row are padded to the same ones, nil for another.
func columnWidths(header, delimiter string) []int {
	h, d := segments(header), segments(delimiter)
	if len(h) != len(d) {
		return nil
	}
	widths := make([]int, len(h))
	padded := false
	for i := range h {
		widths[i] = utf8.RuneCountInString(d[i])
		if displayWidth(h[i]) != widths[i] {
			return nil
		}
		padded = padded || strings.HasSuffix(h[i], "  ")
	}
	if !padded {
		return nil
	}
	return widths
}

// segments returns what stands between the pipes of a row.
func segments(line string) []string {
	line = strings.TrimLeft(line, " \t>")
	line = strings.TrimRight(line, " \t")
	line = strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
	var out []string
	start := 0
	for i := range len(line) {
		if line[i] == '|' && (i == 0 || line[i-1] != '\\') {
			out = append(out, line[start:i])
			start = i + 1
		}
	}
	return append(out, line[start:])
}

// displayWidth counts the columns of a text in a terminal, where a character
// of Japanese has two.
func displayWidth(s string) int {
	widths := runewidth.Condition{StrictEmojiNeutral: true}
	return widths.StringWidth(s)
}

// lineOf returns the line that holds a place, without its end.
func lineOf(src []byte, at int) string {
	start := at
	for start > 0 && src[start-1] != '\n' {
		start--
	}
	return strings.TrimRight(string(src[start:lineAfter(src, at)]), "\r\n")
}

// csvRow writes the cells as a line of the CSV file, and says where it goes.
// Cells are quoted where they must be, and where all of the header are.
func csvRow(t *isms.Table, src []byte, cells []string) (line string, at int) {
	at = lineAfter(src, t.Header[len(t.Header)-1].Span.End)
	if last := lastWritten(t); last != nil {
		at = lineAfter(src, max(last.Start, last.End-1))
	}
	quoteAll := true
	for _, h := range t.Header {
		quoteAll = quoteAll && h.Span.Start > 0 && src[h.Span.Start-1] == '"'
	}
	out := make([]string, len(cells))
	for i, cell := range cells {
		if quoteAll || strings.ContainsAny(cell, "\",\r\n") || cell != strings.TrimSpace(cell) {
			cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
		out[i] = cell
	}
	return strings.Join(out, ","), at
}

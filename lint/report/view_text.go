package report

import (
	"bytes"
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/ismslint/ismslint/lint/message"
)

// viewText writes tables for the terminal. No line is wider than the terminal.
func viewText(b *bytes.Buffer, v *View, o Options) {
	s := style{on: o.Color}
	for i := range v.Tables {
		t := &v.Tables[i]
		if i > 0 {
			b.WriteByte('\n')
		}
		if title := t.Title.In(o.Language); title != "" {
			b.WriteString(s.paint(sgrBold, fit(safe(title), o.Width)) + "\n")
		}
		if len(t.Rows) > 0 {
			newTextTable(t, o).write(b, s)
		} else if !t.Title.IsZero() {
			b.WriteString(s.paint(sgrDim, nothing.In(o.Language)) + "\n")
		}
	}
	for i, n := range v.Notes {
		if i == 0 && len(v.Tables) > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(fit(safe(n.In(o.Language)), o.Width) + "\n")
	}
}

// nothing stands in the place of a table without rows.
var nothing = message.Text{JA: "（なし）", EN: "(none)"}

// columnGap is the number of blanks between two columns.
const columnGap = 2

// textTable is a table whose cells are clean and measured.
type textTable struct {
	table  *Table
	header []string
	cells  [][]string
	widths []int
	// contents are the widths without the headers.
	contents []int
	limit    int
}

func newTextTable(t *Table, o Options) *textTable {
	x := &textTable{table: t, limit: o.Width, widths: make([]int, len(t.Columns)), contents: make([]int, len(t.Columns))}
	for i, c := range t.Columns {
		x.header = append(x.header, safe(c.Title.In(o.Language)))
		x.widths[i] = displayWidth(x.header[i])
	}
	for _, row := range t.Rows {
		cells := make([]string, len(t.Columns))
		for i := range t.Columns {
			cells[i] = safe(strings.Join(strings.Split(row[i].Text.In(o.Language), "\n"), " "))
			x.contents[i] = max(x.contents[i], displayWidth(cells[i]))
			x.widths[i] = max(x.widths[i], x.contents[i])
		}
		x.cells = append(x.cells, cells)
	}
	x.shrink()
	return x
}

// shrink makes columns narrower until the table fits: first long ones, then
// those with a header wider than what stands below; the first column never.
func (x *textTable) shrink() {
	const least, leastLong = 2, 8
	long := func(i, to int) bool { return x.table.Columns[i].Long && x.widths[i] > to }
	for _, mayShrink := range []func(i int) bool{
		func(i int) bool { return long(i, leastLong) },
		func(i int) bool { return x.widths[i] > max(x.contents[i], least) }, // the header is cut
		func(i int) bool { return long(i, leastLong/2) },
		func(i int) bool { return i > 0 && x.widths[i] > least },
	} {
		for x.limit > 0 && x.total() > x.limit {
			widest := -1
			for i, w := range x.widths {
				if mayShrink(i) && (widest < 0 || w > x.widths[widest]) {
					widest = i
				}
			}
			if widest < 0 {
				break
			}
			x.widths[widest]--
		}
	}
}

func (x *textTable) total() int {
	total := columnGap * (len(x.widths) - 1)
	for _, w := range x.widths {
		total += w
	}
	return total
}

func (x *textTable) write(b *bytes.Buffer, s style) {
	x.line(b, x.header, func(_ int, text string) string { return s.paint(sgrDim, text) })
	for r, cells := range x.cells {
		x.line(b, cells, func(i int, text string) string {
			if tone := x.table.Rows[r][i].Tone; tone != Plain {
				text = s.paint(toneSGR(tone), text)
			}
			return text
		})
	}
}

// line writes one row; where even the narrowest columns do not fit, those at
// the right are left out.
func (x *textTable) line(b *bytes.Buffer, cells []string, paint func(i int, text string) string) {
	used, pending := 0, 0
	for i, w := range x.widths {
		if x.limit > 0 && used+w > x.limit {
			if w = x.limit - used; w <= 0 {
				break
			}
		}
		text := fit(cells[i], w)
		pad := w - displayWidth(text)
		if x.table.Columns[i].Right {
			pending += pad
			pad = 0
		}
		if text != "" {
			b.WriteString(strings.Repeat(" ", pending))
			b.WriteString(paint(i, text))
			pending = 0
		}
		pending += pad + columnGap
		used += w + columnGap
	}
	b.WriteByte('\n')
}

func toneSGR(t Tone) string {
	switch t {
	case Dim:
		return sgrDim
	case Good:
		return sgrGreen
	case Notable:
		return sgrYellow
	case Bad:
		return sgrRed
	}
	return ""
}

// displayWidth returns the number of columns that a clean text takes in a terminal;
// characters of ambiguous width take one, as in the snippets of findings.
func displayWidth(s string) int {
	widths := runewidth.Condition{StrictEmojiNeutral: true}
	return widths.StringWidth(s)
}

// fit cuts a clean text to a number of columns; 0 leaves it whole.
func fit(s string, limit int) string {
	if limit <= 0 || displayWidth(s) <= limit {
		return s
	}
	widths := runewidth.Condition{StrictEmojiNeutral: true}
	return widths.Truncate(s, limit, "…")
}

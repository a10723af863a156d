package report

import (
	"bytes"
	"strings"
)

// viewMarkdown writes tables for a wiki, an issue or a hand-out.
func viewMarkdown(b *bytes.Buffer, v *View, o Options) {
	for i := range v.Tables {
		t := &v.Tables[i]
		if i > 0 {
			b.WriteByte('\n')
		}
		if title := t.Title.In(o.Language); title != "" {
			b.WriteString("## " + mdText(title) + "\n\n")
		}
		if len(t.Rows) > 0 {
			markdownTable(b, t, o)
		}
	}
	for _, n := range v.Notes {
		b.WriteString("\n" + mdLine(n.In(o.Language)) + "\n")
	}
}

func markdownTable(b *bytes.Buffer, t *Table, o Options) {
	for _, c := range t.Columns {
		b.WriteString("| " + mdCell(c.Title.In(o.Language)) + " ")
	}
	b.WriteString("|\n")
	for _, c := range t.Columns {
		if c.Right {
			b.WriteString("|--:")
		} else {
			b.WriteString("|---")
		}
	}
	b.WriteString("|\n")
	for _, row := range t.Rows {
		for _, c := range row {
			b.WriteString("| " + mdCell(c.Text.In(o.Language)) + " ")
		}
		b.WriteString("|\n")
	}
}

// mdCell is mdText for a text that may have several lines. The indent of a
// tree stays.
func mdCell(s string) string {
	parts := strings.Split(s, "\n")
	for i, p := range parts {
		indent := len(p) - len(strings.TrimLeft(p, " "))
		parts[i] = strings.Repeat("&emsp;", indent/2) + mdText(p[indent:])
	}
	return strings.Join(parts, "<br>")
}

// mdLine is mdText for a text that begins a line, where a mark may open a
// list or a heading.
func mdLine(s string) string {
	s = mdText(s)
	if s != "" && strings.ContainsAny(s[:1], "+-=") {
		return `\` + s
	}
	return s
}

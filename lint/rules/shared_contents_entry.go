package rules

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/source"
)

// contentsEntry is one entry of a table of contents.
type contentsEntry struct {
	span source.Span
	text string // without page
	// readings are what the entry may say, with its page and, if it seems to
	// have one, without: a number, which may be "", and a title.
	readings []contentsReading
	// anchor is the fragment that the entry links to, or "".
	anchor string
}

// contentsReading is what an entry or a heading says; text is the whole of it.
type contentsReading struct{ number, title, text string }

// contentsEntries returns the entries below the heading of the contents: the
// items of its lists and the rows of its tables or, where there are none, the
// lines of its paragraphs. Links to other files are no entries.
func contentsEntries(d *document.Document, heading int) []contentsEntry {
	span := contentsSpan(d, heading)
	var listed, lines []contentsEntry
	for i := d.Headings[heading].Block + 1; i < len(d.Blocks) && d.Blocks[i].Span.Start < span.End; i++ {
		switch b := &d.Blocks[i]; b.Kind {
		case document.ListItem:
			listed = addEntry(listed, d, strings.ReplaceAll(b.Text, "\n", " "), b.Source(0, len(b.Text)))
		case document.Cell:
			if b.Column == 0 && b.Row >= 0 {
				row := &d.Tables[b.Table].Rows[b.Row]
				listed = addEntry(listed, d, rowEntry(row), row.Span)
			}
		case document.Paragraph:
			if strings.Contains(b.Text, "。") || hasAnySuffix(strings.TrimSpace(b.Text), ".", ":", "：") {
				continue // it introduces the list
			}
			offset := 0
			for _, line := range strings.SplitAfter(b.Text, "\n") {
				text := strings.TrimSpace(line)
				start := offset + strings.Index(line, text)
				lines = addEntry(lines, d, text, b.Source(start, start+len(text)))
				offset += len(line)
			}
		}
	}
	if len(listed) > 0 {
		return listed
	}
	return lines
}

// addEntry adds the entry that a text is, unless it leads to another file.
func addEntry(entries []contentsEntry, d *document.Document, text string, at source.Span) []contentsEntry {
	e, ok := readEntry(text)
	if !ok {
		return entries
	}
	e.span = at
	first := sort.Search(len(d.Links), func(i int) bool { return d.Links[i].Span.End > at.Start })
	for i := first; i < len(d.Links) && d.Links[i].Span.Start < at.End; i++ {
		anchor, within := strings.CutPrefix(d.Links[i].Destination, "#")
		if !within && !d.Links[i].Image {
			return entries
		}
		e.anchor = strings.ToLower(anchor)
	}
	return append(entries, e)
}

// rowEntry joins the cells of a row into an entry; a last cell that is a page
// is left out.
func rowEntry(row *document.TableRow) string {
	var parts []string
	for _, c := range row.Cells {
		if text := inOneLine(c.Text); text != "" {
			parts = append(parts, text)
		}
	}
	if n := len(parts); n > 1 {
		if rest, _, ok := cutPage(parts[n-1]); ok && cutLeaders(rest) == "" {
			parts = parts[:n-1]
		}
	}
	return strings.Join(parts, " ")
}

// longestEntry is the number of characters beyond which a line is no entry.
const longestEntry = 120

func readEntry(text string) (contentsEntry, bool) {
	text = strings.TrimSpace(strings.TrimLeft(strings.TrimSpace(text), "・●■○◆□-*　"))
	if text == "" || utf8.RuneCountInString(text) > longestEntry || hasAnySuffix(text, "。", "：", ":") ||
		hasAnyPrefix(text, "[", "{", "$", "<") {
		return contentsEntry{}, false
	}
	title, certain := withoutPage(text)
	e := contentsEntry{text: inOneLine(text)}
	if certain {
		e.text = inOneLine(title)
	}
	readings := []string{text, title}
	if title == text {
		readings = readings[:1]
	}
	for _, reading := range readings {
		number, rest := document.SplitNumber(reading)
		if rest == "" {
			number, rest = "", reading
		}
		e.readings = append(e.readings, contentsReading{sectionKey(number), titleKey(rest), inOneLine(reading)})
	}
	switch e.readings[len(e.readings)-1].title {
	case "", "ページ", "頁", "page", "項目ページ", "項目頁", "章ページ", "itempage", "sectionpage":
		return contentsEntry{}, false
	}
	return e, true
}

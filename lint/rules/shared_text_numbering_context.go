package rules

import (
	"bytes"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
)

// following returns the value of the next mark of the shape and depth of the
// i-th one in the same section, or 0. A mark that nothing continues is more
// often a reference than a list.
func (n *numbering) following(i int) int {
	m := &n.doc.Marks[i]
	const longest = 500 // marks of other levels between
	for j := i + 1; j < min(i+longest, len(n.doc.Marks)) && n.doc.Marks[j].Section == m.Section; j++ {
		if o := &n.doc.Marks[j]; o.Kind == m.Kind && o.Depth == m.Depth {
			return o.Value
		}
	}
	return 0
}

// onlyTextAbove reports whether nothing stands between the heading and the
// mark in which the first points may be: a table, code, or a quotation.
func (n *numbering) onlyTextAbove(m *document.Mark) bool {
	for i := m.Block - 1; i >= 0 && n.doc.Blocks[i].Section == m.Section; i-- {
		switch b := &n.doc.Blocks[i]; b.Kind {
		case document.Paragraph, document.ListItem, document.HeadingText:
			if b.Quoted || b.Images > 0 {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// repeatsFirst reports whether the list's first mark is typed twice in a row.
// With a text of its own between the two, or as numbers of two Markdown lists,
// they begin two lists.
func (n *numbering) repeatsFirst(before, m *document.Mark) bool {
	if before.Value != 1 || n.automatic(m) || n.automatic(before) {
		return false
	}
	if before.Block == m.Block {
		between := n.doc.Source[before.Span.End:m.Span.Start]
		return bytes.Count(between, []byte("\n")) <= 1
	}
	return before.Block+1 == m.Block && n.beginsBlock(before) && n.beginsBlock(m)
}

// beginsBlock reports whether nothing stands before the mark in its block.
func (n *numbering) beginsBlock(m *document.Mark) bool {
	return len(bytes.TrimSpace(n.doc.Source[n.doc.Blocks[m.Block].Span.Start:m.Span.Start])) == 0
}

// resumes reports whether the mark continues a list that another one of the
// same shape interrupted: documents that number chapters and points alike
// (1. of 1.). Only the shape 1. is used so.
func (n *numbering) resumes(l *level, m *document.Mark) bool {
	if m.Kind != document.OrderedPoint {
		return false
	}
	const most = 16 // lists that are still meant
	l.left = l.left[max(len(l.left)-most, 0):]
	i := slices.Index(l.left, m.Value-1)
	if i < 0 {
		return false
	}
	l.left = l.left[:i]
	return true
}

// isWrapped reports whether the mark begins a line only because the sentence
// before it was wrapped there: that line has no mark and does not end.
func (n *numbering) isWrapped(m *document.Mark) bool {
	if n.automatic(m) {
		return false
	}
	first := max(n.doc.Blocks[m.Block].Span.Start, m.Span.Start-lookAround)
	above := string(n.doc.Source[first:m.Span.Start])
	end := strings.LastIndexByte(above, '\n')
	if end < 0 {
		return false
	}
	start := strings.LastIndexByte(above[:end], '\n') + 1
	line := above[start:end]
	if hasAnySuffix(line, "  ", "\\", "<br>", "<br/>", "<br />") {
		return false
	}
	line = strings.TrimSpace(line)
	if k := sort.Search(len(n.doc.Marks), func(i int) bool { return n.doc.Marks[i].Span.Start >= first+start }); n.doc.Marks[k].Span.Start < first+end {
		return false
	}
	return !hasAnySuffix(line, "。", "．", ".", "：", ":", "；", ";", "）", ")", "」", "】", ">")
}

// counts reports whether the mark belongs to a list of the document: not to a
// quotation or the table of contents, and not to a reference in the text.
func (n *numbering) counts(m *document.Mark) bool {
	if m.Value == 0 || n.doc.Blocks[m.Block].Quoted {
		return false
	}
	if m.Section != n.asked {
		n.asked, n.contents = m.Section, m.Section >= 0 && isContentsTitle(n.doc.Headings[m.Section].Title)
	}
	return !n.contents && (n.automatic(m) || !n.refers(m))
}

// refers reports whether the text behind the mark shows that it is a reference.
func (n *numbering) refers(m *document.Mark) bool {
	const enough = 30 // bytes that a particle is looked for in
	src := n.doc.Source
	rest := string(src[m.Span.End:min(m.Span.End+enough, len(src))])
	if point, ok := strings.CutPrefix(rest, "、"); ok && m.Kind == document.PlainKana {
		return startsSeries(point) && !n.continues(m)
	}
	return startsReference(rest)
}

// continues reports whether the mark is the next of an open list, so that what
// follows is the text of a point that refers to others (ウ、ア及びイを除く者).
func (n *numbering) continues(m *document.Mark) bool {
	if m.Section != n.section {
		return false
	}
	k := n.find(m)
	return k >= 0 && n.levels[k].last.Value+1 == m.Value
}

// startsSeries reports whether the text behind the comma of 「ア、」 goes on with
// another mark as that of a sentence does (ア、イ及びウの者).
func startsSeries(rest string) bool {
	r, size := utf8.DecodeRuneInString(rest)
	if !unicode.Is(unicode.Katakana, r) {
		return false
	}
	return startsReference(rest[size:]) || strings.HasPrefix(rest[size:], "・")
}

func isContentsTitle(title string) bool {
	switch fold.Key(title) {
	case "目次", "contents", "tableofcontents":
		return true
	}
	return false
}

// automatic reports whether the mark is the number of an item of a Markdown
// list, which stands outside of the item's text.
func (n *numbering) automatic(m *document.Mark) bool {
	return n.doc.Blocks[m.Block].Span.Start >= m.Span.End
}

// startsReference reports whether the text behind a mark makes it the subject
// of a sentence ((2)の規定, (b) and (c)) instead of a point of its own.
func startsReference(rest string) bool {
	rest = strings.TrimLeft(rest, " 　")
	return hasAnyPrefix(rest, "の", "を", "に", "が", "は、", "又は", "または", "及び", "および", "並びに", "から", "まで", "、", "，", "～", "〜",
		"and ", "or ", "of ", "above", "below", "to ", "through ", "applies ")
}

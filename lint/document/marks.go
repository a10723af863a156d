package document

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// scanMarks looks for a mark at the beginning of each line of the block.
func (s *scanner) scanMarks() {
	t := s.block.Text
	for start := 0; start < len(t); {
		end := len(t)
		if i := strings.IndexByte(t[start:], '\n'); i >= 0 {
			end = start + i
		}
		s.markAt(start, end)
		start = end + 1
	}
}

// markAt adds the mark that the line Text[start:end] begins with.
func (s *scanner) markAt(start, end int) {
	line := s.block.Text[start:end]
	at, lead := leadingBlanks(line)
	if at == len(line) {
		return
	}
	m, ok := readMark(line[at:])
	if !ok || refersTo(m.kind, line[at+m.length:], start > 0) {
		return
	}
	from, to := start+at, start+at+m.length
	if s.hasCode && s.block.hasCode(from, to) || s.inDate(from) {
		return
	}
	span := s.block.Source(from, to)
	mark := Mark{
		Kind: m.kind, Span: span, Text: s.block.Text[from:to], Value: m.value,
		Section: s.block.Section, Block: s.index, Depth: s.block.Depth + s.indent(start, lead),
	}
	if m.kana != 0 {
		mark.Value = s.kana.value(s.marks, mark, m.kana)
	}
	if isLoneRoman(m, mark, s.marks) {
		return
	}
	s.marks = append(s.marks, mark)
}

// leadingBlanks returns the length of the blanks that the line begins with and
// their width in half-width columns.
func leadingBlanks(line string) (length, width int) {
	for length < len(line) {
		switch {
		case line[length] == ' ':
			length, width = length+1, width+1
		case line[length] == '\t':
			length, width = length+1, width+4
		case strings.HasPrefix(line[length:], "　"):
			length, width = length+len("　"), width+2
		default:
			return length, width
		}
	}
	return length, width
}

// indent returns the number of steps by which the line of the block's text at
// offset start is indented; lead is the width of the blanks in the text.
// Within a list or block quote the first line of the block is not indented.
func (s *scanner) indent(start, lead int) int {
	column, ok := s.column(s.block.Source(start, start+1).Start)
	if ok && s.block.Depth > 0 {
		first, _ := s.column(s.block.Span.Start)
		column -= first
	}
	return max(column+lead, 0) / 2
}

// maxIndent is the longest beginning of a line that is taken for its indent.
const maxIndent = 400

// column returns the width of what stands on the line before the offset, and
// false when that is not only the line's indent, as behind a <br>.
func (s *scanner) column(offset int) (width int, ok bool) {
	src := s.doc.Source[:offset]
	floor := max(s.doc.Body.Start, offset-maxIndent)
	start := offset
	for start > floor && src[start-1] != '\n' {
		start--
	}
	if start == floor && start > s.doc.Body.Start && src[start-1] != '\n' {
		return 0, false
	}
	prefix := bytes.TrimRight(src[start:], "*_`[~<")
	if !isContainerPrefix(prefix) {
		return 0, false
	}
	for _, c := range prefix {
		if c == '\t' {
			width += 3 - width%4
		}
		width++
	}
	return width, true
}

// inDate reports whether a date of the block begins at the offset of its text.
// It is asked for places in the order of the text.
func (s *scanner) inDate(at int) bool {
	offset := s.block.Source(at, at+1).Start
	for s.blockDates < len(s.dates) && s.dates[s.blockDates].Span.Start < offset {
		s.blockDates++
	}
	return s.blockDates < len(s.dates) && s.dates[s.blockDates].Span.Start == offset
}

// refersTo reports whether what follows a mark shows that it refers to a point
// instead of beginning one: a range (①～③), or, where a sentence goes on from
// the line before, a particle ((2)の規定).
func refersTo(kind MarkKind, rest string, goesOn bool) bool {
	r, size := utf8.DecodeRuneInString(rest)
	if size == 0 || kind == PlainKana {
		return false
	}
	if strings.ContainsRune("～〜~・", r) {
		return true
	}
	if kind == Circled || kind == ParenNumber || kind == ParenKana || kind == ParenLetter {
		if next, ok := readMark(rest); ok && next.kind == kind {
			return true
		}
	}
	return goesOn && (strings.ContainsRune("のをにが、及又", r) || startsWithAny(rest, "または", "および", "から", "まで"))
}

// maxMarksBack is the number of marks among which the one before is looked for.
const maxMarksBack = 64

// isLoneRoman reports whether a letter is rather a Roman number: (i), (v) or
// (x) where the letter before it does not come first.
func isLoneRoman(m typedMark, mark Mark, marks []Mark) bool {
	if m.kind != ParenLetter && m.kind != HalfLetter || strings.IndexByte("ivx", byte('a'+m.value-1)) < 0 {
		return false
	}
	for i := len(marks) - 1; i >= max(0, len(marks)-maxMarksBack) && marks[i].Section == mark.Section; i-- {
		if marks[i].Kind == mark.Kind && marks[i].Depth == mark.Depth {
			return marks[i].Value != mark.Value-1
		}
	}
	return true
}

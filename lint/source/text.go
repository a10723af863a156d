package source

import (
	"sort"
	"unicode/utf8"
)

// Text is the content of a file together with the index of its lines.
type Text struct {
	Bytes []byte
	lines []int // offset of the first byte of each line
}

// Position is a place in a text for people: line and column count from 1, the
// column in Unicode code points.
type Position struct {
	Line, Column int
}

// NewText indexes the lines of b. Lines end with LF, CRLF or CR.
func NewText(b []byte) *Text {
	lines := []int{0}
	for i := 0; i < len(b); i++ {
		switch b[i] {
		case '\n':
			lines = append(lines, i+1)
		case '\r':
			if i+1 == len(b) || b[i+1] != '\n' {
				lines = append(lines, i+1)
			}
		}
	}
	return &Text{Bytes: b, lines: lines}
}

// Position returns the line and column of the byte at offset, which is clipped
// to the text. A byte-order mark has no column.
func (t *Text) Position(offset int) Position {
	offset = min(max(offset, 0), len(t.Bytes))
	line := sort.SearchInts(t.lines, offset+1) - 1
	return Position{Line: line + 1, Column: utf8.RuneCount(t.visible(t.lines[line], offset)) + 1}
}

// Line returns the span of the line with the given number, from 1, without
// its end of line and without a byte-order mark.
func (t *Text) Line(number int) Span {
	if number < 1 || number > len(t.lines) {
		return Span{len(t.Bytes), len(t.Bytes)}
	}
	start, end := t.lines[number-1], len(t.Bytes)
	if number < len(t.lines) {
		end = t.lines[number]
	}
	for end > start && (t.Bytes[end-1] == '\n' || t.Bytes[end-1] == '\r') {
		end--
	}
	if start == 0 {
		start = min(end, bomLength(t.Bytes))
	}
	return Span{start, end}
}

// Lines returns the number of lines.
func (t *Text) Lines() int { return len(t.lines) }

func (t *Text) visible(start, end int) []byte {
	if start == 0 {
		start = min(end, bomLength(t.Bytes))
	}
	return t.Bytes[start:end]
}

func bomLength(b []byte) int {
	if len(b) >= 3 && b[0] == 0xEF && b[1] == 0xBB && b[2] == 0xBF {
		return 3
	}
	return 0
}

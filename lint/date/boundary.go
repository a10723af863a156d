package date

import (
	"strings"
	"unicode/utf8"
)

// begins reports whether a date may begin at start, by what stands before it.
// prev is the end of the date found before: a dash or slash between the two
// makes a range.
func begins(s string, start, prev int, f Format) bool {
	r, w := utf8.DecodeLastRuneInString(s[:start])
	if w == 0 || isBlank(r) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(s[:start-w])
	ranged := prev > 0 && start-w == prev
	if f == Kanji || f == Era && !startsLatin(s, start) {
		return !isDigit(r) && r != '_' && !(isDash(r) && isAlnum(before) && !ranged)
	}
	switch {
	case isAlnum(r), r == '_', r == '\\':
		return false
	case isDash(r):
		return ranged
	case r == '/' || r == '／':
		return ranged || f != Slash && !isGraphicASCII(before)
	case r == '.' || r == '．':
		return !isAlnum(before)
	case r == ':' || r == '：':
		return !isDigit(before) // the year of a standard, such as 27001:2022
	case r < utf8.RuneSelf:
		return !inURL(s, start)
	}
	return true
}

// ends reports whether a date may end where m does, by what stands behind it.
func ends(s string, m match) bool {
	r, w := utf8.DecodeRuneInString(s[m.end:])
	if w == 0 {
		return true
	}
	next, _ := utf8.DecodeRuneInString(s[m.end+w:])
	if m.format == Kanji || m.format == Era {
		return r != '_' && !(r == '.' && isASCIILetter(next)) // part of a file name
	}
	switch {
	case isAlnum(r):
		return m.format == ISO && r == 'T' && isDigit(next) // a time follows
	case r == '_' || r == '\\':
		return false
	case r == '.' || r == '．':
		return !isAlnum(next)
	case isDash(r):
		return m.end+w == len(s) || next == '\n' || isBlank(next) ||
			m.format == Slash && isDigit(next) || rangeEnds(s, m.end+w)
	case r == '/' || r == '／':
		return !isAlnum(next) || rangeEnds(s, m.end+w)
	}
	return true
}

// rangeEnds reports whether the later date of a range stands at i.
func rangeEnds(s string, i int) bool {
	m, ok := at(s, i)
	if !ok {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[m.end:])
	return !isAlnum(r) && !isDash(r)
}

// startsLatin reports whether the text at i begins with a letter or digit of
// the Latin script.
func startsLatin(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return isAlnum(r)
}

// inURL reports whether the text before i is the beginning of a URL.
func inURL(s string, i int) bool {
	const longest = 1024 // keeps a hostile line without blanks linear
	start := i
	for start > 0 && i-start < longest && isURLByte(s[start-1]) {
		start--
	}
	return strings.Contains(s[start:i], "://")
}

func isURLByte(c byte) bool {
	switch c {
	case '<', '>', '"', '`', '|':
		return false
	}
	return isGraphicASCII(rune(c))
}

func isGraphicASCII(r rune) bool { return ' ' < r && r < 0x7F }

func isDigit(r rune) bool {
	return '0' <= r && r <= '9' || '０' <= r && r <= '９'
}

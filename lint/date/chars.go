package date

import (
	"strings"
	"unicode/utf8"
)

// digit returns the value of the digit at s[i:], ASCII or full-width, and its
// width in bytes, which is 0 when there is none.
func digit(s string, i int) (value, width int) {
	if i < len(s) && s[i]-'0' < 10 {
		return int(s[i] - '0'), 1
	}
	if i+2 < len(s) && s[i] == 0xEF && s[i+1] == 0xBC && s[i+2]-0x90 < 10 {
		return int(s[i+2] - 0x90), 3
	}
	return 0, 0
}

// number reads the digits at s[i:]. It stops after five, which is one more
// than any part of a date has.
func number(s string, i int) (value, digits, end int) {
	for digits < 5 {
		v, w := digit(s, i)
		if w == 0 {
			break
		}
		value, digits, i = value*10+v, digits+1, i+w
	}
	return value, digits, i
}

// short reads a number of one or two digits, such as a month or a day.
func short(s string, i int) (value, end int, ok bool) {
	value, n, end := number(s, i)
	return value, end, n == 1 || n == 2
}

// blanks returns the offset of the first byte at or after i that is no blank.
// A line break is no blank: a date stands on one line.
func blanks(s string, i int) int {
	for i < len(s) {
		r, w := utf8.DecodeRuneInString(s[i:])
		if !isBlank(r) {
			break
		}
		i += w
	}
	return i
}

// blanksBefore returns the offset at which the blanks that end at i begin.
func blanksBefore(s string, i int) int {
	for i > 0 {
		r, w := utf8.DecodeLastRuneInString(s[:i])
		if !isBlank(r) {
			break
		}
		i -= w
	}
	return i
}

func isBlankAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return isBlank(r)
}

func isBlank(r rune) bool {
	return r == ' ' || r == '\t' || r == '\u3000' || r == '\u00A0'
}

// after returns the offset behind the word at s[i:], blanks before it allowed.
func after(s string, i int, word string) (end int, ok bool) {
	i = blanks(s, i)
	return i + len(word), strings.HasPrefix(s[i:], word)
}

// separator returns the separator between the parts of a numeric date at
// s[i:] as '-', '/' or '.', and the offset behind it; 0 when there is none.
// The long vowel mark ー counts as a dash, because that is what a Japanese
// keyboard gives for one between full-width digits.
func separator(s string, i int) (sep byte, end int) {
	if i >= len(s) {
		return 0, i
	}
	r, w := utf8.DecodeRuneInString(s[i:])
	switch {
	case r == '/' || r == '／':
		return '/', i + w
	case r == '.' || r == '．':
		return '.', i + w
	case isDash(r) || r == 'ー' || r == 'ｰ':
		return '-', i + w
	}
	return 0, i
}

// isDash reports whether r joins what stands on either side of it. Longer
// dashes (– —) separate, and are not among them.
func isDash(r rune) bool {
	return r == '-' || r == '\u2010' || r == '\u2011' || r == '\u2212' || r == '－'
}

// isAlnum reports whether r is a Latin letter or a digit, ASCII or full-width.
func isAlnum(r rune) bool {
	if 0xFF10 <= r && r <= 0xFF5A {
		r -= 0xFEE0
	}
	return '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z'
}

func isASCIILetter(r rune) bool {
	return r < utf8.RuneSelf && isAlnum(r) && r > '9'
}

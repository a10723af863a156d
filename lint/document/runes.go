package document

import (
	"strings"
	"unicode/utf8"
)

// foldRune decodes the first character of s and returns the ASCII form of a
// full-width one.
func foldRune(s string) (r rune, size int) {
	if s == "" {
		return utf8.RuneError, 0
	}
	if s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	r, size = utf8.DecodeRuneInString(s)
	switch {
	case '！' <= r && r <= '～':
		return r - '！' + '!', size
	case r == '　':
		return ' ', size
	}
	return r, size
}

// digitsAt returns the length of the digits, half or full width, that s begins
// with.
func digitsAt(s string) int {
	n := 0
	for n < len(s) {
		r, size := foldRune(s[n:])
		if r < '0' || r > '9' {
			break
		}
		n += size
	}
	return n
}

// numberOf returns the value of digits, half or full width, and 0 for a number
// of more than nine digits.
func numberOf(digits string) int {
	value := 0
	for i := 0; i < len(digits); {
		r, size := foldRune(digits[i:])
		i += size
		if value = value*10 + int(r-'0'); value > 999_999_999 {
			return 0
		}
	}
	return value
}

// pointAt returns the length of the point, half or full width, that s begins
// with, or 0.
func pointAt(s string) int {
	switch {
	case strings.HasPrefix(s, "."):
		return 1
	case strings.HasPrefix(s, "．"):
		return len("．")
	}
	return 0
}

// startsBlank reports whether s begins with a blank, half or full width.
func startsBlank(s string) bool {
	r, _ := foldRune(s)
	return r == ' ' || r == '\t' || r == '\n' || r == '\u00A0'
}

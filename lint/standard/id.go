package standard

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// ParseID reads a text that as a whole is the id of a control, objective,
// domain or theme of Annex A, and returns it in the form A.5.1: the letter,
// and one to three numbers without leading zeros. It may be in full-width or
// small letters, without the first point (A5.1), with a blank behind the
// letter or a point, and with points at the end. The letter is mandatory,
// because 5.1 is a clause; a single number needs its point, because A4 is a
// size of paper.
//
// An id that can be read need not exist in any edition.
func ParseID(s string) (id string, ok bool) {
	id, end, ok := readID(s, 0, true)
	if !ok {
		return "", false
	}
	for end < len(s) {
		w := point(s, end)
		if w == 0 {
			return "", false
		}
		end += w
	}
	return id, true
}

// ScanIDs finds the ids of Annex A in a running text, in order, and calls
// yield with the bytes [start, end) that each covers and its form A.5.1, until
// it returns false. The letter must be a capital and nothing blank; an id that
// is glued to letters, digits or hyphens, as in ISMS-A.5.1, is part of something
// else and is passed over, except that both ends of A.5.1-A.5.4 are found.
func ScanIDs(s string, yield func(start, end int, id string) bool) {
	prev := 0 // end of the id last found
	for i := 0; i < len(s); i++ {
		if s[i] != 'A' && !strings.HasPrefix(s[i:], "Ａ") || !startsWord(s, i, prev) {
			continue
		}
		id, end, ok := readID(s, i, false)
		if !ok || !endsWord(s, end) {
			continue
		}
		if !yield(i, end, id) {
			return
		}
		prev, i = end, end-1
	}
}

// maxNumbers is how many numbers follow the letter in A.5.1.1.
const maxNumbers = 3

// readID reads the id at s[i:] as far as it goes, blanks within it or not.
func readID(s string, i int, spaced bool) (id string, end int, ok bool) {
	w := letter(s, i)
	if w == 0 {
		return "", i, false
	}
	i += w
	pointed := false
	b := append(make([]byte, 0, len("A.18.10.10")), 'A')
	for n := 0; ; n++ {
		j := i
		p := point(s, j)
		j += p
		if spaced {
			j += blank(s, j)
		}
		value, k := number(s, j)
		if k == j || n > 0 && p == 0 {
			return string(b), i, n > 1 || n == 1 && pointed
		}
		if n == maxNumbers || value == 0 {
			return "", i, false
		}
		pointed = pointed || p > 0
		b = strconv.AppendInt(append(b, '.'), int64(value), 10)
		i = k
	}
}

// number reads a number of one or two digits, ASCII or full-width; one that is
// longer has the value 0.
func number(s string, i int) (value, end int) {
	for n := 0; ; n++ {
		r, w := utf8.DecodeRuneInString(s[i:])
		if '０' <= r && r <= '９' {
			r -= '０' - '0'
		}
		if r < '0' || r > '9' {
			return value, i
		}
		if value = value*10 + int(r-'0'); n >= 2 {
			value = 0
		}
		i += w
	}
}

// letter returns the width of the letter A or a at s[i:], or 0.
func letter(s string, i int) int {
	switch r, w := utf8.DecodeRuneInString(s[i:]); r {
	case 'A', 'a', 'Ａ', 'ａ':
		return w
	}
	return 0
}

// point returns the width of the point at s[i:], or 0.
func point(s string, i int) int {
	if r, w := utf8.DecodeRuneInString(s[i:]); r == '.' || r == '．' {
		return w
	}
	return 0
}

// blank returns the width of the single blank at s[i:], or 0.
func blank(s string, i int) int {
	if r, w := utf8.DecodeRuneInString(s[i:]); r == ' ' || r == '\u3000' || r == '\u00A0' {
		return w
	}
	return 0
}

// startsWord reports whether an id may begin at i, prev being the end of the
// one before.
func startsWord(s string, i, prev int) bool {
	r, w := utf8.DecodeLastRuneInString(s[:i])
	if isHyphen(r) && prev > 0 && i-w == prev {
		return true
	}
	return w == 0 || !isGlue(r) && r != '.' && r != '．'
}

// endsWord reports whether an id may end at i.
func endsWord(s string, i int) bool {
	r, w := utf8.DecodeRuneInString(s[i:])
	if w == 0 {
		return true
	}
	next, _ := utf8.DecodeRuneInString(s[i+w:])
	if isHyphen(r) || r == '.' || r == '．' {
		return !isDigit(next)
	}
	return !isGlue(r)
}

// isGlue reports whether r beside an id makes it part of a longer token.
func isGlue(r rune) bool {
	if '！' <= r && r <= '～' {
		r -= '！' - '!'
	}
	return isDigit(r) || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' || isHyphen(r) || r == '_'
}

func isHyphen(r rune) bool {
	return r == '-' || r == '－' || r == '\u2010' || r == '\u2011'
}

func isDigit(r rune) bool {
	return '0' <= r && r <= '9' || '０' <= r && r <= '９'
}

package document

import (
	"strings"
	"unicode/utf8"
)

// typedMark is a mark as it is read from the beginning of a line.
type typedMark struct {
	kind          MarkKind
	value, length int
	kana          rune // the katakana of the mark, or 0
}

// readMark reads the mark that the line begins with.
func readMark(line string) (typedMark, bool) {
	r, size := foldRune(line)
	switch {
	case r == '(':
		return parenthesised(line, size)
	case '0' <= r && r <= '9':
		return numbered(line)
	case 'a' <= r && r <= 'z':
		if n := closing(line[size:]); n > 0 {
			return typedMark{kind: HalfLetter, value: int(r-'a') + 1, length: size + n}, true
		}
	case r < utf8.RuneSelf:
	case kanaValue(foldKana(r)) > 0:
		return kanaMark(line, foldKana(r), size)
	default:
		return enclosed(r, size)
	}
	return typedMark{}, false
}

// parenthesised reads (1), (ア) and (a).
func parenthesised(line string, open int) (typedMark, bool) {
	inner := line[open:]
	m := typedMark{}
	length := 0
	r, size := foldRune(inner)
	switch k := foldKana(r); {
	case '0' <= r && r <= '9':
		length = digitsAt(inner)
		m.kind, m.value = ParenNumber, numberOf(inner[:length])
		if m.value == 0 || m.value > 199 {
			return m, false
		}
	case 'a' <= r && r <= 'z':
		length = size
		m.kind, m.value = ParenLetter, int(r-'a')+1
	case kanaValue(k) > 0:
		length = size
		m.kind, m.kana = ParenKana, k
	default:
		return m, false
	}
	n := closing(inner[length:])
	m.length = open + length + n
	return m, n > 0
}

// numbered reads 1) and 1. with a blank or Japanese text after the point.
func numbered(line string) (typedMark, bool) {
	digits := digitsAt(line)
	m := typedMark{value: numberOf(line[:digits])}
	if m.value == 0 || m.value > 199 {
		return m, false
	}
	rest := line[digits:]
	if n := closing(rest); n > 0 {
		m.kind, m.length = HalfNumber, digits+n
		return m, true
	}
	n := pointAt(rest)
	if n == 0 {
		return m, false
	}
	after, _ := foldRune(rest[n:])
	m.kind, m.length = OrderedPoint, digits+n
	return m, len(rest) == n || startsBlank(rest[n:]) || after >= utf8.RuneSelf
}

// kanaMark reads ア) and ア followed by a blank, 、 or ．. Katakana typed with
// blanks between them (サ ー ビ ス) are a word.
func kanaMark(line string, kana rune, size int) (typedMark, bool) {
	rest := line[size:]
	if n := closing(rest); n > 0 {
		return typedMark{kind: HalfKana, length: size + n, kana: kana}, true
	}
	if rest == "" || !startsBlank(rest) && !strings.HasPrefix(rest, "、") && pointAt(rest) == 0 {
		return typedMark{}, false
	}
	if startsBlank(rest) {
		next, n := utf8.DecodeRuneInString(strings.TrimLeft(rest, " 　"))
		after := strings.TrimLeft(rest, " 　")[n:]
		if isKatakana(next) && (after == "" || startsBlank(after)) {
			return typedMark{}, false
		}
	}
	return typedMark{kind: PlainKana, length: size, kana: kana}, true
}

// enclosed reads ① to ㊿, ⑴ to ⒇, ⒈ to ⒛ and ⒜ to ⒵.
func enclosed(r rune, size int) (typedMark, bool) {
	switch {
	case '①' <= r && r <= '⑳':
		return typedMark{kind: Circled, value: int(r-'①') + 1, length: size}, true
	case '㉑' <= r && r <= '㉟':
		return typedMark{kind: Circled, value: int(r-'㉑') + 21, length: size}, true
	case '㊱' <= r && r <= '㊿':
		return typedMark{kind: Circled, value: int(r-'㊱') + 36, length: size}, true
	case '⑴' <= r && r <= '⒇':
		return typedMark{kind: ParenNumber, value: int(r-'⑴') + 1, length: size}, true
	case '⒈' <= r && r <= '⒛':
		return typedMark{kind: OrderedPoint, value: int(r-'⒈') + 1, length: size}, true
	case '⒜' <= r && r <= '⒵':
		return typedMark{kind: ParenLetter, value: int(r-'⒜') + 1, length: size}, true
	}
	return typedMark{}, false
}

// closing returns the length of the closing parenthesis that s begins with.
func closing(s string) int {
	r, size := foldRune(s)
	if r == ')' {
		return size
	}
	return 0
}

package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// SplitNumber splits a text such as 6.1.2 リスクアセスメント into number and title
// as [Heading] does; number is "" where the text has none.
func SplitNumber(text string) (number, title string) { return splitNumber(text) }

// splitNumber splits the text of a heading into its section number, as written
// and without the mark that ends it, and the title. A text that merely begins
// with a number, such as 2025年度計画 or 30 日ルール, has no section number.
func splitNumber(text string) (number, title string) {
	if number, rest, ok := chapterNumber(text); ok {
		return number, trimText(rest)
	}
	n, single := leadingNumber(text)
	if n == 0 {
		return "", text
	}
	number, rest := text[:n], text[n:]
	if mark := endMark(rest); mark > 0 {
		if after := rest[mark:]; followsMark(after) {
			return number, trimText(after)
		}
		return "", text
	}
	if !endsNumber(number, rest, single) {
		return "", text
	}
	return number, trimText(rest)
}

// leadingNumber returns the length of the section number that text may begin
// with (6.1.2, A.5.1, Ⅲ, IV.) and whether it is a single group of digits.
func leadingNumber(text string) (n int, single bool) {
	first, kind := firstGroup(text)
	if first == 0 {
		return 0, false
	}
	n = first
	groups := 1
	for {
		point := pointAt(text[n:])
		digits := digitsAt(text[n+point:])
		if point == 0 || digits == 0 {
			break
		}
		if utf8.RuneCountInString(text[n+point:n+point+digits]) > 3 {
			return 0, false
		}
		n += point + digits
		groups++
	}
	if groups == 1 && (kind == letterGroup || kind == latinGroup && !latinNumberEnds(text[n:])) {
		return 0, false
	}
	return n, groups == 1 && kind == digitGroup
}

// groupKind is the kind of the first group of a section number.
type groupKind uint8

const (
	digitGroup  groupKind = iota
	letterGroup           // A, of A.5.1
	romanGroup            // Ⅲ
	latinGroup            // III in Latin letters
)

// firstGroup returns the length of the first group of a section number.
func firstGroup(text string) (int, groupKind) {
	if n := digitsAt(text); n > 0 {
		if utf8.RuneCountInString(text[:n]) > 3 {
			return 0, digitGroup
		}
		return n, digitGroup
	}
	n := 0
	for _, r := range text {
		if r < 'Ⅰ' || r > 'ⅻ' {
			break
		}
		n += utf8.RuneLen(r)
	}
	if n > 0 {
		return n, romanGroup
	}
	for n < len(text) && strings.IndexByte("IVX", text[n]) >= 0 {
		n++
	}
	if n > 0 && latinNumberEnds(text[n:]) {
		return n, latinGroup
	}
	r, size := foldRune(text)
	if 'A' <= r && r <= 'Z' {
		return size, letterGroup
	}
	return 0, digitGroup
}

// latinNumberEnds reports whether what follows Latin letters makes them a
// Roman number: "IV. Scope", but not "I am" or "I.5".
func latinNumberEnds(rest string) bool {
	point := pointAt(rest)
	return point > 0 && digitsAt(rest[point:]) == 0 && (len(rest) == point || startsBlank(rest[point:]))
}

// endMark returns the length of the mark that ends a section number, or 0.
func endMark(rest string) int {
	if n := pointAt(rest); n > 0 {
		return n
	}
	if strings.HasPrefix(rest, "、") {
		return len("、")
	}
	return 0
}

// followsMark reports whether a title can follow the mark that ends a number
// without a blank: 1.目的, but not 3.x.
func followsMark(after string) bool {
	r, _ := utf8.DecodeRuneInString(after)
	return after == "" || startsBlank(after) || r >= utf8.RuneSelf && !unicode.IsDigit(r) || 'A' <= r && r <= 'Z'
}

// endsNumber reports whether the number ends where the rest begins, without a
// mark between them.
func endsNumber(number, rest string, single bool) bool {
	if rest == "" {
		return true
	}
	if startsBlank(rest) {
		return !countsSomething(trimText(rest), number, single)
	}
	r, _ := utf8.DecodeRuneInString(rest)
	if single || r < utf8.RuneSelf {
		return false
	}
	first, _ := utf8.DecodeRuneInString(number)
	return !strings.ContainsRune("倍版系〜・", r) && (first < 'Ⅰ' || first > 'ⅻ')
}

// chapterNumber reads 第3章, 第２条 or 第三節.
func chapterNumber(text string) (number, rest string, ok bool) {
	inner, found := strings.CutPrefix(text, "第")
	if !found {
		return "", "", false
	}
	inner = strings.TrimLeft(inner, " 　")
	n := digitsAt(inner)
	if n == 0 {
		n = len(inner) - len(strings.TrimLeft(inner, "〇一二三四五六七八九十百"))
	}
	if n == 0 {
		n, _ = firstGroup(inner)
	}
	number = inner[:n]
	rest = strings.TrimLeft(inner[n:], " 　")
	unit, size := utf8.DecodeRuneInString(rest)
	if n == 0 || !strings.ContainsRune("部編章節款条項", unit) {
		return "", "", false
	}
	rest = rest[size:]
	if next, _ := utf8.DecodeRuneInString(rest); strings.ContainsRune("門署分品件目", next) {
		return "", "", false // 第1部門, 第2項目
	}
	if branch, ok := strings.CutPrefix(rest, "の"); ok { // 第3条の2
		if n := digitsAt(branch); n > 0 {
			number += "の" + branch[:n]
			rest = branch[n:]
		}
	}
	return number, strings.TrimLeft(rest, ".．、:： 　"), true
}

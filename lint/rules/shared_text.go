package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// runeAfter returns the character of t at i, or 0 at its end.
func runeAfter(t string, i int) rune {
	if i >= len(t) {
		return 0
	}
	r, _ := utf8.DecodeRuneInString(t[i:])
	return r
}

// runeBefore returns the character of t that ends at i, or 0 at its beginning.
func runeBefore(t string, i int) rune {
	if i <= 0 {
		return 0
	}
	r, _ := utf8.DecodeLastRuneInString(t[:i])
	return r
}

// widthAt returns the number of bytes of the character of t at i.
func widthAt(t string, i int) int {
	_, size := utf8.DecodeRuneInString(t[i:])
	return max(size, 1)
}

// isLatinLetter reports whether r is a letter of ASCII or its full-width form.
func isLatinLetter(r rune) bool {
	if r >= 'Ａ' {
		r -= 'Ａ' - 'A'
	}
	return 'a' <= r|0x20 && r|0x20 <= 'z'
}

// isAnyDigit reports whether r is a digit of ASCII or its full-width form.
func isAnyDigit(r rune) bool { return '0' <= r && r <= '9' || '０' <= r && r <= '９' }

// isKatakanaRune reports whether r belongs to a word in katakana.
func isKatakanaRune(r rune) bool { return 'ァ' <= r && r <= 'ヺ' || r == 'ー' }

func isKanji(r rune) bool { return unicode.Is(unicode.Han, r) && r != '〇' }

// isJapaneseRune reports whether r is kana or kanji.
func isJapaneseRune(r rune) bool { return 'ぁ' <= r && r <= 'ヺ' || r == 'ー' || isKanji(r) }

func isBlankRune(r rune) bool { return r == ' ' || r == '\t' || r == '　' || r == '\u00A0' }

// skipBlanks returns the offset of the first character of t at or after i that
// is no blank.
func skipBlanks(t string, i int) int {
	for i < len(t) && isBlankRune(runeAfter(t, i)) {
		i += widthAt(t, i)
	}
	return i
}

// skipBlanksBack returns the offset at which the blanks that end at i begin.
func skipBlanksBack(t string, i int) int {
	return len(strings.TrimRight(t[:i], " \t　\u00A0"))
}

// lookAround is the number of bytes that are looked at on either side of a
// candidate. Sentences are shorter; a hostile line without end is not.
const lookAround = 1024

// lineStart returns the offset at which the line of t that holds i begins.
func lineStart(t string, i int) int {
	from := max(i-lookAround, 0)
	return from + strings.LastIndexByte(t[from:i], '\n') + 1
}

// lineRest returns the rest of the line of t from i on.
func lineRest(t string, i int) string {
	line, _, _ := strings.Cut(t[i:min(i+lookAround, len(t))], "\n")
	return line
}

// hasAnySuffix reports whether s ends with one of the suffixes.
func hasAnySuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}

// hasAnyPrefix reports whether s begins with one of the prefixes.
func hasAnyPrefix(s string, prefixes ...string) bool {
	for _, prefix := range prefixes {
		if strings.HasPrefix(s, prefix) {
			return true
		}
	}
	return false
}

// holdsAny reports whether s contains one of the words.
func holdsAny(s string, words ...string) bool {
	for _, word := range words {
		if strings.Contains(s, word) {
			return true
		}
	}
	return false
}

// inAddress reports whether t[i] stands in a URL.
func inAddress(t string, i int) bool {
	line := t[lineStart(t, i):i]
	return strings.Contains(line[strings.LastIndexAny(line, " \t<>()\"")+1:], "://")
}

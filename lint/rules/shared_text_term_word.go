package rules

import (
	"strings"
	"unicode/utf8"
)

// misnamed returns the title with 規程 for 規定 as its last word, or the other
// way round; "" where it ends with neither.
func misnamed(title string) string {
	if stem, ok := strings.CutSuffix(title, "規定"); ok && stem != "" {
		return stem + "規程"
	}
	if stem, ok := strings.CutSuffix(title, "規程"); ok && stem != "" {
		return stem + "規定"
	}
	return ""
}

// isWholeTerm reports whether t[start:end] is no part of a longer word. Where
// the word is only another spelling of use, words composed with it count too
// (メールサーバ, 規程改定); otherwise they are words of their own (正社員).
func isWholeTerm(t string, start, end int, use string) bool {
	first, last := runeAfter(t, start), runeBefore(t, end)
	before, after := runeBefore(t, start), runeAfter(t, end)
	if isLatinWord(first) && isLatinWord(before) || isLatinWord(last) && isLatinWord(after) || isKatakanaRune(last) && isKatakanaRune(after) {
		return false
	}
	if use == "" || isSpellingOf(t[start:end], use) {
		return true
	}
	return !(isKatakanaRune(first) && isKatakanaRune(before)) && !(isKanji(first) && isKanji(before)) && !(isKanji(last) && isKanji(after))
}

func isLatinWord(r rune) bool { return isLatinLetter(r) || isAnyDigit(r) }

// isSpellingOf reports whether two words are rather spellings of one than
// different words: they share a character and are about as long.
func isSpellingOf(a, b string) bool {
	d := utf8.RuneCountInString(a) - utf8.RuneCountInString(b)
	if d < -1 || d > 1 {
		return false
	}
	for _, r := range a {
		for _, o := range b {
			if r == o {
				return d == 0 || isKatakanaRune(r)
			}
		}
	}
	return false
}

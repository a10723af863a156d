package rules

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// nameOf returns the text without seals if it has the shape of a person's
// name, and where it begins.
func nameOf(text string) (name string, at int) {
	name = strings.TrimLeft(text, " \t　")
	at = len(text) - len(name)
	for _, seal := range []string{"(印)", "（印）", "(署名)", "（署名）", "㊞", "印", ")", "）"} {
		name = strings.TrimRight(strings.TrimSuffix(strings.TrimRight(name, " \t\r　"), seal), " \t\r　")
	}
	if !isJapaneseName(name) && !isLatinName(name) {
		return "", 0
	}
	return name, at
}

// isJapaneseName reports whether the text is a family name in kanji and a
// given name after a blank, or two to six kanji.
func isJapaneseName(s string) bool {
	parts := strings.Fields(s)
	for i, part := range parts {
		for _, r := range part {
			if !unicode.Is(unicode.Han, r) && r != '々' && r != 'ヶ' && r != 'ノ' && (i == 0 || !unicode.In(r, unicode.Hiragana, unicode.Katakana)) {
				return false
			}
		}
	}
	n := utf8.RuneCountInString(strings.Join(parts, ""))
	return n >= 2 && n <= 8 && (len(parts) == 2 || len(parts) == 1 && n <= 6 && n >= 3)
}

// notNames are capitalised words that stand beside a title and are no names.
var notNames = []string{"and", "approval", "approved", "company", "date", "director", "management", "name", "of", "officer", "policy", "review", "role", "signature", "the"}

// isLatinName reports whether the text is two to four capitalised words.
func isLatinName(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		if w[0] < 'A' || w[0] > 'Z' || strings.ContainsAny(w, "0123456789:;!?_,/()") {
			return false
		}
		for _, no := range notNames {
			if strings.EqualFold(strings.Trim(w, "."), no) {
				return false
			}
		}
	}
	return len(words) >= 2 && len(words) <= 4
}

// asciiLower lowers ASCII letters alone, so that offsets stay the same.
func asciiLower(s string) string {
	if strings.IndexFunc(s, func(r rune) bool { return 'A' <= r && r <= 'Z' }) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}

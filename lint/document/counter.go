package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// countsSomething reports whether the number before a blank counts what the
// title begins with (30 日ルール, 24 時間対応, 3 steps) rather than numbering
// the section. Where both are possible (3 年間計画) it is a section number.
func countsSomething(title, number string, single bool) bool {
	if !single {
		return startsWithAny(title, "倍", "%", "％")
	}
	if utf8.RuneCountInString(number) > 2 {
		return true
	}
	r, _ := utf8.DecodeRuneInString(title)
	if 'a' <= r && r <= 'z' {
		return true
	}
	if startsWithAny(title, "年度", "日間", "週間", "つ", "か月", "ヶ月", "ヵ月", "カ月", "ケ月", "箇月", "か所", "箇所", "倍", "%", "％", "×", "〜", "～") {
		return true
	}
	for _, counter := range []string{"時間", "年", "月", "日", "分", "秒", "件", "回", "名", "人", "個", "社", "台", "枚", "本"} {
		if rest, ok := strings.CutPrefix(title, counter); ok {
			next, _ := utf8.DecodeRuneInString(rest)
			return strings.ContainsRune("以前後毎ご目の度内超未", next) || counter == "日" && unicode.Is(unicode.Katakana, next)
		}
	}
	return false
}

func startsWithAny(s string, prefixes ...string) bool {
	for _, p := range prefixes {
		if strings.HasPrefix(s, p) {
			return true
		}
	}
	return false
}

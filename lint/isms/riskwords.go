package isms

import (
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
)

// factorWords are words that texts use for a factor, in the form of [fold.Key].
// Single letters count only where they stand alone.
func factorWords(name string) []string {
	switch name {
	case "impact":
		return []string{"損害", "影響", "被害", "impact", "damage", "d"}
	case "threat":
		return []string{"脅威", "threat", "t"}
	case "vulnerability":
		return []string{"ぜい弱性", "脆弱性", "vulnerability", "v"}
	case "likelihood":
		return []string{"起こりやすさ", "発生可能性", "発生確率", "発生頻度", "可能性", "likelihood", "probability"}
	case "importance":
		return []string{"重要度", "重要性", "importance"}
	case "asset_value":
		return []string{"資産価値", "assetvalue"}
	case "confidentiality":
		return []string{"機密性", "confidentiality", "c"}
	case "integrity":
		return []string{"完全性", "integrity", "i"}
	case "availability":
		return []string{"可用性", "availability", "a"}
	}
	return nil
}

// mentioned returns where a text in the form of [fold.Key] names the factor,
// and the end of the name; start is -1 where it does not.
func (f *RiskFactor) mentioned(key string) (start, end int) {
	words := append([]string{fold.Key(f.Name)}, factorWords(f.Name)...)
	for _, header := range f.Columns {
		words = append(words, fold.Key(header))
	}
	start = -1
	for _, word := range words {
		for from := 0; ; {
			i := strings.Index(key[from:], word)
			if i < 0 || word == "" {
				break
			}
			i += from
			from = i + len(word)
			if len(word) == 1 && (isLetterAt(key, i-1) || isLetterAt(key, from)) {
				continue
			}
			if start < 0 || i < start || i == start && from > end {
				start, end = i, from
			}
			break
		}
	}
	return start, end
}

// isLetterAt reports whether an English word goes on at a byte of the text.
func isLetterAt(s string, i int) bool { return i >= 0 && i < len(s) && 'a' <= s[i] && s[i] <= 'z' }

// levelIn reads a part of a header that gives one level of the factor, with or
// without its name: 2, 中, 脅威 2, T=2.
func (f *RiskFactor) levelIn(part string) (int, bool) {
	if i, ok := f.Level(part); ok {
		return i, true
	}
	key := fold.Key(part)
	if start, end := f.mentioned(key); start >= 0 {
		key = strings.Trim(key[end:], "=:のがはlevレベル段階値")
	}
	if i, ok := f.Level(key); ok {
		return i, true
	}
	digits := strings.IndexAny(key, "0123456789")
	if digits < 0 {
		return 0, false
	}
	last := digits
	for last < len(key) && strings.IndexByte("0123456789.", key[last]) >= 0 {
		last++
	}
	if strings.ContainsAny(key[last:], "0123456789") || last == digits {
		return 0, false
	}
	return f.Level(strings.TrimSuffix(key[digits:last], "."))
}

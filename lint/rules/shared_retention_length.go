package rules

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
)

// retention is how long a record is kept, as far as a text says so in numbers.
type retention struct {
	months, days int
	forever      bool
	// later reports that the time runs from an event that the text names, such
	// as leaving, so that the record is kept at least that long.
	later bool
}

// end returns the first day on which a record from that day need not be kept.
func (r retention) end(from date.Date) date.Date {
	return from.AddMonths(r.months).AddDays(r.days)
}

// retentionUnits are the units in the form of [fold.Key], the longer ones
// first where one begins like another.
var retentionUnits = []struct {
	text         string
	months, days int
}{
	{"会計年度", 12, 0}, {"事業年度", 12, 0}, {"年度", 12, 0}, {"か年", 12, 0}, {"カ年", 12, 0}, {"ヶ年", 12, 0}, {"ケ年", 12, 0}, {"箇年", 12, 0}, {"年", 12, 0},
	{"か月", 1, 0}, {"カ月", 1, 0}, {"ヶ月", 1, 0}, {"ケ月", 1, 0}, {"箇月", 1, 0}, {"ヵ月", 1, 0}, {"月間", 1, 0}, {"週間", 0, 7}, {"日", 0, 1},
	{"fiscalyear", 12, 0}, {"calendaryear", 12, 0}, {"year", 12, 0}, {"yr", 12, 0}, {"month", 1, 0}, {"week", 0, 7}, {"day", 0, 1},
}

// readRetention reads a period: one number with a unit, or several that add
// up, as in 1年6か月.
func readRetention(text string) (r retention, known bool) {
	key := fold.Key(text)
	if containsOneOf(key, "永久", "永年", "永続", "恒久", "無期限", "期限なし", "permanent", "indefinite", "forever") {
		return retention{forever: true}, true
	}
	r.later = containsOneOf(key, "後", "から", "after", "from", "since")
	if strings.Contains(key, "半年") {
		r.months, known = 6, true
	}
	for rest := key; rest != ""; {
		n, after, ok := countOf(rest)
		if !ok {
			_, size := utf8.DecodeRuneInString(rest)
			rest = rest[size:]
			continue
		}
		rest = strings.TrimLeft(after, "-)")
		for _, unit := range retentionUnits {
			if strings.HasPrefix(rest, unit.text) {
				r.months, r.days, known = r.months+n*unit.months, r.days+n*unit.days, true
				break
			}
		}
	}
	return r, known
}

// countOf reads a number at the beginning of a text in figures,
// in Japanese numerals or in English words.
func countOf(s string) (n int, rest string, ok bool) {
	const longest = 3 // digits; no period is longer
	end := 0
	for end < len(s) && '0' <= s[end] && s[end] <= '9' {
		end++
	}
	if end > 0 {
		n, err := strconv.Atoi(s[:min(end, longest)])
		return n, s[end:], err == nil && end <= longest
	}
	for i, word := range []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"} {
		if after, found := strings.CutPrefix(s, word); found {
			return i + 1, after, true
		}
	}
	return numeralsOf(s)
}

// numeralsOf reads numerals from 一 to 九十九.
func numeralsOf(s string) (n int, rest string, ok bool) {
	const digits = "一二三四五六七八九"
	rest = s
	for rest != "" {
		r, size := utf8.DecodeRuneInString(rest)
		digit := strings.IndexRune(digits, r)
		switch {
		case r == '十':
			n = max(n, 1) * 10
		case digit >= 0:
			n += digit/len("一") + 1
		default:
			return n, rest, ok
		}
		rest, ok = rest[size:], true
	}
	return n, rest, ok
}

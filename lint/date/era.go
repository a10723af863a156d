package date

import (
	"strings"
	"time"
	"unicode/utf8"
)

// era is a Japanese era. Its first day belongs to its year 1.
type era struct {
	name, letter, wideLetter string
	first, last              Date // last is zero while the era goes on
}

// eras returns the eras of the living, latest first. Boundaries: Cabinet
// Orders No. 1 of 1989 (Heisei) and No. 143 of 2019 (Reiwa).
func eras() [3]era {
	return [3]era{
		{"令和", "R", "Ｒ", Date{2019, time.May, 1}, Date{}},
		{"平成", "H", "Ｈ", Date{1989, time.January, 8}, Date{2019, time.April, 30}},
		{"昭和", "S", "Ｓ", Date{1926, time.December, 25}, Date{1989, time.January, 7}},
	}
}

// day returns the given day of the era, or no day when it does not exist or
// the era did not comprise it.
func (e *era) day(year, month, day int) Date {
	d, ok := New(e.first.Year+year-1, time.Month(month), day)
	if !ok || year < 1 || d.Before(e.first) || !e.last.IsZero() && d.After(e.last) {
		return Date{}
	}
	return d
}

// inEra reads a date that begins with the name or letter of an era: the year,
// then month and day behind 年 or behind points.
func inEra(s string, i int) (match, bool) {
	for _, e := range eras() {
		j, ok := e.mark(s, i)
		if !ok {
			continue
		}
		year, j, ok := eraYear(s, j)
		if !ok {
			return match{}, false
		}
		if k, ok := after(s, j, "年"); ok {
			month, day, end, ok := kanjiMonthDay(s, k)
			return match{end, Era, e.day(year, month, day)}, ok
		}
		sep, j := separator(s, j)
		if sep != '.' {
			return match{}, false
		}
		month, day, end, ok := separatedMonthDay(s, j, sep)
		return match{end, EraDot, e.day(year, month, day)}, ok
	}
	return match{}, false
}

// mark returns the offset behind the era's name or letter at s[i:]. Blanks may
// follow the name; a letter stands close to the year.
func (e *era) mark(s string, i int) (end int, ok bool) {
	for _, letter := range [...]string{e.letter, e.wideLetter} {
		if strings.HasPrefix(s[i:], letter) {
			return i + len(letter), true
		}
	}
	if strings.HasPrefix(s[i:], e.name) {
		return blanks(s, i+len(e.name)), true
	}
	return i, false
}

// eraYear reads the year of an era, the first of which is called 元.
func eraYear(s string, i int) (year, end int, ok bool) {
	if strings.HasPrefix(s[i:], "元") {
		return 1, i + len("元"), true
	}
	return short(s, i)
}

// eraBefore returns the offset of the era's name or letter that stands before
// the year at i.
func eraBefore(s string, i int) (start int, lettered, ok bool) {
	j := blanksBefore(s, i)
	switch r, _ := utf8.DecodeLastRuneInString(s[:j]); r {
	case 'R', 'H', 'S', 'Ｒ', 'Ｈ', 'Ｓ', '和', '成':
	default:
		return 0, false, false // most numbers, without a look at the eras
	}
	for _, e := range eras() {
		switch {
		case strings.HasSuffix(s[:i], e.letter):
			return i - len(e.letter), true, true
		case strings.HasSuffix(s[:i], e.wideLetter):
			return i - len(e.wideLetter), true, true
		case strings.HasSuffix(s[:j], e.name):
			return j - len(e.name), false, true
		}
	}
	return 0, false, false
}

// firstYearBefore returns the offset of the 元 that is the year of the month
// at i: it stands before 年 or a point.
func firstYearBefore(s string, i int) (start int, ok bool) {
	i = blanksBefore(s, i)
	for _, mark := range [...]string{"年", ".", "．"} {
		if !strings.HasSuffix(s[:i], mark) {
			continue
		}
		rest, ok := strings.CutSuffix(s[:blanksBefore(s, i-len(mark))], "元")
		return len(rest), ok
	}
	return 0, false
}

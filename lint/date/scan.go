package date

import "unicode/utf8"

// Scan finds the dates in a running text, in order, in the notations that
// [Parse] reads, and calls yield with the bytes [start, end) that each covers
// until it returns false. A day that does not exist is yielded as the zero
// Date.
//
// A date that is glued to letters, digits, hyphens, points or slashes is part
// of something else, such as a document number, a version, a path or an
// address, and is passed over; so is a lone month or fiscal year. Of a range
// such as 2025-04-01-2025-04-30 both ends are found. A letter and numbers with
// points, such as S3.4.8, are more often a section than a day of an era, and
// are a date only where that is likely; Parse has no such doubt.
func Scan(s string, yield func(start, end int, f Format, d Date) bool) {
	prev := 0 // end of the date last found
	for i := nextDigit(s, 0); i < len(s); i = nextDigit(s, i) {
		start, m, ok := around(s, i)
		if !ok || start < prev || !begins(s, start, prev, m.format) || !ends(s, m) {
			i = digitsEnd(s, i)
			continue
		}
		if !yield(start, m.end, m.format, m.day) {
			return
		}
		prev, i = m.end, m.end
	}
}

// nextDigit returns the offset of the first digit at or after i, or len(s).
// Every date has one, and most text has none, so that this loop is what a
// scan costs.
func nextDigit(s string, i int) int {
	for ; i < len(s); i++ {
		if c := s[i]; c-'0' < 10 {
			return i
		} else if c == 0xEF {
			if _, w := digit(s, i); w > 0 {
				return i
			}
		}
	}
	return i
}

func digitsEnd(s string, i int) int {
	for {
		_, w := digit(s, i)
		if w == 0 {
			return i
		}
		i += w
	}
}

// around reads the date whose first digit is at i; an era or the name of a
// month may stand before it.
func around(s string, i int) (start int, m match, ok bool) {
	value, n, end := number(s, i)
	switch {
	case n == 4:
		m, ok = numeric(s, i)
		return i, m, ok
	case n > 2 || end == len(s):
		return i, match{}, false
	}
	if start, lettered, ok := eraBefore(s, i); ok {
		m, ok := inEra(s, start)
		return start, m, ok && !(lettered && m.format == EraDot && doubtful(s[start:i], value, m.day))
	}
	switch c := s[end]; {
	case c == '.' || c >= utf8.RuneSelf && !isBlankAt(s, end):
		return inFirstYear(s, i)
	case c == '-' || c == '/':
		return i, match{}, false
	}
	if m, ok := dayMonthYear(s, i); ok {
		return i, m, true
	}
	if start, ok := monthBefore(s, i); ok {
		m, ok := monthDayYear(s, start)
		return start, m, ok
	}
	return inFirstYear(s, i)
}

// inFirstYear reads a date whose month is at i and whose year is 元.
func inFirstYear(s string, i int) (start int, m match, ok bool) {
	first, ok := firstYearBefore(s, i)
	if !ok {
		return i, match{}, false
	}
	if start, _, ok = eraBefore(s, first); !ok {
		return i, match{}, false
	}
	m, ok = inEra(s, start)
	return start, m, ok
}

// doubtful reports whether the letter of an era, a year and two numbers with
// points between them are rather the number of a section or requirement: H5
// and S5 are years that no ISMS knew, and R1.2.3 lies before the era began.
func doubtful(letter string, year int, d Date) bool {
	if letter == "R" || letter == "Ｒ" {
		return year <= 1 && d.IsZero()
	}
	return year < 10
}

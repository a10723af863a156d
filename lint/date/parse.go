package date

import "time"

// match is a date found in a text, from wherever it was looked for to end.
type match struct {
	end    int
	format Format
	day    Date
}

// Parse reads a text that as a whole is one date (DOC-007). Digits, letters
// and separators may be full-width, and blanks may stand around 年, 月, 日 and
// after points:
//
//	2023-10-01  2023/10/1  2023.10.01  2023. 10. 01
//	2023年10月1日  令和5年10月1日  令和元年5月1日  R5年10月1日  R5.10.1
//	1 October 2023  October 1, 2023  Oct. 1, 2023
//
// ok reports whether the text has the form of a date; d is zero when that day
// does not exist, such as 2025-02-30, or lies outside the era it names. The
// year of a date written with points, slashes or dashes is 1900 to 2199, so
// that version and telephone numbers are not taken for dates.
func Parse(s string) (d Date, f Format, ok bool) {
	m, ok := at(s, 0)
	if !ok || m.end != len(s) {
		return Date{}, "", false
	}
	return m.day, m.format, true
}

// at reads the date at s[i:], whatever follows it.
func at(s string, i int) (match, bool) {
	if _, n, _ := number(s, i); n == 4 {
		return numeric(s, i)
	} else if n > 0 {
		return dayMonthYear(s, i)
	}
	if m, ok := inEra(s, i); ok {
		return m, true
	}
	return monthDayYear(s, i)
}

// numeric reads a date that begins with a year of the Common Era.
func numeric(s string, i int) (match, bool) {
	year, n, i := number(s, i)
	if n != 4 {
		return match{}, false
	}
	if j, ok := after(s, i, "年"); ok {
		month, day, end, ok := kanjiMonthDay(s, j)
		d, _ := New(year, time.Month(month), day)
		return match{end, Kanji, d}, ok
	}
	sep, i := separator(s, i)
	if sep == 0 || year < 1900 || year > 2199 {
		return match{}, false
	}
	month, day, end, ok := separatedMonthDay(s, i, sep)
	d, _ := New(year, time.Month(month), day)
	return match{end, separated(sep), d}, ok
}

func separated(sep byte) Format {
	switch sep {
	case '-':
		return ISO
	case '/':
		return Slash
	default:
		return Dot
	}
}

// kanjiMonthDay reads the part of a date behind 年.
func kanjiMonthDay(s string, i int) (month, day, end int, ok bool) {
	if month, i, ok = short(s, blanks(s, i)); !ok {
		return 0, 0, i, false
	}
	if i, ok = after(s, i, "月"); !ok {
		return 0, 0, i, false
	}
	if day, i, ok = short(s, blanks(s, i)); !ok {
		return 0, 0, i, false
	}
	i, ok = after(s, i, "日")
	return month, day, i, ok
}

// separatedMonthDay reads the part of a date behind the first separator. With
// points, which section and version numbers also have, the numbers must be
// those of a month and a day.
func separatedMonthDay(s string, i int, sep byte) (month, day, end int, ok bool) {
	if month, i, ok = short(s, behind(s, i, sep)); !ok {
		return 0, 0, i, false
	}
	next, i := separator(s, i)
	if next != sep {
		return 0, 0, i, false
	}
	if day, i, ok = short(s, behind(s, i, sep)); !ok {
		return 0, 0, i, false
	}
	if sep == '.' && (month < 1 || month > 12 || day < 1 || day > 31) {
		return 0, 0, i, false
	}
	return month, day, i, true
}

// behind skips the blanks that may follow a point, and no other separator.
func behind(s string, i int, sep byte) int {
	if sep == '.' {
		return blanks(s, i)
	}
	return i
}

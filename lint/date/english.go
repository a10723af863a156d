package date

import (
	"strings"
	"time"
)

// dayMonthYear reads 1 October 2023: the day may be an ordinal (1st), the
// month abbreviated with or without a point.
func dayMonthYear(s string, i int) (match, bool) {
	day, i, ok := short(s, i)
	if !ok {
		return match{}, false
	}
	j := ordinal(s, i)
	i = blanks(s, j)
	if i == j {
		return match{}, false
	}
	month, i, ok := monthName(s, i)
	if !ok {
		return match{}, false
	}
	year, end, ok := yearAfter(s, i)
	d, _ := New(year, month, day)
	return match{end, EnglishLong, d}, ok
}

// monthDayYear reads October 1, 2023, also without the comma.
func monthDayYear(s string, i int) (match, bool) {
	month, j, ok := monthName(s, i)
	if !ok {
		return match{}, false
	}
	if i = blanks(s, j); i == j {
		return match{}, false
	}
	day, i, ok := short(s, i)
	if !ok {
		return match{}, false
	}
	year, end, ok := yearAfter(s, ordinal(s, i))
	d, _ := New(year, month, day)
	return match{end, EnglishMonth, d}, ok
}

// yearAfter reads a comma or nothing, blanks, and a year of four digits.
func yearAfter(s string, i int) (year, end int, ok bool) {
	if i < len(s) && s[i] == ',' {
		i++
	}
	j := blanks(s, i)
	if i == j {
		return 0, i, false
	}
	year, n, end := number(s, j)
	return year, end, n == 4 && 1900 <= year && year <= 2199
}

// ordinal skips the ending of an ordinal number.
func ordinal(s string, i int) int {
	if i+2 > len(s) {
		return i
	}
	for _, ending := range [...]string{"st", "nd", "rd", "th"} {
		if strings.EqualFold(s[i:i+2], ending) {
			return i + 2
		}
	}
	return i
}

// longestMonth is the length of the longest name of a month, September.
const longestMonth = 9

// monthName reads the name of a month, in full or by its first three letters
// (four of September) with or without a point.
func monthName(s string, i int) (month time.Month, end int, ok bool) {
	end = i
	for end < len(s) && end-i <= longestMonth && isASCIILetter(rune(s[end])) {
		end++
	}
	month, ok = monthOf(s[i:end])
	if ok && end < len(s) && s[end] == '.' {
		end++
	}
	return month, end, ok
}

// monthBefore returns the offset of the name of a month that stands before i,
// blanks between them.
func monthBefore(s string, i int) (start int, ok bool) {
	j := blanksBefore(s, i)
	if j == i {
		return 0, false
	}
	if j > 0 && s[j-1] == '.' {
		j--
	}
	start = j
	for start > 0 && j-start <= longestMonth && isASCIILetter(rune(s[start-1])) {
		start--
	}
	_, ok = monthOf(s[start:j])
	return start, ok
}

func monthOf(word string) (time.Month, bool) {
	if len(word) < 3 || len(word) > longestMonth {
		return 0, false
	}
	for m := time.January; m <= time.December; m++ {
		name := m.String()
		if strings.EqualFold(word, name) || strings.EqualFold(word, name[:3]) {
			return m, true
		}
	}
	return time.September, strings.EqualFold(word, "Sept")
}

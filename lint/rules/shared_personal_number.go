package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/message"
)

// narrowed is a text with full-width ASCII as ASCII and any other character as
// one byte that is neither letter nor digit. offset says where each byte, and
// the end, stands in the text.
type narrowed struct {
	text   string
	offset []int
}

func narrowText(text string) narrowed {
	var b strings.Builder
	offset := make([]int, 0, len(text)+1)
	for i, r := range text {
		offset = append(offset, i)
		switch {
		case r >= '！' && r <= '～':
			b.WriteByte(byte(r - '！' + '!'))
		case r == '‐' || r == '‑' || r == '–' || r == '−':
			b.WriteByte('-')
		case r < utf8.RuneSelf:
			b.WriteByte(byte(r))
		default:
			b.WriteByte(0)
		}
	}
	return narrowed{b.String(), append(offset, len(text))}
}

func isDigitByte(c byte) bool  { return c >= '0' && c <= '9' }
func isLetterByte(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// joinsNumber reports whether a byte before or behind digits makes them part
// of something longer: an id, a digest, a version, a path.
func joinsNumber(c byte) bool {
	return isDigitByte(c) || isLetterByte(c) || strings.IndexByte("-_./#", c) >= 0
}

// digitRun is a run of groups of digits that hyphens join.
type digitRun struct {
	start, end int
	groups     []string
}

// numberRun reads the run of digits that begins at an offset.
func numberRun(text string, start int) digitRun {
	run := digitRun{start: start}
	for i := start; ; {
		from := i
		for i < len(text) && isDigitByte(text[i]) {
			i++
		}
		run.groups, run.end = append(run.groups, text[from:i]), i
		if i+1 >= len(text) || !isDigitByte(text[i+1]) || text[i] != '-' {
			return run
		}
		i++
	}
}

// kind says what kind of personal data the run looks like; office that the
// text speaks of an office, whose telephone may be named.
func (r *digitRun) kind(text string, office bool) message.Text {
	if r.end < len(text) && joinsNumber(text[r.end]) && text[r.end] != '.' {
		return message.Text{}
	}
	digits := strings.Join(r.groups, "")
	switch {
	case len(digits) == 12 && (len(r.groups) == 1 || r.inGroups(4, 4, 4)) && isMyNumber(digits):
		return personalNumber
	case r.isMobile(digits), r.isLandline(digits) && !office:
		return personalPhone
	}
	return message.Text{}
}

func (r *digitRun) inGroups(lengths ...int) bool {
	if len(r.groups) != len(lengths) {
		return false
	}
	for i, n := range lengths {
		if len(r.groups[i]) != n {
			return false
		}
	}
	return true
}

// isMobile knows numbers of Japanese mobile telephones, also with the code of
// the country.
func (r *digitRun) isMobile(digits string) bool {
	if hasAnyPrefix(digits, "8170", "8180", "8190") && r.inGroups(2, 2, 4, 4) {
		return true
	}
	return len(digits) == 11 && hasAnyPrefix(digits, "060", "070", "080", "090") && (len(r.groups) == 1 || r.inGroups(3, 4, 4))
}

// isLandline knows other Japanese telephone numbers written with hyphens, but
// not those that are free of charge, which no private person has.
func (r *digitRun) isLandline(digits string) bool {
	if digits[0] != '0' || len(r.groups) != 3 || len(r.groups[2]) != 4 || hasAnyPrefix(digits, "00", "0120", "0800", "0570", "0990") {
		return false
	}
	return len(digits) == 10 && len(r.groups[0]) <= 5 || len(digits) == 11 && strings.HasPrefix(digits, "050")
}

// isMyNumber reports whether the last of twelve digits is the check digit of
// an Individual Number (ordinance of the Ministry of Internal Affairs and
// Communications No. 85 of 2014, article 5).
func isMyNumber(digits string) bool {
	if strings.Count(digits, digits[:1]) == len(digits) {
		return false
	}
	sum := 0
	for n := 1; n <= 11; n++ {
		q := n + 1
		if n > 6 {
			q = n - 5
		}
		sum += int(digits[11-n]-'0') * q
	}
	check := 0
	if rest := sum % 11; rest > 1 {
		check = 11 - rest
	}
	return int(digits[11]-'0') == check
}

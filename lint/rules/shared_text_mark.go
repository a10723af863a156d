package rules

import (
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/message"
)

// markOf returns the mark with the given value in the shape of m, quoted, or
// its place in words for katakana, which have two orders.
func markOf(m *document.Mark, value int) message.Text {
	text := ""
	for i, r := range m.Text {
		switch {
		case isAnyDigit(r):
			digits := strings.TrimLeft(m.Text[i:], "0123456789０１２３４５６７８９")
			number := strconv.Itoa(value)
			if r >= '０' {
				number = strings.Map(func(d rune) rune { return d - '0' + '０' }, number)
			}
			text = m.Text[:i] + number + digits
		case isLatinLetter(r), isEnclosed(r) && value <= 20:
			text = m.Text[:i] + string(r+rune(value-m.Value)) + m.Text[i+len(string(r)):]
		default:
			continue
		}
		return message.Textf("「%s」", "%q", text)
	}
	return message.Textf("%d 番目", "number %d", value)
}

// isEnclosed reports whether r is one of twenty numbers, or of the letters,
// in a circle or brackets, which follow one another.
func isEnclosed(r rune) bool {
	return '①' <= r && r <= '⑳' || '⑴' <= r && r <= '⒇' || '⒈' <= r && r <= '⒛' || '⒜' <= r && r <= '⒵'
}

package schema

import (
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/message"
)

// Canonical returns the value of the enumeration that a text names: the value
// itself or one of its labels, width, case and blanks aside.
func (c *Column) Canonical(text string) (string, bool) {
	if v, ok := c.values[text]; ok {
		return v, true
	}
	v, ok := c.values[fold.Key(text)]
	return v, ok
}

// Excuse reports whether a text is one of those that excuse the other cells of
// the row, width, case and blanks aside.
func (c *Column) Excuse(text string) bool {
	const longest = 64
	if len(c.excuses) == 0 || text == "" || len(text) > longest {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text)
	for _, e := range c.Excuses {
		if r, _ := utf8.DecodeRuneInString(e); r == first || unicode.ToLower(r) == first {
			return c.excuses[fold.Key(text)]
		}
	}
	return false
}

// Choices lists the values of an enumeration as people write them in either
// language, for messages.
func (c *Column) Choices() message.Text {
	words := make([]message.Text, 0, len(c.Values))
	for _, v := range c.Values {
		w := message.Same(v.Value)
		for _, label := range slices.Backward(v.Labels) {
			if isLatin(label) {
				w.EN = label
			} else {
				w.JA = label
			}
		}
		words = append(words, w)
	}
	for i := range words {
		words[i].EN = strconv.Quote(words[i].EN)
	}
	return list(words)
}

func isLatin(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

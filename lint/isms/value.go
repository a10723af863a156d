package isms

import (
	"strings"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/source"
)

// Value is one value as written in front matter or in a cell.
type Value struct {
	// Text is the decoded text without surrounding blanks.
	Text string
	// Span is where the value stands; for a key without a value it is the
	// place where the value belongs.
	Span source.Span
	// Key is where the key stands; zero for a cell.
	Key source.Span
	// Present reports whether the key or cell exists at all.
	Present bool
}

// Empty reports whether the value is absent or says nothing (design §10.1).
func (v Value) Empty() bool { return v.Text == "" }

// None reports whether the value is absent, empty or one of the marks that
// mean "none" in a table (design §2.2).
func (v Value) None() bool {
	if !mayBeNone(v.Text) {
		return false
	}
	switch fold.Key(v.Text) {
	case "", "-", "--", "ー", "なし", "無し", "無", "該当なし", "該当無し", "n/a", "none":
		return true
	}
	return false
}

// mayBeNone tells most texts from the marks that mean "none" by their first
// byte and length, without folding them.
func mayBeNone(text string) bool {
	const longest = 64 // with blanks between the characters
	if text == "" {
		return true
	}
	switch text[0] {
	case '-', 'N', 'n', ' ', '\n', '\t', 0xC2, 0xE2, 0xE7, 0xE8, 0xEF: // dashes, 無, 該, full-width forms
		return len(text) <= longest
	case 0xE3:
		return len(text) <= longest && (strings.HasPrefix(text, "な") || strings.HasPrefix(text, "ー") || strings.HasPrefix(text, "　"))
	}
	return false
}

// Ditto reports whether the value is a mark that means "as in the row above".
func (v Value) Ditto() bool { return isDitto(v.Text) }

// Place returns where to report about the value: the value itself, or its key
// where the value is empty.
func (v Value) Place() source.Span {
	if v.Text == "" && v.Key != (source.Span{}) {
		return v.Key
	}
	return v.Span
}

// Day is a value that should be a date.
type Day struct {
	Value
	// Date is the zero date unless the text is a valid date.
	Date   date.Date
	Format date.Format
}

// Valid reports whether the value is a date that exists.
func (d Day) Valid() bool { return !d.Date.IsZero() }

func dayOf(v Value) Day {
	d := Day{Value: v}
	if v.Text != "" {
		d.Date, d.Format, _ = date.Parse(v.Text)
	}
	return d
}

// Number is a value that should be a whole number.
type Number struct {
	Value
	Int   int
	Valid bool
}

// Names is a value that names one or more persons.
type Names struct {
	Value
	Each []Value
}

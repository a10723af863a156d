package isms

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/schema"
)

// Decimal is a value that should be a number.
type Decimal struct {
	Value
	Float float64
	Valid bool
}

// Day reads a cell as a date. A time of day and a remark in brackets may follow.
func (r *Row) Day(column string) Day { return r.Moment(column).Day }

// Moment reads a cell as a date that a time of day may follow.
func (r *Row) Moment(column string) Moment { return momentOf(r.Written(column)) }

// Month reads a cell as a month of a year.
func (r *Row) Month(column string) Month { return monthOf(r.Written(column)) }

// Int reads a cell as a whole number. Full-width digits, a unit that the
// schema declares and a remark in brackets are no part of it.
func (r *Row) Int(column string) Number {
	d := r.Number(column)
	n := Number{Value: d.Value}
	if d.Valid && d.Float == float64(int(d.Float)) {
		n.Int, n.Valid = int(d.Float), true
	}
	return n
}

// Number reads a cell as a number, as [Row.Int] does.
func (r *Row) Number(column string) Decimal {
	v := r.Written(column)
	d := Decimal{Value: v}
	if c := r.Table.Schema.Column(column); c != nil {
		d.Float, d.Valid = NumberIn(c, v.Text)
	}
	return d
}

// NumberIn reads the text of a cell of the column as a number.
func NumberIn(c *schema.Column, text string) (float64, bool) {
	text = WithoutRemark(text)
	if !isASCII(text) {
		text = fold.Text(text)
	}
	for _, unit := range c.Units {
		if rest, ok := strings.CutSuffix(text, unit); ok {
			text = strings.TrimSpace(rest)
			break
		}
	}
	if text == "" || !strings.ContainsRune("+-.0123456789", rune(text[0])) {
		return 0, false
	}
	if strings.ContainsAny(text, "xXpPeE_") {
		return 0, false
	}
	f, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
	return f, err == nil
}

// CanonicalIn returns the value of the column's enumeration that the text of a
// cell names; a remark in brackets may follow it.
func CanonicalIn(c *schema.Column, text string) (string, bool) {
	if v, ok := c.Canonical(text); ok {
		return v, true
	}
	if short := WithoutRemark(text); short != text {
		return c.Canonical(short)
	}
	return "", false
}

// WithoutRemark returns the text of a cell without a remark in brackets at its
// end: 終了（2026-05-01 に確認） is 終了.
func WithoutRemark(text string) string {
	if !strings.HasSuffix(text, ")") && !strings.HasSuffix(text, "）") {
		return text
	}
	i := strings.IndexAny(text, "(（")
	if i <= 0 {
		return text
	}
	return strings.TrimRightFunc(text[:i], unicode.IsSpace)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

package isms

import (
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/source"
)

// List returns the values of a cell that may hold several, separated by a
// comma, 、 or a line break, but not within brackets (design §2.2). Marks that
// mean "none" are left out; values of an enumeration are canonical where they
// are known.
func (r *Row) List(column string) []Value {
	items := SplitList(r.Written(column))
	c := r.Table.Schema.Column(column)
	if c == nil || len(c.Values) == 0 {
		return items
	}
	for i := range items {
		if text, ok := CanonicalIn(c, items[i].Text); ok {
			items[i].Text = text
		}
	}
	return items
}

// SplitList returns the values that a cell holds, as [Row.List] does. Each has
// a place of its own where the cell is written as it reads, without markup;
// otherwise that of the whole cell.
func SplitList(v Value) []Value {
	if v.None() {
		return nil
	}
	if !strings.ContainsAny(v.Text, ",，、､\n") {
		return []Value{v}
	}
	var out []Value
	start, depth := 0, 0
	for i := 0; i <= len(v.Text); {
		r, size := rune(-1), 1
		if i < len(v.Text) {
			r, size = utf8.DecodeRuneInString(v.Text[i:])
		}
		switch r {
		case '(', '（':
			depth++
		case ')', '）':
			depth = max(depth-1, 0)
		case ',', '，', '、', '､', '\n', -1:
			if depth == 0 || r == -1 {
				out = appendPart(out, v, start, i)
				start = i + size
			}
		}
		i += size
	}
	return out
}

func appendPart(out []Value, v Value, start, end int) []Value {
	text := strings.Trim(v.Text[start:end], " \t\u3000\u00A0")
	if text == "" {
		return out
	}
	part := Value{Text: text, Key: v.Key, Present: true, Span: v.Sub(start+strings.Index(v.Text[start:end], text), len(text))}
	if part.None() {
		return out
	}
	return append(out, part)
}

// Sub returns the place of a part of the text, which begins at start and has
// the given length: that of the whole value where it is not written as it reads.
func (v Value) Sub(start, length int) source.Span {
	if v.Span.Len() != len(v.Text) {
		return v.Span
	}
	return source.Span{Start: v.Span.Start + start, End: v.Span.Start + start + length}
}

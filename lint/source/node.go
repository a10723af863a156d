package source

import (
	"math"
	"strconv"
	"strings"
)

// Kind is the kind of value that a [Node] holds.
type Kind uint8

// The kinds of values. A date or time of TOML and a timestamp of YAML are
// Date; their Text is as written.
const (
	Null Kind = iota
	Bool
	Int
	Float
	Date
	String
	List
	Map
)

// Node is one value of a YAML or TOML text, with the place where it was
// written.
type Node struct {
	Kind Kind
	// Span covers the value as written, quotes and brackets included, without
	// comments and trailing blanks. The span of a map or list written in
	// block form runs from its first key or item to the end of its last value.
	Span Span
	// Text is the decoded text of a scalar (quotes and escapes resolved); it
	// is empty for lists and maps. A null has the text as written (~, null or
	// nothing).
	Text string
	// Items are the values of a list, in order.
	Items []*Node
	// Fields are the entries of a map, in the order in which they were
	// written.
	Fields []Field
	// number is the int64 or float64 that a parser read Text as: what 010 or
	// 1_000 means depends on the language that it was written in.
	number any
}

// Field is one entry of a map.
type Field struct {
	Key string
	// KeySpan covers the key as written, quotes included. For a TOML table
	// header or dotted key it covers the part of the header that names this key.
	KeySpan Span
	Value   *Node
}

// Field returns the entry with the given key. A nil node has no entries.
func (n *Node) Field(key string) (Field, bool) {
	if n == nil {
		return Field{}, false
	}
	for _, f := range n.Fields {
		if f.Key == key {
			return f, true
		}
	}
	return Field{}, false
}

// Get returns the value of the entry with the given key, or nil.
func (n *Node) Get(key string) *Node {
	f, _ := n.Field(key)
	return f.Value
}

// At follows the path (keys of maps, decimal indexes of lists) as far as it
// exists and returns the last entry reached: the span of its key (of the item
// itself in a list; zero for the root) and its value. found reports whether
// the whole path exists.
func (n *Node) At(path []string) (key Span, value *Node, found bool) {
	for _, p := range path {
		switch n.Kind {
		case Map:
			f, ok := n.Field(p)
			if !ok {
				return key, n, false
			}
			key, n = f.KeySpan, f.Value
		case List:
			i, err := strconv.Atoi(p)
			if err != nil || i < 0 || i >= len(n.Items) {
				return key, n, false
			}
			n = n.Items[i]
			key = n.Span
		default:
			return key, n, false
		}
	}
	return key, n, true
}

// Any returns the value in the form that JSON Schema validators expect:
// map[string]any, []any, string, bool, int64, float64 or nil. Dates become
// strings as written, and so do infinities and NaN, which JSON does not have
// and validators cannot compare.
func (n *Node) Any() any {
	if n == nil {
		return nil
	}
	switch n.Kind {
	case Bool:
		return strings.EqualFold(n.Text, "true")
	case Int, Float:
		return n.numeric()
	case List:
		out := make([]any, len(n.Items))
		for i, it := range n.Items {
			out[i] = it.Any()
		}
		return out
	case Map:
		out := make(map[string]any, len(n.Fields))
		for _, f := range n.Fields {
			out[f.Key] = f.Value.Any()
		}
		return out
	case Null:
		return nil
	}
	return n.Text
}

// numeric returns the number that the parser found, or for a node made by
// hand the decimal number in Text.
func (n *Node) numeric() any {
	v := n.number
	if v == nil && n.Kind == Int {
		if i, err := strconv.ParseInt(n.Text, 10, 64); err == nil {
			return i
		}
	}
	if v == nil && n.Kind == Float {
		if f, err := strconv.ParseFloat(n.Text, 64); err == nil {
			v = f
		}
	}
	if f, ok := v.(float64); v == nil || ok && (math.IsInf(f, 0) || math.IsNaN(f)) {
		return n.Text
	}
	return v
}

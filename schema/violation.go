package schema

import (
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// Kind says in which way a value differs from its schema.
type Kind string

// The kinds of violations.
const (
	Required   Kind = "required"    // a mandatory key is absent
	UnknownKey Kind = "unknown-key" // the schema does not know the key
	KeyName    Kind = "key-name"    // a key of a map is not formed as it must be
	Type       Kind = "type"        // text instead of a number, and the like
	Enum       Kind = "enum"        // not one of the allowed values
	Const      Kind = "const"       // not the one allowed value
	Format     Kind = "format"      // not a day that exists
	Pattern    Kind = "pattern"     // not formed as it must be
	Range      Kind = "range"       // a number that is too small
	Length     Kind = "length"      // a text that is empty or too long, a list that is empty
	Unique     Kind = "unique"      // an entry that a list holds twice
	Unusable   Kind = "unusable"    // no value of JSON, such as a number that is infinite
)

// Violation is one place where a value differs from its schema.
type Violation struct {
	// Path leads to the value: keys of maps and decimal indexes of lists. For
	// Required, UnknownKey and KeyName it leads to the map, and Property is
	// the key.
	Path     []string
	Kind     Kind
	Property string
	// Allowed are the keys or values that are allowed, where they can be listed.
	Allowed []string
	// Nearest is the allowed key or value, or a label of one, whose spelling
	// is nearest to what was written, or "".
	Nearest string
	// Means is the name of the key that Nearest is the name or a label of, or "".
	Means string
	// Expected says what belongs there.
	Expected message.Text
	// Message is one sentence that says what is wrong and what was expected.
	Message message.Text
}

// Locate returns the place of the violation in the tree that the value was
// made of: the value itself, or the key where that says more. What is absent is
// reported at the place that demands it: the key whose value is empty, else
// the key of the map, else its first key.
func (v Violation) Locate(root *source.Node) source.Span {
	if root == nil {
		return source.Span{}
	}
	key, n, _ := root.At(v.Path)
	switch v.Kind {
	case UnknownKey, KeyName:
		if f, ok := n.Field(v.Property); ok {
			return f.KeySpan
		}
	case Required:
		if f, ok := n.Field(v.Property); ok {
			return f.KeySpan
		}
		return head(key, n)
	}
	if n == nil || n.Kind == source.Map || n.Span.Len() == 0 {
		return head(key, n)
	}
	return n.Span
}

// head returns the place that stands for a value that may run over many lines.
func head(key source.Span, n *source.Node) source.Span {
	if n == nil {
		return key
	}
	if key.Len() > 0 && key != n.Span {
		return key
	}
	if n.Kind == source.Map && len(n.Fields) > 0 {
		return n.Fields[0].KeySpan
	}
	return n.Span
}

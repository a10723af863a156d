package config

import (
	"strconv"
	"strings"
	"time"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// reader fills a configuration from the tree of the file and finds the
// defects that the schema cannot express. It passes over values of the wrong
// type: the schema has reported those.
type reader struct {
	*Config
	text     *source.Text
	problems []Problem
}

func (r *reader) problem(at source.Span, ja, en string, args ...any) {
	r.problems = append(r.problems, Problem{at, message.Textf(ja, en, args...)})
}

// line returns the number of the line that a span begins in.
func (r *reader) line(at source.Span) int { return r.text.Position(at.Start).Line }

// head returns the place that stands for a table: its header, or the line on
// which it begins.
func (r *reader) head(n *source.Node) source.Span {
	s := n.Span.Of(r.Source)
	if i := strings.Index(s, "]]"); i >= 0 && strings.HasPrefix(s, "[[") {
		s = s[:i+len("]]")]
	}
	if i := strings.IndexAny(s, "\r\n"); i >= 0 {
		s = s[:i]
	}
	return source.Span{Start: n.Span.Start, End: n.Span.Start + len(s)}
}

// items returns the tables of an array of tables.
func items(n *source.Node) []*source.Node {
	if n == nil || n.Kind != source.List {
		return nil
	}
	var tables []*source.Node
	for _, item := range n.Items {
		if item.Kind == source.Map {
			tables = append(tables, item)
		}
	}
	return tables
}

// str returns a text, or a whole number as text, and "" for anything else.
func str(n *source.Node) string {
	if n == nil {
		return ""
	}
	switch v := n.Any().(type) {
	case string:
		return v
	case int64:
		return strconv.FormatInt(v, 10)
	}
	return ""
}

// strs returns the texts of a list, and whether there is a list.
func strs(n *source.Node) ([]string, bool) {
	if n == nil || n.Kind != source.List {
		return nil, false
	}
	out := make([]string, 0, len(n.Items))
	for _, item := range n.Items {
		if s := str(item); s != "" {
			out = append(out, s)
		}
	}
	return out, true
}

// list is strs where an absent list is an empty one.
func list(n *source.Node) []string {
	out, _ := strs(n)
	return out
}

// number returns a number, and whether there is one.
func number(n *source.Node) (float64, bool) {
	if n == nil {
		return 0, false
	}
	switch v := n.Any().(type) {
	case int64:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// flag returns true, false, or nil where there is neither.
func flag(n *source.Node) *bool {
	if n == nil {
		return nil
	}
	if v, ok := n.Any().(bool); ok {
		return &v
	}
	return nil
}

// day returns a date, and the zero date where there is none.
func day(n *source.Node) date.Date {
	t, err := time.Parse(time.DateOnly, str(n))
	if err != nil {
		return date.Date{}
	}
	d, _ := date.New(t.Date())
	return d
}

// place returns the span of a value, or of the key it is missing under.
func place(n *source.Node) source.Span {
	if n == nil {
		return source.Span{}
	}
	return n.Span
}

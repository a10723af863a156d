package source

import (
	"bytes"
	"strconv"
	"strings"
)

// keys reads a dotted key and the blanks after it.
func (s *tomlScanner) keys() ([]tomlKey, *Error) {
	var keys []tomlKey
	for {
		s.filler(false)
		start := s.pos
		var name string
		if c := s.peek(); c == '"' || c == '\'' {
			s.pos = tomlStringEnd(s.src, s.at.End, start)
			name = tomlString(string(s.src[start:s.pos]))
		} else {
			for isBareKey(s.peek()) {
				s.pos++
			}
			name = string(s.src[start:s.pos])
		}
		if s.pos == start {
			return nil, s.lost(start)
		}
		keys = append(keys, tomlKey{name, Span{start, s.pos}})
		s.filler(false)
		if !s.take('.') {
			return keys, nil
		}
	}
}

func isBareKey(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '_' || c == '-'
}

// value reads a value that lies within depth lists and maps.
func (s *tomlScanner) value(depth int) (*Node, *Error) {
	switch s.peek() {
	case '[':
		return s.array(depth + 1)
	case '{':
		return s.inlineTable(depth + 1)
	case '"', '\'':
		start := s.pos
		s.pos = tomlStringEnd(s.src, s.at.End, start)
		at := Span{start, s.pos}
		return &Node{Kind: String, Span: at, Text: tomlString(at.Of(s.src))}, nil
	}
	return s.literal()
}

func (s *tomlScanner) array(depth int) (*Node, *Error) {
	list := &Node{Kind: List, Span: Span{s.pos, s.pos}}
	if err := s.tooDeep(depth, s.pos); err != nil {
		return nil, err
	}
	s.pos++
	for {
		s.filler(true)
		if s.take(']') {
			list.Span.End = s.pos
			return list, nil
		}
		if err := s.count(s.pos); err != nil {
			return nil, err
		}
		item, err := s.value(depth)
		if err != nil {
			return nil, err
		}
		list.Items = append(list.Items, item)
		s.filler(true)
		s.take(',')
	}
}

func (s *tomlScanner) inlineTable(depth int) (*Node, *Error) {
	table := &Node{Kind: Map, Span: Span{s.pos, s.pos}}
	if err := s.tooDeep(depth, s.pos); err != nil {
		return nil, err
	}
	s.pos++
	for {
		s.filler(true)
		if s.take('}') {
			table.Span.End = s.pos
			return table, nil
		}
		if _, err := s.entry(table, depth); err != nil {
			return nil, err
		}
		s.filler(true)
		s.take(',')
	}
}

// literal reads a number, date, time or boolean.
func (s *tomlScanner) literal() (*Node, *Error) {
	start := s.pos
	for isLiteral(s.peek()) || s.peek() == ' ' && isDigit(s.peekAt(1)) && s.pos-start == len("2006-01-02") {
		s.pos++
	}
	at := Span{start, s.pos}
	n := &Node{Span: at, Text: at.Of(s.src)}
	n.Kind, n.number = tomlLiteral(n.Text)
	if n.Kind == Null {
		return nil, s.lost(start)
	}
	return n, nil
}

func isLiteral(c byte) bool { return isBareKey(c) || c == '+' || c == '.' || c == ':' }

// tomlLiteral returns the kind of a literal, Null if it is none, and the value
// of a number.
func tomlLiteral(text string) (Kind, any) {
	switch {
	case text == "true" || text == "false":
		return Bool, nil
	case strings.Contains(text, ":") || len(text) > 4 && text[4] == '-' && countDigits(text) == 4:
		return Date, nil
	}
	if v, err := strconv.ParseInt(text, 0, 64); err == nil {
		return Int, v
	}
	if v, err := strconv.ParseFloat(strings.ReplaceAll(text, "_", ""), 64); err == nil {
		return Float, v
	}
	if text == "+nan" || text == "-nan" {
		return tomlLiteral("nan")
	}
	return Null, nil
}

func tomlLineEnd(src []byte, end, pos int) int {
	if i := bytes.IndexByte(src[pos:end], '\n'); i >= 0 {
		return pos + i
	}
	return end
}

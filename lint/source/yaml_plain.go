package source

import (
	"bytes"
	"time"
	"unicode/utf8"
)

// plainYAML reads the front matter that nearly every document has, lines of
// key: value with nothing that YAML gives a meaning of its own, without the
// library, which takes a quarter of the time of reading a document. ok is
// false for every other text; the tree is the one that the library would give.
func plainYAML(src []byte, at Span) (root *Node, ok bool) {
	root = &Node{Kind: Map}
	for start := at.Start; start < at.End; {
		end, next := lineEnd(src, start, at.End)
		if start < end {
			field, ok := plainField(src, start, end)
			if !ok || len(root.Fields) >= MaxNodes/2-1 {
				return nil, false
			}
			if _, twice := root.Field(field.Key); twice {
				return nil, false
			}
			root.Fields = append(root.Fields, field)
		}
		start = next
	}
	if len(root.Fields) == 0 {
		return nil, false
	}
	root.Span = Span{root.Fields[0].KeySpan.Start, root.Fields[len(root.Fields)-1].Value.Span.End}
	return root, true
}

// lineEnd returns the end of the line that begins at start, without LF or
// CRLF, and the start of the next one.
func lineEnd(src []byte, start, limit int) (end, next int) {
	i := bytes.IndexByte(src[start:limit], '\n')
	if i < 0 {
		return limit, limit
	}
	end = start + i
	if end > start && src[end-1] == '\r' {
		return end - 1, end + 1
	}
	return end, end + 1
}

// plainField reads a line that is an ASCII word, a colon, one blank and a
// plain value.
func plainField(src []byte, start, end int) (f Field, ok bool) {
	colon := start
	for colon < end && isWordByte(src[colon]) {
		colon++
	}
	if colon == start || colon+2 >= end || src[colon] != ':' || src[colon+1] != ' ' {
		return f, false
	}
	f.Key, f.KeySpan = string(src[start:colon]), Span{start, colon}
	if kind, _ := coreScalar(f.Key); kind != String {
		return f, false
	}
	span := Span{colon + 2, end}
	text := span.Of(src)
	if !isPlainText(text) {
		return f, false
	}
	f.Value = &Node{Span: span, Text: text}
	f.Value.Kind, f.Value.number = coreScalar(text)
	if c := text[0]; c >= '0' && c <= '9' && f.Value.Kind == String {
		// What begins with a digit may be one of the many forms of a timestamp;
		// only the usual one is read here.
		if _, err := time.Parse(time.DateOnly, text); err != nil {
			return f, false
		}
		f.Value.Kind = Date
	}
	return f, true
}

func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'
}

// isPlainText reports whether a text begins with a letter, a digit or a
// Japanese character and goes on with nothing but these, single inner blanks
// and hyphens, points and slashes.
func isPlainText(s string) bool {
	for i, r := range s {
		switch {
		case isWordByte(byte(r)) && r < utf8.RuneSelf, '0' <= r && r <= '9':
		case r >= 0x3041 && r <= 0x3096, r >= 0x30A1 && r <= 0x30FC, r >= 0x4E00 && r <= 0x9FFF, r == '（', r == '）':
		case i > 0 && (r == '-' || r == '.' || r == '/'):
		case i > 0 && r == ' ' && i+1 < len(s) && s[i-1] != ' ':
		default:
			return false
		}
	}
	return true
}

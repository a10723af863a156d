package source

import (
	"errors"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/ismslint/ismslint/lint/message"
)

// tomlError puts an error of the library into the words of somebody who has
// never heard of TOML; the library's own follow in parentheses.
func tomlError(src []byte, at Span, err error) *Error {
	var parse toml.ParseError
	if !errors.As(err, &parse) {
		return &Error{lineAt(src, at, at.Start), tomlMistake{library: err.Error()}.text()}
	}
	// At the end of a line the library points at the line break.
	start := min(max(at.Start+parse.Position.Start, at.Start), at.End)
	for start > at.Start && start < at.End && (src[start] == '\n' || src[start] == '\r') {
		start--
	}
	line := lineAt(src, at, start)
	span := trimSpan(src, Span{start, min(start+max(parse.Position.Len, 1), line.End)})
	if span.Start < line.Start || span.Len() <= 0 || parse.Position.Len <= 1 {
		span = restOfLine(src, at, start)
	}
	m := tomlMistake{library: parse.Message, line: line.Of(src)}
	m.found, _, _ = strings.Cut(restOfLine(src, at, span.Start).Of(src), " ")
	m.previous = start > line.Start && strings.Contains(Span{line.Start, start}.Of(src), "=")
	return &Error{span, m.text()}
}

// tomlMistake is an error of the library with the text that it is about.
type tomlMistake struct {
	library string // the library's message
	line    string // the line with the mistake
	found   string // the word where reading stopped
	// previous reports whether the mistake stands after the = of its line.
	previous bool
}

func (m tomlMistake) text() message.Text {
	text := m.value()
	for _, explain := range []func() message.Text{m.keys, m.structure} {
		if text.IsZero() {
			text = explain()
		}
	}
	if text.IsZero() {
		text = message.Text{JA: "TOMLの書式に誤りがあります", EN: "invalid TOML"}
	}
	return message.Textf("%[1]s(%[2]s)", "%[1]s (%[2]s)", text, shorten(m.library, libraryLength))
}

// name returns the key that the library's message names in single quotes.
func (m tomlMistake) name() string {
	_, after, _ := strings.Cut(m.library, "'")
	if i := strings.LastIndexByte(after, '\''); i >= 0 {
		return after[:i]
	}
	return after
}

func (m tomlMistake) says(words ...string) bool {
	for _, w := range words {
		if strings.Contains(m.library, w) {
			return true
		}
	}
	return false
}

package source

import (
	"errors"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/ismslint/ismslint/lint/message"
)

// yamlError puts an error of the library into the words of somebody who has
// never heard of YAML, at the place where the text must be mended.
func yamlError(src []byte, at Span, err error) *Error {
	cursor := newYAMLCursor(src, at)
	var second *secondDocument
	if errors.As(err, &second) {
		return &Error{restOfLine(src, at, cursor.seek(second.line, second.column)), message.Textf(
			"「---」や「...」で区切られた2つ目の部分は読み込めないため、1つにまとめてください",
			"a second document begins here, expected only one")}
	}
	var load *yaml.LoadError
	if !errors.As(err, &load) {
		return &Error{lineAt(src, at, at.Start), yamlFallback(err.Error())}
	}
	m := yamlMistake{src: src, at: at, message: load.Message, context: load.ContextMsg}
	m.offset = at.Start + load.Mark.Index // what is not UTF-8 text has only a byte offset
	if load.Mark.Line > 0 {
		m.offset = cursor.seek(load.Mark.Line, load.Mark.Column)
	}
	m.opened = m.offset
	if load.ContextMark.Line > 0 {
		m.opened = cursor.seek(load.ContextMark.Line, load.ContextMark.Column)
	}
	return m.explain()
}

// yamlMistake is an error of the library with its places as offsets: where it
// was noticed and where the value or list began that could not be read.
type yamlMistake struct {
	src              []byte
	at               Span
	message, context string
	offset, opened   int
}

func yamlFallback(words string) message.Text {
	return message.Textf("YAMLの書式に誤りがあります(%[1]s)", "invalid YAML (%[1]s)", shorten(words, libraryLength))
}

func (m *yamlMistake) explain() *Error {
	for _, explain := range []func() *Error{m.limit, m.blanks, m.quotes, m.values, m.colons, m.structure} {
		if err := explain(); err != nil {
			return err
		}
	}
	return &Error{m.rest(m.offset), yamlFallback(m.message)}
}

func (m *yamlMistake) says(words string) bool { return strings.Contains(m.message, words) }

func (m *yamlMistake) rest(offset int) Span { return restOfLine(m.src, m.at, offset) }

func (m *yamlMistake) limit() *Error {
	if m.says(errYAMLDepth.Error()) {
		return tooDeep(m.rest(m.offset))
	}
	return nil
}

func (m *yamlMistake) blanks() *Error {
	tab := m.offset < m.at.End && m.src[m.offset] == '\t'
	switch {
	case m.says("control characters"):
		return &Error{Span{m.offset, min(m.offset+1, m.at.End)}, message.Textf(
			"目に見えない制御文字%[1]qが含まれているため、削除してください",
			"control character %[1]q, expected visible text only", firstRune(m.src, m.at, m.offset))}
	case m.says("found a tab character"), m.says("cannot start any token") && tab:
		return &Error{lineAt(m.src, m.at, m.offset), message.Textf(
			"字下げにタブは使えないため、半角スペースに置き換えてください",
			"a tab is used for indentation, expected spaces")}
	}
	return nil
}

func (m *yamlMistake) quotes() *Error {
	if strings.Contains(m.context, "quoted scalar") {
		if m.says("unexpected end of stream") || m.says("document indicator") {
			return unclosedQuote(m.rest(m.opened), firstRune(m.src, m.at, m.opened))
		}
		return &Error{m.rest(m.opened), message.Textf(
			"「\"」で囲んだ値の中の「\\」は特別な意味を持つため、値を「'」で囲むか「\\\\」と書いてください",
			"a backslash within double quotes has a special meaning, expected single quotes or \"\\\\\"")}
	}
	if !m.says("did not find expected key") {
		return nil
	}
	line := lineAt(m.src, m.at, m.offset)
	if m.offset <= line.Start {
		return nil
	}
	if start, quote := m.earlierQuote(Span{line.Start, m.offset}); quote != "" {
		return unclosedQuote(m.rest(start), quote)
	}
	return &Error{m.rest(m.offset), message.Textf(
		"閉じた引用符や括弧の後に「%[1]s」が続いているため、値全体を1組の引用符で囲んでください",
		"%[2]s follows a closing quote or bracket, expected the whole value in one pair of quotes",
		excerpt(m.rest(m.offset).Of(m.src)), quoted(m.rest(m.offset).Of(m.src)))}
}

// earlierQuote returns the quote that was never closed and its place, when the
// part of a line that was read ends with the quote that opens the next value
// and was taken for the end of an earlier one.
func (m *yamlMistake) earlierQuote(read Span) (int, string) {
	start, quote := openQuote(m.src, read)
	if quote == "" || start != read.End-1 {
		return 0, ""
	}
	for line, ok := lineBefore(m.src, m.at, read.Start); ok; line, ok = lineBefore(m.src, m.at, line.Start) {
		if earlier, q := openQuote(m.src, line); q == quote {
			return earlier, quote
		}
	}
	return start, quote
}

func unclosedQuote(at Span, quote string) *Error {
	return &Error{at, message.Textf(
		"引用符「%[1]s」が閉じられていないため、値の終わりにも「%[1]s」を付けてください",
		"the quote %[1]s is never closed, expected another %[1]s at the end of the value", quote)}
}

// openQuote returns the place of the quote that is left open at the end of the
// given part of a line, and the quote, or "" if there is none.
func openQuote(src []byte, part Span) (int, string) {
	start, quote := 0, ""
	for i := part.Start; i < part.End; i++ {
		c := string(src[i])
		if c != `"` && c != "'" {
			continue
		}
		switch quote {
		case "":
			start, quote = i, c
		case c:
			quote = ""
		}
	}
	return start, quote
}

package source

import (
	"bytes"
	"strings"

	"github.com/ismslint/ismslint/lint/message"
)

// values explains values that begin with a character that means something else
// to YAML.
func (m *yamlMistake) values() *Error {
	first := firstRune(m.src, m.at, m.offset)
	switch {
	case m.says("unknown anchor"), strings.Contains(m.context, "scanning an a"):
		return aliasRefused(m.rest(m.opened), m.rest(m.opened).Of(m.src))
	case strings.Contains(m.context, "block scalar"):
		return &Error{m.rest(m.opened), message.Textf(
			"「%[1]s」で始まる値は次の行から字下げして書いてください（記号として使う場合は値全体を「\"」で囲んでください）",
			"text follows \"%[1]s\", expected it on the next lines, indented, or the whole value in quotes",
			firstRune(m.src, m.at, m.opened))}
	case m.says("cannot start any token"), m.says("did not find expected node content") && first != "":
		return &Error{m.rest(m.offset), message.Textf(
			"値の先頭に「%[1]s」は使えないため、値全体を「\"」で囲んでください",
			"a value cannot begin with %[2]s, expected the whole value in quotes", first, quoted(first))}
	case m.says("block sequence entries are not allowed"):
		return &Error{m.rest(m.offset), message.Textf(
			"「- 」で始まる一覧は次の行から書いてください",
			"a list item follows a key on the same line, expected it on the next line")}
	}
	return nil
}

// colons explains lines that lack the colon and blank after the key, or have
// one too many.
func (m *yamlMistake) colons() *Error {
	if m.says("could not find expected ':'") {
		line := lineAt(m.src, m.at, m.opened)
		if text, ok := suspectLine(m.src, line); ok {
			return &Error{line, text}
		}
		return &Error{line, message.Textf(
			"「%[1]s」にコロンがないため、「項目名: 値」の形で書いてください",
			"%[2]s has no colon, expected \"key: value\"", excerpt(line.Of(m.src)), quoted(line.Of(m.src)))}
	}
	if !m.says("mapping values are not allowed") {
		return nil
	}
	line := lineAt(m.src, m.at, m.offset)
	if key, _, found := bytes.Cut(m.src[line.Start:m.offset], []byte(": ")); found {
		return &Error{line, message.Textf(
			"「%[1]s」の値の中の「: 」が区切りと解釈されるため、値全体を「\"」で囲んでください",
			"the value of %[2]s contains \": \", expected the whole value in quotes", excerpt(string(key)), quoted(string(key)))}
	}
	if before, ok := lineBefore(m.src, m.at, line.Start); ok {
		if text, ok := suspectLine(m.src, before); ok {
			return &Error{before, text}
		}
	}
	return misindented(line)
}

// structure explains indentation and brackets.
func (m *yamlMistake) structure() *Error {
	switch {
	case m.says("did not find expected ',' or"):
		bracket := firstRune(m.src, m.at, m.opened)
		if lineAt(m.src, m.at, m.opened) == lineAt(m.src, m.at, m.offset) && m.offset > m.opened {
			return &Error{m.rest(m.offset), message.Textf(
				"括弧「%[1]s」の中の値は「,」で区切ってください",
				"the values within %[2]s are not separated, expected a comma before this", bracket, quoted(bracket))}
		}
		return &Error{m.rest(m.opened), message.Textf(
			"括弧「%[1]s」が閉じられていないため、閉じ括弧を付けるか、値全体を「\"」で囲んでください",
			"the bracket %[2]s is never closed, expected its counterpart, or the whole value in quotes", bracket, quoted(bracket))}
	case m.says("did not find expected key"), m.says("did not find expected '-'"), m.says("did not find expected <document start>"):
		return misindented(lineAt(m.src, m.at, m.offset))
	}
	return nil
}

func misindented(line Span) *Error {
	return &Error{line, message.Textf(
		"字下げが前の行とそろっていないため、同じ階層の項目は同じ桁から書き始めてください",
		"the indentation does not match the lines above, expected entries of one level to begin in the same column")}
}

// suspectLine explains a line that was meant as an entry and is none: its colon
// is full-width, or no blank follows it.
func suspectLine(src []byte, line Span) (message.Text, bool) {
	written := line.Of(src)
	if key, value, found := strings.Cut(written, "："); found && !strings.Contains(key, ": ") {
		return message.Textf(
			"「%[1]s」のコロンが全角のため、「%[3]s: %[4]s」のように半角のコロンと半角スペースに直してください",
			"the colon in %[2]s is full-width, expected \"%[3]s: %[4]s\"",
			excerpt(written), quoted(written), excerpt(key), excerpt(value)), true
	}
	key, value, found := strings.Cut(written, ":")
	if strings.HasPrefix(value, "　") {
		return message.Textf(
			"「%[1]s」のコロンの後の空白が全角のため、「%[3]s: %[4]s」のように半角スペースに直してください",
			"the blank after the colon in %[2]s is full-width, expected \"%[3]s: %[4]s\"",
			excerpt(written), quoted(written), excerpt(key), excerpt(value)), true
	}
	if found && value != "" && !isBlank(value[0]) {
		return message.Textf(
			"「%[1]s」のコロンの後に空白がないため、「%[3]s: %[4]s」のように半角スペースを入れてください",
			"no blank follows the colon in %[2]s, expected \"%[3]s: %[4]s\"",
			excerpt(written), quoted(written), excerpt(key), excerpt(value)), true
	}
	return message.Text{}, false
}

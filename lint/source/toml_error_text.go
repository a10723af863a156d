package source

import (
	"strings"

	"github.com/ismslint/ismslint/lint/message"
)

// value explains mistakes in single values.
func (m tomlMistake) value() message.Text {
	switch {
	case m.says("strings cannot contain newlines", "unexpected EOF; expected '\"", "unexpected EOF; expected \"'"):
		return message.Textf(
			"引用符が閉じられていないため、値の終わりにも引用符を付けてください",
			"a quote is never closed, expected another one at the end of the value")
	case m.says("invalid escape", "hexadecimal digits after"):
		return message.Textf(
			"「\"」で囲んだ値の中の「\\」は特別な意味を持つため、値を「'」で囲むか「\\\\」と書いてください",
			"a backslash within double quotes has a special meaning, expected single quotes or \"\\\\\"")
	case m.says("control characters", "NULL bytes"):
		return message.Textf(
			"目に見えない制御文字が含まれているため、削除してください",
			"a control character stands here, expected visible text only")
	case m.says("invalid datetime"):
		return message.Textf(
			"「%[1]s」は日付として正しくないため、「2025-04-01」の形で書いてください",
			"%[2]s is no date, expected the form 2025-04-01", excerpt(m.found), quoted(m.found))
	case m.says("leading zeroes"):
		return message.Textf(
			"「%[1]s」のように0で始まる数は使えないため、文字であれば値全体を「\"」で囲んでください",
			"%[2]s begins with a zero, expected a plain number, or quotes if it is text", excerpt(m.found), quoted(m.found))
	case m.says("out of range"):
		return message.Textf(
			"数値「%[1]s」が大きすぎるため、文字であれば値全体を「\"」で囲んでください",
			"the number %[2]s is too large, expected quotes if it is text", excerpt(m.found), quoted(m.found))
	case m.says("expected value") && m.says(`'\n'`, "EOF"):
		return message.Textf(
			"「%[1]s」に値がないため、「=」の後に値を書くか、行を削除してください",
			"the value is missing in %[2]s, expected one after \"=\"", excerpt(m.line), quoted(m.line))
	case m.says("expected value", "invalid float", "Invalid float", "Invalid integer", "expected a digit", "floats must start",
		"not a binary", "not an octal", "not a hexadecimal"),
		m.says("expected a top-level item to end") && m.previous:
		return message.Textf(
			"「%[1]s」の値を読み取れないため、文字の値は全体を1組の「\"」で囲んでください",
			"the value in %[2]s cannot be read, expected text as a whole in double quotes", excerpt(m.line), quoted(m.line))
	}
	return message.Text{}
}

// keys explains mistakes before the = of an entry and in the names of tables.
func (m tomlMistake) keys() message.Text {
	switch {
	case m.says("already been defined", "already created"):
		return message.Textf(
			"項目「%[1]s」が重複しているため、どちらか一方を削除してください",
			"key %[2]s is already defined above, expected it once", excerpt(m.name()), quoted(m.name()))
	case m.says("expected '.' or '='") && strings.Contains(m.line, ":") && !strings.Contains(m.line, "="):
		return message.Textf(
			"「%[1]s」の区切りがコロンになっているため、「項目名 = 値」の形で書いてください",
			"a colon separates key and value in %[2]s, expected \"key = value\"", excerpt(m.line), quoted(m.line))
	case m.says("expected '.' or '='", "expected '.' or ']'") && m.found != "" && m.found[0] >= 0x80:
		return message.Textf(
			"「%[1]s」のように日本語などを含む項目名は、「\"」で囲んでください",
			"the name in %[2]s holds characters other than letters, digits, - and _, expected it in double quotes",
			excerpt(m.line), quoted(m.line))
	case m.says("expected '.' or '='"):
		return message.Textf(
			"「%[1]s」に「=」がないため、「項目名 = 値」の形で書いてください",
			"%[2]s has no \"=\" after the key, expected \"key = value\"", excerpt(m.line), quoted(m.line))
	case m.says("key name appears blank", "keys cannot start with"):
		return message.Textf(
			"「%[1]s」に項目名がないため、「項目名 = 値」の形で書いてください",
			"the key is missing in %[2]s, expected \"key = value\"", excerpt(m.line), quoted(m.line))
	case m.says("table name", "table array name"):
		return message.Textf(
			"見出し「%[1]s」の書き方が正しくないため、「[名前]」または「[[名前]]」の形で書いてください",
			"the heading %[2]s cannot be read, expected \"[name]\" or \"[[name]]\"", excerpt(m.line), quoted(m.line))
	}
	return message.Text{}
}

// structure explains brackets, commas and lines.
func (m tomlMistake) structure() message.Text {
	switch {
	case m.says("array terminator", "inline table terminator"):
		return message.Textf(
			"括弧の中の値が「,」で区切られていないか、閉じ括弧がないため、どちらかを補ってください",
			"a value within brackets is followed by neither a comma nor the closing bracket, expected one of them")
	case m.says("unexpected comma"):
		return message.Textf(
			"「,」が余分にあるため、削除してください",
			"there is a comma without a value before it, expected only one comma between values")
	case m.says("expected a top-level item to end"):
		return message.Textf(
			"「%[1]s」が余分にあるため、次の行に分けるか削除してください",
			"%[2]s follows on the same line, expected a new line", excerpt(m.found), quoted(m.found))
	}
	return message.Text{}
}

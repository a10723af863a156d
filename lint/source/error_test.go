package source

import (
	"errors"
	"strings"
	"testing"
)

// errorTest is a text with one mistake, the part of it that the error shall
// point at, and parts of the two messages.
type errorTest struct{ text, at, en, ja string }

func runErrorTests(t *testing.T, tests []errorTest, parse func([]byte, Span) (*Node, *Error)) {
	t.Helper()
	for _, tt := range tests {
		src, at := embed(tt.text)
		_, err := parse(src, at)
		if err == nil {
			t.Errorf("%.60q: no error", tt.text)
			continue
		}
		checkError(t, src, at, err)
		if got := err.Span.Of(src); got != tt.at {
			t.Errorf("%.60q: points at %q, want %q", tt.text, got, tt.at)
		}
		if !strings.Contains(err.EN, tt.en) || !strings.Contains(err.JA, tt.ja) {
			t.Errorf("%.60q: says\n%s\n%s\nwant\n%s\n%s", tt.text, err.EN, err.JA, tt.en, tt.ja)
		}
	}
}

func TestParseYAMLMistakes(t *testing.T) {
	runErrorTests(t, []errorTest{
		{"number:ISMS\ntitle: x\n", "number:ISMS", `no blank follows the colon in "number:ISMS", expected "number: ISMS"`, "コロンの後に空白がない"},
		{"a: 1\nnumber:ISMS # c\nb: 2\n", "number:ISMS # c", "no blank follows", "コロンの後に空白がない"},
		{"number:ISMS\n", "number:ISMS", "no blank follows", "コロンの後に空白がない"},
		{"文書番号：ISMS\ntitle: x\n", "文書番号：ISMS", "full-width", "「文書番号: ISMS」のように半角のコロン"},
		{"文書番号:　ISMS\n", "文書番号:　ISMS", "full-width", "空白が全角"},
		{"a: 1\ntitle ISMS\nb: 2\n", "title ISMS", "has no colon", "コロンがない"},
		{"title: ISMS: マニュアル\n", "title: ISMS: マニュアル", `the value of "title" contains ": "`, "「title」の値の中の「: 」"},
		{"a: 1\n\tb: 2\n", "b: 2", "tab", "タブ"},
		{"a:\n\tb: 2\n", "b: 2", "tab", "タブ"},
		{"a: |\n\tb\n", "b", "tab", "タブ"},
		{"a: 1\n  b: 2\n", "b: 2", "indentation", "字下げ"},
		{"  a: 1\nb: 2\n", "b: 2", "indentation", "字下げ"},
		{"a:\n    b: 1\n  c: 2\n", "c: 2", "indentation", "字下げ"},
		{"a: x\n- b\n", "- b", "indentation", "字下げ"},
		{"a: \"x\nb: 1\n", "\"x", `the quote " is never closed`, "引用符「\"」が閉じられていない"},
		{"a: 'x # c\nb: 1\n", "'x # c", "the quote ' is never closed", "引用符「'」が閉じられていない"},
		{"a: \"x\n\n# c\nb: \"y\"\nc: 1\n", "\"x", "never closed", "閉じられていない"},
		{"a: \"x\" y\nb: 1\n", "y", `"y" follows a closing quote`, "「y」が続いている"},
		{"a: 'It's'\n", "s'", "follows a closing quote", "が続いている"},
		{"a: [重要] ISMS規程\nb: 1\n", "ISMS規程", `"ISMS規程" follows`, "「ISMS規程」が続いている"},
		{"a: [1, 2\nb: 3\n", "[1, 2", `the bracket "[" is never closed`, "括弧「[」が閉じられていない"},
		{"a: {x: 1\nb: 3\n", "{x: 1", `the bracket "{" is never closed`, "括弧「{」が閉じられていない"},
		{"a: [[b] c]\n", "c]", "not separated", "「,」で区切って"},
		{"a: @foo\n", "@foo", `cannot begin with "@"`, "先頭に「@」は使えない"},
		{"a: % # c\n", "% # c", `cannot begin with "%"`, "先頭に「%」は使えない"},
		{"a: ]\n", "]", `cannot begin with "]"`, "先頭に「]」は使えない"},
		{"a: - b\n", "- b", "list item", "次の行から"},
		{"a: |x\n  b\n", "|x", `text follows "|"`, "「|」で始まる値"},
		{"a: \"C:\\Users\"\n", "\"C:\\Users\"", "backslash", "「\\」は特別な意味"},
		{"a: \"\\q\"\n", "\"\\q\"", "backslash", "「\\」は特別な意味"},
		{"a: 1\x01\n", "\x01", "control character \"\\x01\"", "制御文字"},
		{"a: 方\xff\n", "\xff", "byte 0xFF is not UTF-8", "UTF-8"},
		{"%FOO\n---\na: 1\n", "%FOO", "invalid YAML (found unknown directive name)", "YAMLの書式に誤り"},
	}, ParseYAML)
}

func TestParseYAMLRefusals(t *testing.T) {
	runErrorTests(t, []errorTest{
		{"a: 1\nb: 2\n\"a\": 3\n", "\"a\"", `key "a" is already defined`, "項目「a」が重複"},
		{"a: {b: 1, b: 2}\n", "b", `key "b" is already defined`, "項目「b」が重複"},
		{"a: *sato\n", "*sato", `"*sato" is an anchor or alias`, "「*sato」のような"},
		{"a: &x b\nc: *x\n", "&x b", `"&x" is an anchor or alias`, "値をそのまま"},
		{"&x a: b\n", "&x a: b", `"&x"`, "「&x」"},
		{"a: &x\n", "&x", `"&x"`, "「&x」"},
		{"&x {a: b}\n", "&x {a: b}", `"&x"`, "「&x」"},
		{"a: & b\n", "& b", "anchor or alias", "「& b」"},
		{"a: !foo x\n", "!foo x", `tag "!foo" is not supported`, "「!foo」のような型の指定"},
		{"a: !!str 1\n", "!!str 1", `tag "!!str"`, "「!!str」"},
		{"a: !!null\n", "!!null", `tag "!!null"`, "「!!null」"},
		{"a: ! x\n", "! x", `tag "!"`, "「!」"},
		{"<<: {a: b}\n", "<<", "merge key", "「<<」による取り込み"},
		{"2022: x\n", "2022", "key 2022 is not text", "「\"2022\"」"},
		{"true: x\n", "true", "key true is not text", "「\"true\"」"},
		{"? [a]\n: b\n", "[a]", "a list or map is used as a key", "一覧は使えない"},
		{": x\n", "", "the key is missing", "項目名がない"},
		{"- a\n- b\n", "- a", "this is a list", "一覧になっている"},
		{"ISMSマニュアル\n", "ISMSマニュアル", "this is plain text", "文章になっている"},
		{"~\n", "~", "this is plain text", "文章になっている"},
		{"a: 1\n---\nb: 2\n", "---", "a second document", "2つ目"},
		{"a: 1\n...\nb: 2\n", "b: 2", "a second document", "2つ目"},
	}, ParseYAML)
}

func TestParseTOMLMistakes(t *testing.T) {
	runErrorTests(t, []errorTest{
		{"a = 1\n文書番号 = \"x\"\n", "文", "expected it in double quotes (expected '.' or '=', but got '文' instead)", "日本語などを含む項目名"},
		{"[組織]\n", "組", "expected it in double quotes", "日本語などを含む項目名"},
		{"number: x\n", ": x", "a colon separates", "区切りがコロン"},
		{"a\n", "a", "has no \"=\"", "「=」がない"},
		{"= 1\n", "= 1", "the key is missing", "項目名がない"},
		{"a = \nb = 1\n", "a =", "the value is missing", "値がない"},
		{"title = 文書\n", "文書", "expected text as a whole in double quotes", "「title = 文書」の値を読み取れない"},
		{"number = ISMS-A-03\n", "ISMS", "expected text as a whole in double quotes", "読み取れない"},
		{"number = 2023年\n", "年", "expected text as a whole in double quotes", "読み取れない"},
		{"a = \"x\" y\n", "y", "expected text as a whole in double quotes", "1組の「\"」"},
		{"a = .5\n", ".5", "cannot be read", "読み取れない"},
		{"a = 1__0\n", "1__0", "cannot be read", "読み取れない"},
		{"a = \"x\nb = 1\n", "x", "a quote is never closed", "引用符が閉じられていない"},
		{"a = 'x", "x", "a quote is never closed", "引用符が閉じられていない"},
		{"a = \"C:\\dir\"\n", "C:\\d", "backslash", "「\\」は特別な意味"},
		{"a = 1\x01\n", "1\x01", "control character", "制御文字"},
		{"a = 1\xff\n", "\xff", "byte 0xFF is not UTF-8", "UTF-8"},
		{"d = 2023-2-30\n", "2023-2-30", `"2023-2-30" is no date`, "日付として正しくない"},
		{"a = 010\n", "010", "begins with a zero", "0で始まる"},
		{"a = 99999999999999999999\n", "99999999999999999999", "too large", "大きすぎる"},
		{"a = 1\n\ta = 2\n", "a = 2", `key "a" is already defined`, "項目「a」が重複"},
		{"[a]\nb = 1\n[a]\n", "a]", `key "a" is already defined`, "項目「a」が重複"},
		{"a = []\n[[a]]\n", "a]]", `key "a" is already defined`, "項目「a」が重複"},
		{"a = [1 2]\n", "2]", "neither a comma nor the closing bracket", "括弧"},
		{"a = [1,\nb = 3\n", "b = 3", "cannot be read", "読み取れない"},
		{"a = {b = 1\n", "1", "neither a comma nor the closing bracket", "括弧"},
		{"a = [,]\n", ",]", "comma", "「,」が余分"},
		{"[]\n", "]", `the heading "[]" cannot be read`, "見出し「[]」"},
		{"[[a]\n", "]", "the heading", "見出し"},
		{"[a] b = 1\n", "b", `"b" follows on the same line`, "「b」が余分"},
	}, ParseTOML)
}

// The library accepts these and keeps one of the values; see [ParseTOML].
func TestParseTOMLDuplicatesOfTheLibrary(t *testing.T) {
	runErrorTests(t, []errorTest{
		{"a.b = 1\na = 1\n", "a", `key "a" is already defined`, "重複"},
		{"d = [{a = 1}]\nd.e = 1\n", "d", `key "d" is already defined`, "重複"},
	}, ParseTOML)
}

func TestErrorIsEnglish(t *testing.T) {
	_, err := ParseYAML([]byte("a: 1\na: 2"), Span{0, 9})
	if err == nil || err.Error() != err.EN {
		t.Errorf("got %v", err)
	}
}

func TestGuarded(t *testing.T) {
	err := guarded(func() error { panic("out of range") })
	if err == nil || !strings.Contains(err.Error(), "out of range") {
		t.Errorf("a panic gives %v", err)
	}
	if err := guarded(func() error { return nil }); err != nil {
		t.Errorf("no panic gives %v", err)
	}
	src, at := embed("a: 1\n")
	for _, explained := range []*Error{yamlError(src, at, errors.New("x")), tomlError(src, at, errors.New("x"))} {
		checkError(t, src, at, explained)
		if !strings.Contains(explained.EN, "(x)") || explained.Span.Of(src) != "a: 1" {
			t.Errorf("got %q at %q", explained.EN, explained.Span.Of(src))
		}
	}
}

package source

import (
	"strings"
	"testing"
)

// spanTest is a text and what its keys and values shall be found to be written
// as, one line each but for the root.
type spanTest struct{ what, text, want string }

func runSpanTests(t *testing.T, tests []spanTest, parse func([]byte, Span) (*Node, *Error)) {
	t.Helper()
	for _, tt := range tests {
		src, at := embed(tt.text)
		root, err := parse(src, at)
		if err != nil {
			t.Errorf("%s: %v at %q", tt.what, err, err.Span.Of(src))
			continue
		}
		checkSpans(t, src, at, root)
		_, got, _ := strings.Cut(written(src, root), "\n")
		if want := strings.TrimPrefix(tt.want, "\n"); got != want {
			t.Errorf("%s: got\n%swant\n%s", tt.what, got, want)
		}
	}
}

func TestParseYAMLScalars(t *testing.T) {
	runSpanTests(t, []spanTest{
		{"plain values", "number: ISMS-A-03\ntitle: ISMS　マニュアル\t # 表題\nrevision:  2 \nurl: http://example.co.jp/#a:b", `
/number string "number" "ISMS-A-03"
/title string "title" "ISMS\u3000マニュアル"
/revision int "revision" "2"
/url string "url" "http://example.co.jp/#a:b"
`},
		{"quotes, CRLF and comments", "a: b\r\nc: 'it''s'\t# x\r\nd: \"x \\\" # y: z\"   \r\ne: \"2022\"\r\n", `
/a string "a" "b"
/c string "c" "'it''s'" = "it's"
/d string "d" "\"x \\\" # y: z\"" = "x \" # y: z"
/e string "e" "\"2022\""
`},
		{"several lines", "a: one\n  two # c\nb: 'one\n\n  two'\nc: \"one\\\n  two\"\n", `
/a string "a" "one\n  two" = "one two"
/b string "b" "'one\n\n  two'" = "one\ntwo"
/c string "c" "\"one\\\n  two\"" = "onetwo"
`},
		{"blocks", "a: |\n  one # no comment\n\n  two  \n\nb: >-  # c\n  one\n  two\nc: |2\n   x\nd: |+ # c\n\ne: |", `
/a string "a" "|\n  one # no comment\n\n  two" = "one # no comment\n\ntwo  \n"
/b string "b" ">-  # c\n  one\n  two" = "one two"
/c string "c" "|2\n   x" = " x\n"
/d string "d" "|+" = "\n"
/e string "e" "|" = ""
`},
		{"empty values", "empty:\nspace:   \ncomment: # c\ntilde: ~\nword: null\nlast:", `
/empty null "empty" ""
/space null "space" ""
/comment null "comment" ""
/tilde null "tilde" "~"
/word null "word" "null"
/last null "last" ""
`},
		{"types", "a: true\nb: 2023-10-01\nc: 2023-10-01 10:00:00\nd: 1.5\ne: 2023-02-30\nf: yes\ng: 令和5年\n", `
/a bool "a" "true"
/b date "b" "2023-10-01"
/c date "c" "2023-10-01 10:00:00"
/d float "d" "1.5"
/e string "e" "2023-02-30"
/f string "f" "yes"
/g string "g" "令和5年"
`},
	}, ParseYAML)
}

func TestParseYAMLCollections(t *testing.T) {
	runSpanTests(t, []spanTest{
		{"lists", "list:\n  - a\n  -\n  - b: 1\n    c: 2 # x\n  - - d\n    - e\nflat:\n- x # y\n- z\n", `
/list list "list" "- a\n  -\n  - b: 1\n    c: 2 # x\n  - - d\n    - e"
/list/0 string "a"
/list/1 null ""
/list/2 map "b: 1\n    c: 2"
/list/2/b int "b" "1"
/list/2/c int "c" "2"
/list/3 list "- d\n    - e"
/list/3/0 string "d"
/list/3/1 string "e"
/flat list "flat" "- x # y\n- z"
/flat/0 string "x"
/flat/1 string "z"
`},
		{"brackets", "flow: [ a , \"b]\" , {d: e, 'f': , g} ] # z\npair: [h: 1]\nlong: [\n  a, # ]\n  b,\n]\nempty: []\nnone: { }\n", `
/flow list "flow" "[ a , \"b]\" , {d: e, 'f': , g} ]"
/flow/0 string "a"
/flow/1 string "\"b]\""
/flow/2 map "{d: e, 'f': , g}"
/flow/2/d string "d" "e"
/flow/2/f null "'f'" ""
/flow/2/g null "g" ""
/pair list "pair" "[h: 1]"
/pair/0 map "h: 1"
/pair/0/h int "h" "1"
/long list "long" "[\n  a, # ]\n  b,\n]"
/long/0 string "a"
/long/1 string "b"
/empty list "empty" "[]"
/none map "none" "{ }"
`},
		{"keys", "\"q k\" : 1\n'it''s': 2\n? x\n: 3\n文書 番号: 4\n\"2022\": 5\n\"<<\": 6\n", `
/q k int "\"q k\"" "1"
/it's int "'it''s'" "2"
/x int "x" "3"
/文書 番号 int "文書 番号" "4"
/2022 int "\"2022\"" "5"
/<< int "\"<<\"" "6"
`},
		{"indented, with marks of the document", "---\n  a: 1\n  b:\n    c: 2\n...\n", `
/a int "a" "1"
/b map "b" "c: 2"
/b/c int "c" "2"
`},
		{"line breaks of YAML 1.1", "a: \"x\u2028 y\"\nb: 1\u0085c: 2\n", `
/a string "a" "\"x\u2028 y\"" = "x\u2028y"
/b int "b" "1"
/c int "c" "2"
`},
	}, ParseYAML)
}

func TestParseYAMLEmpty(t *testing.T) {
	for _, text := range []string{"", "\n", " \n# only a comment\n", "---\n", "--- # c\n...\n"} {
		src, at := embed(text)
		root, err := ParseYAML(src, at)
		if err != nil || root.Kind != Map || len(root.Fields) != 0 || root.Span != (Span{at.Start, at.Start}) {
			t.Errorf("%q: got %+v, %v, want an empty map", text, root, err)
		}
	}
}

// The empty null of a key stands behind its colon, where a value belongs.
func TestParseYAMLEmptyValuePlace(t *testing.T) {
	for _, text := range []string{"a:", "a:  # c\nb: 1", "? a\n:", "{a: , b}", "a :\n"} {
		root, err := ParseYAML([]byte(text), Span{0, len(text)})
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		want := strings.Index(text, ":") + 1
		if got := root.Get("a").Span; got != (Span{want, want}) {
			t.Errorf("%q: got %v, want %d", text, got, want)
		}
	}
}

// The span that the caller asks for is clipped to the file, and a byte-order
// mark at the beginning of the file is not part of the first key.
func TestParseClips(t *testing.T) {
	src := []byte("\ufeffa: 1\n")
	root, err := ParseYAML(src, Span{-3, 99})
	if err != nil || len(root.Fields) != 1 || root.Fields[0].KeySpan != (Span{3, 4}) {
		t.Errorf("YAML: got %+v, %v", root, err)
	}
	src = []byte("\ufeffa = 1\n")
	root, err = ParseTOML(src, Span{-3, 99})
	if err != nil || len(root.Fields) != 1 || root.Fields[0].KeySpan != (Span{3, 4}) {
		t.Errorf("TOML: got %+v, %v", root, err)
	}
}

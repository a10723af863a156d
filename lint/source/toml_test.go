package source

import (
	"strings"
	"testing"
)

func TestParseTOMLScalars(t *testing.T) {
	runSpanTests(t, []spanTest{
		{"front matter", "number = \"ISMS-A-03\"\r\n\"文書名\"='ISMS \"マニュアル\"' # 表題\r\nrevision\t= 2 \r\nestablished = 2023-10-01\r\n", `
/number string "number" "\"ISMS-A-03\""
/文書名 string "\"文書名\"" "'ISMS \"マニュアル\"'" = "ISMS \"マニュアル\""
/revision int "revision" "2"
/established date "established" "2023-10-01"
`},
		{"strings", "a = \"a\\tb \\\" \\u00e9\\x41 # c\"\nb = \"\"\"\n one \\\n   two\"\"\"\"\nc = '''\n\\'''\nd = \"\"\ne = \"\"\"\"\"\"\nf = '''\r\n''x'''''\n", `
/a string "a" "\"a\\tb \\\" \\u00e9\\x41 # c\"" = "a\tb \" éA # c"
/b string "b" "\"\"\"\n one \\\n   two\"\"\"\"" = " one two\""
/c string "c" "'''\n\\'''" = "\\"
/d string "d" "\"\""
/e string "e" "\"\"\"\"\"\""
/f string "f" "'''\r\n''x'''''" = "''x''"
`},
		{"dates and times", "a = 2020-04-01 10:00:00 # c\nb = 07:32\nc = 2020-04-01T10:00:00.5+09:00\nd = [2020-04-01 , 2020-04-02]", `
/a date "a" "2020-04-01 10:00:00"
/b date "b" "07:32"
/c date "c" "2020-04-01T10:00:00.5+09:00"
/d list "d" "[2020-04-01 , 2020-04-02]"
/d/0 date "2020-04-01"
/d/1 date "2020-04-02"
`},
		{"numbers and booleans", "a=1_000\nb=0x1F\nc=-inf\nd=true\ne=1e3\nf=+nan\ng=-1.0e-5\n", `
/a int "a" "1_000"
/b int "b" "0x1F"
/c float "c" "-inf"
/d bool "d" "true"
/e float "e" "1e3"
/f float "f" "+nan"
/g float "g" "-1.0e-5"
`},
	}, ParseTOML)
}

func TestParseTOMLTables(t *testing.T) {
	runSpanTests(t, []spanTest{
		{"dotted keys and inline tables", "b.c . \"d e\" = 'x'\nb.f = {p = 1, q.r = [ 1, # ]\n {}, ], }\nb.c.g = 2\n", `
/b map "b" "c . \"d e\" = 'x'\nb.f = {p = 1, q.r = [ 1, # ]\n {}, ], }\nb.c.g = 2"
/b/c map "c" "\"d e\" = 'x'\nb.f = {p = 1, q.r = [ 1, # ]\n {}, ], }\nb.c.g = 2"
/b/c/d e string "\"d e\"" "'x'"
/b/c/g int "g" "2"
/b/f map "f" "{p = 1, q.r = [ 1, # ]\n {}, ], }"
/b/f/p int "p" "1"
/b/f/q map "q" "r = [ 1, # ]\n {}, ]"
/b/f/q/r list "r" "[ 1, # ]\n {}, ]"
/b/f/q/r/0 int "1"
/b/f/q/r/1 map "{}"
`},
		{"tables", "[t] # h\nx = 1\n\n[u . 'v']\n# c\n[t.w]\n[u]\ny = 2 # c\n", `
/t map "t" "[t] # h\nx = 1\n\n[u . 'v']\n# c\n[t.w]"
/t/x int "x" "1"
/t/w map "w" "[t.w]"
/u map "u" "[u . 'v']\n# c\n[t.w]\n[u]\ny = 2"
/u/v map "'v'" "[u . 'v']"
/u/y int "y" "2"
`},
		{"arrays of tables", "[[p]]\nid = \"a\"\n\n[p.q]\nr = 1\n\n[[p]]\r\nid = \"b\" \r\n# end\n[z]\n", `
/p list "p" "[[p]]\nid = \"a\"\n\n[p.q]\nr = 1\n\n[[p]]\r\nid = \"b\""
/p/0 map "[[p]]\nid = \"a\"\n\n[p.q]\nr = 1"
/p/0/id string "id" "\"a\""
/p/0/q map "q" "[p.q]\nr = 1"
/p/0/q/r int "r" "1"
/p/1 map "[[p]]\r\nid = \"b\""
/p/1/id string "id" "\"b\""
/z map "z" "[z]"
`},
	}, ParseTOML)
}

// A table that was implied by a deeper one is found where its own header is.
func TestParseTOMLExplicitHeader(t *testing.T) {
	const text = "[a.b]\n[a]\n"
	root, err := ParseTOML([]byte(text), Span{0, len(text)})
	if err != nil {
		t.Fatal(err)
	}
	if field, _ := root.Field("a"); field.KeySpan != (Span{7, 8}) || field.Value.Span != (Span{0, 9}) {
		t.Errorf("got the key at %v and the table at %v", field.KeySpan, field.Value.Span)
	}
}

func TestParseTOMLManyKeys(t *testing.T) {
	text, names := "", "abcdefghijklmnopqrstuvwxyz"
	for _, x := range names {
		for _, y := range names[:4] {
			text += "[" + string(x) + string(y) + "]\n"
		}
	}
	root, err := ParseTOML([]byte(text), Span{0, len(text)})
	if err != nil {
		t.Fatal(err)
	}
	if len(root.Fields) != 26*4 || root.Get("zd") == nil {
		t.Errorf("got %d tables", len(root.Fields))
	}
	text = "za.x = 1\n" + strings.ReplaceAll(text, "[za]\n", "[z]\n") + "[z.x]\n[aa.y]\n[z.x.y]"
	root, err = ParseTOML([]byte(text), Span{0, len(text)})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, found := root.At([]string{"z", "x", "y"}); !found || len(root.Fields) != 26*4+1 || root.Get("aa").Get("y") == nil {
		t.Errorf("got %d tables", len(root.Fields))
	}
}

func TestParseTOMLEmpty(t *testing.T) {
	for _, text := range []string{"", "\n", "# only a comment"} {
		src, at := embed(text)
		root, err := ParseTOML(src, at)
		if err != nil || root.Kind != Map || len(root.Fields) != 0 || root.Span != (Span{at.Start, at.Start}) {
			t.Errorf("%q: got %+v, %v, want an empty map", text, root, err)
		}
	}
}

// What only the scanner meets is reported, too, at its place.
func TestTOMLScannerLost(t *testing.T) {
	for text, place := range map[string]string{
		"a = 1\nb 2\n": "b 2", "a = x\n": "x", "[a\nb": "[a", "[[a]\n": "[[a]", "a = [1": "a = [1", "a = {b = 1": "a = {b = 1",
		"文書 = 1": "文書 = 1", "a.\n": "a.", "a = \"\"\"x": "",
	} {
		src, at := embed(text)
		err := newTOMLScanner(src, at).document()
		if place == "" {
			if err != nil {
				t.Errorf("%q: %v", text, err)
			}
			continue
		}
		if err == nil || err.Span.Of(src) != place {
			t.Errorf("%q: got %v, want a place %q", text, err, place)
		}
	}
}

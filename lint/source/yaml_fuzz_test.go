package source

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

func FuzzYAML(f *testing.F) {
	for _, seed := range []string{
		"number: ISMS-A-03\ntitle: ISMSマニュアル # c\nrevision: 2\nestablished: 2023-10-01\nclauses: [\"4.1\", '4.2']\n",
		"a:\r\n  - b: 'it''s'\t# c\r\n    c: \"x\\\"\r\n      y\"\r\n  -\r\n",
		"a: plain\n  over: lines",
		"a: plain\n  over lines\nb: |-\n  x # y\n\n  z\nc: >2\n    folded\n   text\nd:\n",
		"{a: , b, c: {d: [e: f, ? g], \"h\":i}}",
		"? a\n: b\n? c\nd: ~\n", "a:\n- b\n-\n- - c\n", "--- # c\na: 1\n...\n", "%YAML 1.2\n---\na: 1",
		"a: &x b\nc: *x\n", "a: !!str b", "<<: {}", "a: \u0085 b\u2028 c\n", "a: |\n\u2028 x\n", "a: [b # c\n , d ]\n",
		"000000:: x", "&%!", "? |\n  \"c d\": \n",
	} {
		f.Add(seed)
	}
	f.Fuzz(checkYAML)
}

// TestYAMLCombinations puts the forms of keys, values and comments together
// at all indentations.
func TestYAMLCombinations(t *testing.T) {
	pieces := []string{
		"a: ", "b:", "\"c d\": ", "'e''f' : ", "? ", ": ", "- ", "-", "g", "文書 番号", "\"h\\\"i\"", "'j ''k'", "|", ">-", "|2+ # c", "[", "]", "{", "}", ", ",
		" # c", "#d", "\n", "\n", "\n", "\r\n", "\n  ", "\n  ", "\n    ", "\n\n", "\n \t", "~", "2023-10-01", "1.5", "\u3000", "\u2028", "http://x", "l: m",
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 5_000 {
		var text strings.Builder
		for range 1 + random.IntN(14) {
			text.WriteString(pieces[random.IntN(len(pieces))])
		}
		checkYAML(t, text.String())
	}
}

func checkYAML(t *testing.T, text string) {
	t.Helper()
	src, at := embed(text)
	root, err := ParseYAML(src, at)
	if err != nil {
		checkError(t, src, at, err)
		return
	}
	checkSpans(t, src, at, root)
	walk(root, "", func(_ string, key *Field, value *Node) {
		if key != nil {
			checkYAMLKey(t, key.KeySpan.Of(src), key.Key)
		}
		if value.Kind != List && value.Kind != Map {
			checkYAMLScalar(t, value.Span.Of(src), value)
		}
	})
}

// deeper indents the lines after the first by one blank, so that they belong
// to whatever the first line is written behind.
func deeper(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		width := max(yamlBreak([]byte(s)), 1)
		b.WriteString(s[:width])
		if yamlBreak([]byte(s)) > 0 {
			b.WriteByte(' ')
		}
		s = s[width:]
	}
	return b.String()
}

func reparse(text string) *Node {
	root, err := ParseYAML([]byte(text), Span{0, len(text)})
	if err != nil {
		return nil
	}
	return root
}

func checkYAMLKey(t *testing.T, span, key string) {
	t.Helper()
	for _, wrapped := range []string{span + ": 1\n", "? " + deeper(span) + "\n: 1\n", "{" + deeper(span) + "}"} {
		if _, ok := reparse(wrapped).Field(key); ok {
			return
		}
	}
	if strings.HasPrefix(span, "|") || strings.HasPrefix(span, ">") {
		return // blanks at the end of a block are not in its span
	}
	t.Fatalf("key %q is said to be written %q", key, span)
}

func checkYAMLScalar(t *testing.T, span string, value *Node) {
	t.Helper()
	if value.Kind == String && span != "" && (span[0] == '|' || span[0] == '>') {
		last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(value.Text, " \t\r\n\u0085\u2028\u2029"))
		if end, _ := utf8.DecodeLastRuneInString(span); last != utf8.RuneError && last != end {
			t.Fatalf("block %q is said to be written %q", value.Text, span)
		}
		return
	}
	for _, wrapped := range []string{"k: " + deeper(span), "k: [" + deeper(span) + "]"} {
		got := reparse(wrapped).Get("k")
		if got != nil && got.Kind == List && len(got.Items) == 1 {
			got = got.Items[0]
		}
		if got != nil && got.Kind == value.Kind && got.Text == value.Text {
			return
		}
	}
	if len(bytes.TrimSpace([]byte(span))) > 0 || value.Kind != Null {
		t.Fatalf("%q is said to be written %q", value.Text, span)
	}
}

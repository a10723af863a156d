package source

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

func FuzzTOML(f *testing.F) {
	for _, seed := range []string{
		"number = \"ISMS-A-03\"\ntitle = 'ISMSマニュアル' # c\nrevision = 2\nestablished = 2023-10-01\nclauses = [\"4.1\", '4.2']\n",
		"[[people]]\r\nid = \"a\"\r\n[people.address]\r\nzip = 1\r\n[[people]]\r\n[people.address]\r\n",
		"a.b.c = 1\na.b.d = 2\n[x.y]\nz = 1\n[x]\nw = 2\n", "a = {b.c = 1, d = [{}, {e = 1}],}\n", "a = [ # c\n 1, [2,\n3], # d\n]\n",
		"a = \"\"\"\nx \\\n  y\"\"\"\"\nb = '''\r\n'x''''\n", "a = \"\\u00e9\\x41\\e\\\"\"\n", "a = 1_000\nb = 0x_f\nc = 0xFF\nd = +5\ne = -0.5e-3\nf = inf\ng = -nan\n",
		"a = 2020-04-01 10:00:00 # c\nb = 07:32\nc = [2020-04-01 , 1]\n", "\"a.b\".'c' = 1\n[ \"d\" . e ]\n", "a = {b = [{c = {}}]}\n[a.d]\n", "[a]\n[[a.b]]\n[a.b.c]\n[[a.b]]\n",
		"\xfe\xff", "%%%%%!", "a.b = 1\na = 1\n", "d = [{a = 1}]\nd.e = 1\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(checkTOML)
}

// TestTOMLCombinations puts tables, dotted keys and values together in ways
// that mutation of bytes seldom finds.
func TestTOMLCombinations(t *testing.T) {
	lines := []string{
		"[a]", "[b]", "[[a]]", "[[b]]", "[a.b]", "[b.a]", "[[a.b]]", "[a.b.c]", "[[b.a.c]]", "[ 'a' . \"b\" ]", "# c", "",
		"a = 1", "b = 1", "c = 'x'", "a.b = 1", "a.c = 2", "b.a.c = 3", "b.a.d = 4", "d = {a = 1, b.c = 2}", "e = {a = {b = 1}, a.c = 2}",
		"d = [{a = 1}, {a.b = 2}]", "e = [[{a = 1}], [], [{a = 1}]]", "f = {}", "f = []", "f.g = {h = [1, {i = 2}]}", "d.e = 1",
		"g = [\n1, # c\n2,\n]", "h = {\na = 1,\n}", "i = \"\"\"\na\"\"b\\\"\"\"\"\"", "j = 2020-01-01 00:00:00.5+09:00", "k = [ 2020-01-01 , 07:32:00 ]",
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 5_000 {
		var text strings.Builder
		for range 1 + random.IntN(6) {
			text.WriteString(lines[random.IntN(len(lines))] + "\n")
		}
		checkTOML(t, text.String())
	}
}

func checkTOML(t *testing.T, text string) {
	t.Helper()
	src, at := embed(text)
	var want map[string]any
	accepted := false
	if _, deep := tomlTooDeep(src, at); !deep && utf8.ValidString(text) {
		accepted = guarded(func() error { return toml.Unmarshal([]byte(text), &want) }) == nil
	}
	root, err := ParseTOML(src, at)
	if err != nil {
		// The scanner is not meant for texts that the library refuses, but
		// must not fall over them.
		if lost := newTOMLScanner(src, at).document(); lost != nil {
			checkError(t, src, at, lost)
		}
		checkError(t, src, at, err)
		// The library drops the second of some duplicates without a word.
		refused := err.EN == tooDeep(Span{}).EN || err.EN == tooMany(Span{}).EN || strings.HasSuffix(err.EN, "already defined above, expected it once")
		if accepted && !refused {
			t.Fatalf("the library accepts %q, but: %v", text, err)
		}
		return
	}
	checkSpans(t, src, at, root)
	sameTOML(t, text, want, root)
	walk(root, "", func(_ string, key *Field, value *Node) {
		if key != nil {
			checkTOMLKey(t, key.KeySpan.Of(src), key.Key)
		}
		if value.Kind != List && value.Kind != Map {
			checkTOMLScalar(t, value.Span.Of(src), value)
		}
	})
}

// sameTOML fails unless the tree holds what the library decoded.
func sameTOML(t *testing.T, text string, want any, got *Node) {
	t.Helper()
	switch want := want.(type) {
	case map[string]any:
		if got.Kind != Map || len(got.Fields) != len(want) {
			t.Fatalf("%q: got %v, want %v", text, got.Any(), want)
		}
		for key, value := range want {
			field, ok := got.Field(key)
			if !ok {
				t.Fatalf("%q: key %q is missing", text, key)
			}
			sameTOML(t, text, value, field.Value)
		}
	case []map[string]any:
		items := make([]any, len(want))
		for i := range want {
			items[i] = want[i]
		}
		sameTOML(t, text, items, got)
	case []any:
		if got.Kind != List || len(got.Items) != len(want) {
			t.Fatalf("%q: got %v, want %v", text, got.Any(), want)
		}
		for i := range want {
			sameTOML(t, text, want[i], got.Items[i])
		}
	case time.Time:
		if got.Kind != Date || got.Any() != got.Text {
			t.Fatalf("%q: got %v, want the date %v", text, got.Any(), want)
		}
	case float64:
		if math.IsInf(want, 0) || math.IsNaN(want) {
			if got.Kind != Float || got.Any() != got.Text {
				t.Fatalf("%q: got %v, want the text of %v", text, got.Any(), want)
			}
			return
		}
		if got.Kind != Float || got.Any() != any(want) {
			t.Fatalf("%q: got %v, want %v", text, got.Any(), want)
		}
	default:
		if got.Any() != want {
			t.Fatalf("%q: got %#v, want %#v", text, got.Any(), want)
		}
	}
}

func checkTOMLKey(t *testing.T, span, key string) {
	t.Helper()
	var decoded map[string]any
	if err := toml.Unmarshal([]byte(span+" = 1"), &decoded); err != nil || decoded[key] == nil {
		t.Fatalf("key %q is said to be written %q", key, span)
	}
}

func checkTOMLScalar(t *testing.T, span string, value *Node) {
	t.Helper()
	var decoded map[string]any
	if err := toml.Unmarshal([]byte("k = "+span), &decoded); err != nil {
		t.Fatalf("%q is said to be written %q: %v", value.Text, span, err)
	}
	sameTOML(t, span, decoded["k"], value)
}

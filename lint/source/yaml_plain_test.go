package source

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

const typicalYAML = "number: ISMS-A-03\ntitle: ISMSマニュアル\nrevision: 2\nstatus: approved\nestablished: 2023-10-01\nclassification: 管理文書\ndrafted_by: 田中 一郎\n"

func TestPlainYAMLReadsTheUsualFrontMatter(t *testing.T) {
	for _, text := range []string{typicalYAML, strings.ReplaceAll(typicalYAML, "\n", "\r\n"), strings.TrimSuffix(typicalYAML, "\n")} {
		if _, ok := plainYAML([]byte(text), Span{0, len(text)}); !ok {
			t.Errorf("%q is left to the library", text)
		}
	}
}

// TestPlainYAMLAgreesWithTheLibrary puts pieces of YAML together at random:
// what is read without the library must be what the library reads.
func TestPlainYAMLAgreesWithTheLibrary(t *testing.T) {
	pieces := []string{"a: ", "b: ", "revision: ", "true: ", "null: ", "x:", "2", "010", "0x1F", "1.5", "1e3", "2023-10-01", "2025-02-30", "2001-1-1", "2001-12-14 21:59:43",
		"true", "null", "No", "~", "管理文書", "ISMS-A-03", "a b", " ", "  ", "-", ".", "/", ".inf", "nan", "\n", "\r\n", "\n\n", "# c", ": ", "（株）", "3年", "\u3000", "- x"}
	random := rand.New(rand.NewPCG(5, 6))
	for range 20_000 {
		var text strings.Builder
		for range 1 + random.IntN(8) {
			text.WriteString(pieces[random.IntN(len(pieces))])
		}
		checkPlainYAML(t, text.String())
	}
}

func FuzzPlainYAML(f *testing.F) {
	f.Add(typicalYAML)
	f.Add("a: 1_000\nb: 0o17\nc: 12:30:45\n")
	f.Fuzz(checkPlainYAML)
}

func checkPlainYAML(t *testing.T, text string) {
	t.Helper()
	src, at := embed(text)
	got, ok := plainYAML(src, at)
	if !ok {
		return
	}
	want, err := parseYAML(src, at)
	if err != nil {
		t.Fatalf("%q: the library refuses it: %s", text, err.EN)
	}
	if !reflect.DeepEqual(got, want) {
		t.Fatalf("%q: got %+v, the library gives %+v", text, got, want)
	}
}

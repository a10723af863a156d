package document

import (
	"os"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
)

// The two benchmarks are read side by side: the whole of Parse, front matter
// included, must take less than 1.6 times as long as goldmark alone.

func BenchmarkParse(b *testing.B) {
	src := readFile(b, "testdata/golden/manual.md")
	parser := NewParser()
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if d := parser.Parse(src); len(d.Problems) > 0 {
			b.Fatal(d.Problems)
		}
	}
}

func BenchmarkGoldmark(b *testing.B) {
	src := readFile(b, "testdata/golden/manual.md")
	parser := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		parser.Parse(text.NewReader(src))
	}
}

func readFile(tb testing.TB, name string) []byte {
	tb.Helper()
	src, err := os.ReadFile(name)
	if err != nil {
		tb.Fatal(err)
	}
	return src
}

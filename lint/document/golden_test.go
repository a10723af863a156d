package document

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden renders whole documents, in each of the ways in which a file may
// be saved. The golden file tells what the document gives with LF; with CRLF
// and with a byte-order mark it must be the same but for the offsets.
func TestGolden(t *testing.T) {
	names, err := filepath.Glob("testdata/golden/*.md")
	if err != nil || len(names) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	parser := NewParser()
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			src := string(readFile(t, name))
			got := render(parser.Parse([]byte(src)))
			golden := strings.TrimSuffix(name, ".md") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want := string(readFile(t, golden)); got != want {
				t.Errorf("differs from %s:\n%s", golden, firstDifference(got, want))
			}
			crlf := strings.ReplaceAll(src, "\n", "\r\n")
			for saved, variant := range map[string]string{"CRLF": crlf, "BOM": bom + src, "BOM and CRLF": bom + crlf} {
				again := strings.ReplaceAll(render(parser.Parse([]byte(variant))), `\r\n`, `\n`)
				if again != got {
					t.Errorf("differs when saved with %s:\n%s", saved, firstDifference(again, got))
				}
			}
		})
	}
}

const bom = "\uFEFF"

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got  " + g[i] + "\nwant " + w[i]
		}
	}
	return "one has more lines than the other"
}

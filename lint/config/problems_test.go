package config_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func load(t testing.TB) *schema.Set {
	t.Helper()
	set, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// parse reads a configuration that must have no problems.
func parse(t testing.TB, src string) *config.Config {
	t.Helper()
	c, problems := config.Parse(config.FileName, []byte(src), load(t))
	if len(problems) > 0 {
		t.Fatalf("problems:\n%s", render([]byte(src), problems))
	}
	return c
}

func render(src []byte, problems []config.Problem) string {
	text := source.NewText(src)
	var b strings.Builder
	for _, p := range problems {
		start, end := text.Position(p.Span.Start), text.Position(p.Span.End)
		fmt.Fprintf(&b, "%d:%d-%d:%d %s\n\t%s\n", start.Line, start.Column, end.Line, end.Column, p.Message.EN, p.Message.JA)
	}
	return b.String()
}

// TestProblems compares the problems of each file in testdata/problems, with
// their places and both languages, with the golden file beside it.
func TestProblems(t *testing.T) {
	paths, err := filepath.Glob("testdata/problems/*.toml")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files: %v", err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			src, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			c, problems := config.Parse(config.FileName, src, load(t))
			if c == nil || c.Organization.Timezone == nil || len(problems) == 0 {
				t.Fatalf("configuration %v with %d problems, want one and some", c, len(problems))
			}
			got := render(src, problems)
			golden := strings.TrimSuffix(path, ".toml") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

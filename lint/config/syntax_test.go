package config_test

import (
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/config"
)

// TestNotTOML covers that such a text has one problem, at the place where
// reading failed. What the problem says is up to package source.
func TestNotTOML(t *testing.T) {
	for _, c := range []struct{ name, src, at string }{
		{"open bracket", "[organization\nname = \"x\"\n", "1:"},
		{"bare name of a rule", "[rules]\ntext/term = \"off\"\n", "2:"},
		{"YAML", "\nname: 株式会社サンプル\n", "2:"},
		{"Shift_JIS", "[organization]\nname = \"\x83\x65\x83\x58\"\n", "2:9-"},
		{"no such day", "[[roles]]\nfrom = 2025-02-30\n", "2:8-"},
		{"key given twice", "[organization]\nname = \"a\"\nname = \"b\"\n", "3:1-"},
		{"NUL", "[organization]\nname = \"\x00\"\n", "2:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			parsed, problems := config.Parse(config.FileName, []byte(c.src), load(t))
			if len(problems) != 1 || parsed.Root != nil || parsed.Path != config.FileName {
				t.Fatalf("%d problems, want 1, and no tree: %v", len(problems), problems)
			}
			if got := render([]byte(c.src), problems); !strings.HasPrefix(got, c.at) {
				t.Errorf("got %q, want it at %s", got, c.at)
			}
			if parsed.Standard.Edition != "2022" {
				t.Errorf("the defaults must apply: %+v", parsed.Standard)
			}
		})
	}
}

func TestByteOrderMarkAndCRLF(t *testing.T) {
	src := "\ufeff[organization]\r\nname = \"株式会社サンプル\"\r\nlanguage = \"日本語\"  # 言語\r\n"
	_, problems := config.Parse(config.FileName, []byte(src), load(t))
	want := "3:12-3:17 language is \"日本語\", expected \"ja\" or \"en\"; did you mean \"ja\"\n" +
		"\t指摘の言語（language）には「日本語」ではなく、ja（日本語）、en（英語）のいずれかを指定してください（「ja」の誤りではありませんか）\n"
	if got := render([]byte(src), problems); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

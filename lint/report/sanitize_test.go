package report

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain", "an ordinary text", "an ordinary text"},
		{"japanese", "日本語のテキスト。", "日本語のテキスト。"},
		{"escape", "\x1b[31mred", "␛[31mred"},
		{"nul and delete", "a\x00b\x7f", "a␀b␡"},
		{"end of line", "a\r\nb\tc", "a␍␊b␉c"},
		{"C1", "\u009b2J", "[U+009B]2J"},
		{"bidi", "\u202Eabc\u2069", "[U+202E]abc[U+2069]"},
		{"zero width", "a\u200b\u200d\uFEFFb", "a[U+200B][U+200D][U+FEFF]b"},
		{"line separator", "a\u2028b", "a[U+2028]b"},
		{"tag", "a\U000E0041b", "a[U+E0041]b"},
		{"invalid UTF-8", "a\xffb", "a[0xFF]b"},
		{"replacement character", "a\uFFFDb", "a\uFFFDb"},
		{"name with a variation selector", "葛\U000E0100城市", "葛\U000E0100城市"},
		{"combining mark", "か\u3099", "か\u3099"},
		{"ideographic space", "表　紙", "表　紙"},
		{"private use", "\uE000", "\uE000"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := clean(tt.in); got != tt.want {
				t.Errorf("clean(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestCleanBlockKeepsLines(t *testing.T) {
	if got, want := cleanBlock("a\r\n\tb\x1b\n"), "a\n\tb␛\n"; got != want {
		t.Errorf("cleanBlock = %q, want %q", got, want)
	}
}

func TestSafe(t *testing.T) {
	tests := []struct{ in, want string }{
		{"##[error]x", `##\[error]x`},
		{"a ##vso[task.y]z ##[b]", `a ##vso\[task.y]z ##\[b]`},
		{"###[x]", `###\[x]`},
		{"## [見出し](a.md)", "## [見出し](a.md)"},
		{"#[x] [y]", "#[x] [y]"},
	}
	for _, tt := range tests {
		if got := safe(tt.in); got != tt.want {
			t.Errorf("safe(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestLinePath(t *testing.T) {
	tests := []struct{ in, want string }{
		{"policies/a.md", "policies/a.md"},
		{"::error::a.md", "./::error::a.md"},
		{" \u3000::error::a.md", "./ \u3000::error::a.md"},
	}
	for _, tt := range tests {
		if got := linePath(tt.in); got != tt.want {
			t.Errorf("linePath(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzSafe(f *testing.F) {
	f.Add(hostileText)
	f.Add("####[[")
	f.Fuzz(func(t *testing.T, s string) {
		got := safe(s)
		if !utf8.ValidString(got) {
			t.Fatalf("safe(%q) is not UTF-8: %q", s, got)
		}
		if i := strings.IndexFunc(got, hidden); i >= 0 {
			t.Fatalf("safe(%q) = %q keeps a hidden character at %d", s, got, i)
		}
		for i := range len(got) {
			if commandBracket(got, i) {
				t.Fatalf("safe(%q) = %q keeps a command", s, got)
			}
		}
	})
}

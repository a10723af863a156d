package source

import (
	"testing"
	"unicode/utf8"
)

func TestTextPosition(t *testing.T) {
	src := "\ufeffab\r\n文書 x\rc\n\n"
	text := NewText([]byte(src))
	if text.Lines() != 5 {
		t.Errorf("got %d lines, want 5", text.Lines())
	}
	tests := []struct {
		offset int
		want   Position
	}{
		{-1, Position{1, 1}}, {0, Position{1, 1}}, {3, Position{1, 1}}, {4, Position{1, 2}}, {5, Position{1, 3}},
		{7, Position{2, 1}}, {10, Position{2, 2}}, {13, Position{2, 3}}, {14, Position{2, 4}},
		{16, Position{3, 1}}, {18, Position{4, 1}}, {19, Position{5, 1}}, {99, Position{5, 1}},
	}
	for _, tt := range tests {
		if got := text.Position(tt.offset); got != tt.want {
			t.Errorf("offset %d: got %v, want %v", tt.offset, got, tt.want)
		}
	}
	for number, want := range []string{"", "ab", "文書 x", "c", "", "", ""} {
		if got := text.Line(number).Of(text.Bytes); got != want {
			t.Errorf("line %d: got %q, want %q", number, got, want)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, seed := range []string{"", "\ufeff", "\ufeff\r\n\r", "a\rb\nc\r\nd", "\r\r\n\n", "文書\u2028x\ufeff", "\xff\n\xe3\x81"} {
		f.Add([]byte(seed), 3)
	}
	f.Fuzz(func(t *testing.T, b []byte, offset int) {
		text := NewText(b)
		at := Span{0, len(b)}
		for n := 1; n <= text.Lines(); n++ {
			line := text.Line(n)
			if !at.Contains(line) || line.Len() < 0 {
				t.Fatalf("line %d of %q is %v", n, b, line)
			}
			if got := text.Position(line.Start); got != (Position{n, 1}) {
				t.Fatalf("line %d of %q begins at %v", n, b, got)
			}
			if got, want := text.Position(line.End), (Position{n, utf8.RuneCountInString(line.Of(b)) + 1}); got != want {
				t.Fatalf("line %d of %q ends at %v, want %v", n, b, got, want)
			}
		}
		got := text.Position(offset)
		if got.Line < 1 || got.Line > text.Lines() || got.Column < 1 {
			t.Fatalf("offset %d of %q is at %v", offset, b, got)
		}
	})
}

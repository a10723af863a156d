package report

import (
	"strings"
	"testing"

	"github.com/mattn/go-runewidth"

	"github.com/ismslint/ismslint/lint/source"
)

func TestSnippet(t *testing.T) {
	long := strings.Repeat("あ", 40) + "指摘" + strings.Repeat("い", 40)
	tests := []struct {
		name, text, part string
		width            int
		source, marker   string
	}{
		{name: "ascii", text: "status: approved\n", part: "approved", source: "status: approved", marker: "        ^~~~~~~~"},
		{name: "full width", text: "承認者：佐藤\n", part: "佐藤", source: "承認者：佐藤", marker: "        ^~~~"},
		{name: "half-width kana with voicing", text: "ﾃﾞｰﾀの表\n", part: "表", source: "ﾃﾞｰﾀの表", marker: "      ^~"},
		{name: "combining voicing", text: "か\u3099き\n", part: "き", source: "か\u3099き", marker: "  ^~"},
		{name: "variation selector", text: "葛\U000E0100城\n", part: "城", source: "葛\U000E0100城", marker: "  ^~"},
		{name: "ambiguous width is narrow", text: "①→○x\n", part: "x", source: "①→○x", marker: "   ^"},
		{name: "tab before", text: "|\t値\tx|\n", part: "x", source: "|\t値\tx|", marker: " \t  \t^"},
		{
			name: "tab in a window", text: "a\t" + long, part: "a", width: 34,
			source: "a " + strings.Repeat("あ", 11) + "...", marker: "^",
		},
		{name: "tab within", text: "a\tb\n", part: "a\tb", source: "a\tb", marker: "^~~~~"},
		{name: "hidden characters", text: "a\x1b[1m\u202Eb\n", part: "b", source: "a␛[1m[U+202E]b", marker: "             ^"},
		{name: "command", text: "##[x]y\n", part: "y", source: `##\[x]y`, marker: "      ^"},
		{name: "several lines", text: "abc\ndef\n", part: "bc\nd", source: "abc", marker: " ^~"},
		{name: "empty span", text: "abc\n", part: "", source: "abc", marker: "^"},
		{name: "CRLF", text: "abc\r\n", part: "c\r\n", source: "abc", marker: "  ^"},
		{name: "byte-order mark", text: "\uFEFFabc\n", part: "b", source: "abc", marker: " ^"},
		{
			name: "window", text: long, part: "指摘", width: 34,
			source: "..." + strings.Repeat("あ", 5) + "指摘" + strings.Repeat("い", 5) + "...",
			marker: strings.Repeat(" ", 13) + "^~~~",
		},
		{
			name: "window at the left edge", text: "指摘" + strings.Repeat("い", 40), part: "指摘", width: 34,
			source: "指摘" + strings.Repeat("い", 10) + "...", marker: "^~~~",
		},
		{
			name: "window smaller than the mark", text: long, part: long, width: 34,
			source: strings.Repeat("あ", 12) + "...", marker: "^" + strings.Repeat("~", 23),
		},
		{name: "fits exactly", text: strings.Repeat("あ", 15), part: "あ", width: 34, source: strings.Repeat("あ", 15), marker: "^~"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newSnippet(source.NewText([]byte(tt.text)), *at(tt.text, tt.part), 4, tt.width)
			if s.Source != tt.source || s.Marker != tt.marker {
				t.Errorf("got\n%s|\n%s|\nwant\n%s|\n%s|", s.Source, s.Marker, tt.source, tt.marker)
			}
		})
	}
}

func TestSnippetAtEndOfLine(t *testing.T) {
	s := newSnippet(source.NewText([]byte("表\nx\n")), source.Span{Start: 3, End: 3}, 4, 0)
	if s.Source != "表" || s.Marker != "  ^" {
		t.Errorf("got %q and %q, want the caret after the last character", s.Source, s.Marker)
	}
}

// A line of a megabyte must neither be printed nor be measured whole.
func TestSnippetOfHugeLine(t *testing.T) {
	text := strings.Repeat("あ", 200_000) + "指摘" + strings.Repeat("い", 200_000)
	s := newSnippet(source.NewText([]byte(text)), *at(text, "指摘"), 4, 0)
	if len(s.Source) > maxLine || !strings.Contains(s.Source, "あ指摘い") {
		t.Errorf("got a line of %d bytes, want at most %d around the finding", len(s.Source), maxLine)
	}
	if !strings.HasPrefix(s.Source, ellipsis) || !strings.HasSuffix(s.Source, ellipsis) {
		t.Error("the cut line does not say that it was cut")
	}
}

func FuzzSnippet(f *testing.F) {
	f.Add("|\t表 | ２０２３年 |\r\n", 3, 9, 40)
	f.Add(hostileText, 0, 200, 10)
	f.Add("\xcd\xddݡݎ0\x85\x88\x9e0\x81", 3, -56, 40)
	f.Fuzz(func(t *testing.T, text string, start, end, width int) {
		width = max(width, 0) % 200
		s := newSnippet(source.NewText([]byte(text)), source.Span{Start: start, End: end}, 4, width)
		if strings.Trim(s.Marker, " \t^~") != "" || strings.Count(s.Marker, "^") != 1 {
			t.Fatalf("marker %q", s.Marker)
		}
		if i := strings.IndexFunc(s.Source, func(r rune) bool { return hidden(r) && r != '\t' }); i >= 0 {
			t.Fatalf("source %q keeps a hidden character", s.Source)
		}
		widths := runewidth.Condition{StrictEmojiNeutral: true}
		if got := widths.StringWidth(s.Source); width >= 30 && got > width-4 {
			t.Fatalf("source %q is %d columns wide, want at most %d", s.Source, got, width-4)
		}
	})
}

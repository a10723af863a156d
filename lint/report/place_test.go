package report

import (
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/source"
)

func TestLocate(t *testing.T) {
	const text = "\uFEFF表紙\r\n- 𠮷野\n"
	r := &lint.Report{Commit: "c1", Sources: map[string]*source.Text{"a.md": source.NewText([]byte(text))}}
	tests := []struct {
		name         string
		span         *source.Span
		commit       string
		points, utf8 place
		ok           bool
	}{
		{name: "below a byte-order mark", span: at(text, "紙"), ok: true, points: place{1, 2, 1, 3}, utf8: place{1, 7, 1, 10}},
		{name: "beyond the basic plane", span: at(text, "野"), ok: true, points: place{2, 4, 2, 5}, utf8: place{2, 7, 2, 10}},
		{name: "with the end of line", span: at(text, "紙\r\n"), ok: true, points: place{1, 2, 2, 1}, utf8: place{1, 7, 2, 1}},
		{name: "inverted", span: &source.Span{Start: 3, End: 0}, ok: true, points: place{1, 1, 1, 1}, utf8: place{1, 4, 1, 4}},
		{name: "beyond the end", span: &source.Span{Start: 999, End: 1000}, ok: true, points: place{3, 1, 3, 1}, utf8: place{3, 1, 3, 1}},
		{name: "this commit", span: at(text, "- "), commit: "c1", ok: true, points: place{2, 1, 2, 3}, utf8: place{2, 1, 2, 3}},
		{name: "another commit", span: at(text, "- "), commit: "c0"},
		{name: "no span"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := locate(r, "a.md", tt.span, tt.commit)
			if got != tt.points || ok != tt.ok {
				t.Errorf("locate = %v, %v, want %v, %v", got, ok, tt.points, tt.ok)
			}
			if got, ok := locateBytes(r, "a.md", tt.span, tt.commit); got != tt.utf8 || ok != tt.ok {
				t.Errorf("locateBytes = %v, %v, want %v, %v", got, ok, tt.utf8, tt.ok)
			}
		})
	}
}

func TestForgePath(t *testing.T) {
	tests := []struct{ prefix, file, want string }{
		{"", "a.md", "a.md"},
		{"docs/isms/", "a.md", "docs/isms/a.md"},
		{"", ".", "."},
		{"docs/isms/", ".", "docs/isms"},
		{"docs/isms/", "", "docs/isms"},
	}
	for _, tt := range tests {
		if got := forgePath(&lint.Report{Prefix: tt.prefix}, tt.file); got != tt.want {
			t.Errorf("forgePath(%q, %q) = %q, want %q", tt.prefix, tt.file, got, tt.want)
		}
	}
}

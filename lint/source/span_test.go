package source

import "testing"

func TestSpan(t *testing.T) {
	src, outer := []byte("文書番号"), Span{3, 9}
	if outer.Len() != 6 || outer.Of(src) != "書番" {
		t.Errorf("got %d bytes, %q", outer.Len(), outer.Of(src))
	}
	for _, tt := range []struct {
		other              Span
		contains, overlaps bool
	}{
		{Span{3, 9}, true, true},
		{Span{6, 6}, true, true},
		{Span{9, 9}, true, false},
		{Span{0, 3}, false, false},
		{Span{0, 4}, false, true},
		{Span{6, 12}, false, true},
		{Span{9, 12}, false, false},
	} {
		if outer.Contains(tt.other) != tt.contains || outer.Overlaps(tt.other) != tt.overlaps {
			t.Errorf("%v: contains %v, overlaps %v", tt.other, outer.Contains(tt.other), outer.Overlaps(tt.other))
		}
	}
	for span, want := range map[Span]string{{-5, 3}: "文", {9, 99}: "号", {5, 2}: "", {50, 60}: ""} {
		if got := span.Of(src); got != want {
			t.Errorf("%v: got %q, want %q", span, got, want)
		}
	}
}

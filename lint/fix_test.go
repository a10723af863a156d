package lint_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/source"
)

func fix(edits ...lint.Edit) *lint.Fix { return &lint.Fix{Edits: edits} }

func edit(start, end int, text string) lint.Edit {
	return lint.Edit{Span: source.Span{Start: start, End: end}, NewText: text}
}

func TestApplyFixes(t *testing.T) {
	tests := []struct {
		name    string
		fixes   []*lint.Fix
		want    string
		skipped int
	}{
		{"nothing", nil, "abcdef", 0},
		{"one", []*lint.Fix{fix(edit(1, 2, "X"))}, "aXcdef", 0},
		{"in any order", []*lint.Fix{fix(edit(4, 5, "Y")), fix(edit(0, 1, "X"))}, "XbcdYf", 0},
		{"insertion", []*lint.Fix{fix(edit(3, 3, "-"))}, "abc-def", 0},
		{"neighbours", []*lint.Fix{fix(edit(0, 2, "X")), fix(edit(2, 4, "Y"))}, "XYef", 0},
		{"overlap waits", []*lint.Fix{fix(edit(0, 3, "X")), fix(edit(2, 4, "Y"))}, "Xdef", 1},
		{"same insertion waits", []*lint.Fix{fix(edit(3, 3, "1")), fix(edit(3, 3, "2"))}, "abc1def", 1},
		{"whole or not at all", []*lint.Fix{fix(edit(0, 2, "X")), fix(edit(5, 6, "Z"), edit(1, 2, "Y"))}, "Xcdef", 1},
		{"outside", []*lint.Fix{fix(edit(5, 9, "X"))}, "abcdef", 1},
		{"nil and empty", []*lint.Fix{nil, fix()}, "abcdef", 0},
	}
	for _, test := range tests {
		got := lint.ApplyFixes([]byte("abcdef"), test.fixes)
		if string(got.Text) != test.want || got.Skipped != test.skipped {
			t.Errorf("%s: %q, %d skipped; want %q, %d skipped", test.name, got.Text, got.Skipped, test.want, test.skipped)
		}
	}
}

// TestFixesLeaveTheRestAlone checks with random edits that every byte outside
// of the applied edits is kept, in order.
func TestFixesLeaveTheRestAlone(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		src := []byte(strings.Repeat("あbc", 10))
		var fixes []*lint.Fix
		for range random.IntN(6) {
			start := random.IntN(len(src))
			fixes = append(fixes, fix(edit(start, min(len(src), start+random.IntN(5)), "")))
		}
		got := lint.ApplyFixes(src, fixes)
		if got.Applied+got.Skipped != len(fixes) {
			t.Fatalf("%d applied and %d skipped of %d", got.Applied, got.Skipped, len(fixes))
		}
		at := 0
		for _, b := range src {
			if at < len(got.Text) && got.Text[at] == b {
				at++
			}
		}
		if at != len(got.Text) {
			t.Fatalf("%q is not what is left of %q", got.Text, src)
		}
	}
}

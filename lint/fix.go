package lint

import (
	"cmp"
	"slices"
)

// Fixed is the result of applying fixes to one file.
type Fixed struct {
	Text []byte
	// Applied and Skipped count fixes. A fix is skipped when one of its edits
	// overlaps an edit of another one; the next run offers it again.
	Applied, Skipped int
}

// ApplyFixes applies as many fixes as possible to the text of a file, earlier
// places first. A fix is applied wholly or not at all. Bytes outside the edits
// are left as they are.
func ApplyFixes(src []byte, fixes []*Fix) Fixed {
	ordered := slices.DeleteFunc(slices.Clone(fixes), func(f *Fix) bool { return f == nil || len(f.Edits) == 0 })
	slices.SortStableFunc(ordered, func(a, b *Fix) int { return cmp.Compare(firstEdit(a), firstEdit(b)) })
	var edits []Edit
	var out Fixed
	for _, f := range ordered {
		if fits(f, edits, len(src)) {
			edits = append(edits, f.Edits...)
			out.Applied++
		} else {
			out.Skipped++
		}
	}
	slices.SortStableFunc(edits, func(a, b Edit) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	at := 0
	for _, e := range edits {
		out.Text = append(out.Text, src[at:e.Span.Start]...)
		out.Text = append(out.Text, e.NewText...)
		at = e.Span.End
	}
	out.Text = append(out.Text, src[at:]...)
	return out
}

func firstEdit(f *Fix) int {
	first := f.Edits[0].Span.Start
	for _, e := range f.Edits {
		first = min(first, e.Span.Start)
	}
	return first
}

// fits reports whether the edits of f lie within the text and apart from each
// other and from those already taken. Two insertions at one place do not fit.
func fits(f *Fix, taken []Edit, size int) bool {
	for i, e := range f.Edits {
		if e.Span.Start < 0 || e.Span.End < e.Span.Start || e.Span.End > size {
			return false
		}
		for _, o := range append(f.Edits[:i:i], taken...) {
			if e.Span.Overlaps(o.Span) || e.Span.Start == o.Span.Start {
				return false
			}
		}
	}
	return true
}

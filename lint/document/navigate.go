package document

import (
	"slices"
	"sort"

	"github.com/ismslint/ismslint/lint/source"
)

// SectionSpan returns the span of the section under the i-th heading, from the
// heading itself to the next heading of the same or a higher level. The
// section -1 is what stands above the first heading.
func (d *Document) SectionSpan(i int) source.Span {
	if i >= 0 && i < len(d.Headings) {
		return source.Span{Start: d.Headings[i].Span.Start, End: d.Headings[i].End}
	}
	if len(d.Headings) == 0 {
		return d.Body
	}
	return source.Span{Start: d.Body.Start, End: d.Headings[0].Span.Start}
}

// HeadingPath returns the titles of the headings that the section stands
// under, from the top down, its own included. The section -1 has none.
func (d *Document) HeadingPath(section int) []string {
	var path []string
	for i := section; i >= 0 && i < len(d.Headings); i = d.Headings[i].Parent {
		path = append(path, d.Headings[i].Title)
	}
	slices.Reverse(path)
	return path
}

// BlockAt returns the index of the block whose span holds the byte at offset,
// or -1. An empty cell holds the offset at which it stands.
func (d *Document) BlockAt(offset int) int {
	i := sort.Search(len(d.Blocks), func(k int) bool { return d.Blocks[k].Span.Start > offset }) - 1
	if i < 0 {
		return -1
	}
	if s := d.Blocks[i].Span; offset < s.End || offset == s.Start {
		return i
	}
	return -1
}

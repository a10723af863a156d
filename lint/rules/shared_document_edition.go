package rules

import (
	"slices"
	"unicode"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
)

// stated is an edition that the cover of a document states, in the block with
// the given index.
type stated struct {
	designation
	span  source.Span
	block int
}

// coverEditions returns the editions stated above the first section of a
// document: in a field such as 適用規格, or in a line that says little else.
func coverEditions(f *isms.File) []stated {
	d := f.Doc
	end := d.Body.End
	for i := range d.Headings {
		if h := &d.Headings[i]; h.Level > 1 || i > 0 {
			end = h.Span.Start
			break
		}
	}
	var out []stated
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Span.Start >= end {
			break
		}
		if b.Kind == document.HeadingText || len(b.Text) > maxStatement {
			continue
		}
		named := designations(b.Text)
		if len(named) == 0 || !editionField(f, b.Span) && (b.Kind == document.Cell || besides(b.Text, named) > maxBesides) {
			continue
		}
		for _, n := range named {
			out = append(out, stated{n, b.Source(n.start, n.end), i})
		}
	}
	return out
}

const (
	// maxStatement is the length in bytes up to which a text states the
	// edition rather than speaks of it.
	maxStatement = 200
	// maxBesides is the number of characters that it may have besides.
	maxBesides = 10
)

// editionField reports whether a cover field for the edition stands in a block.
func editionField(f *isms.File, block source.Span) bool {
	return slices.ContainsFunc(f.Cover, func(c isms.CoverField) bool {
		return c.Name == "edition" && block.Contains(c.Value.Span)
	})
}

// besides returns the number of letters that a text has besides designations.
func besides(text string, named []designation) int {
	n := 0
	for i, r := range text {
		inside := slices.ContainsFunc(named, func(d designation) bool { return d.start <= i && i < d.end })
		if !inside && unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

package rules

import (
	"sort"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/source"
)

// mentioned reports whether the place stands within 「…」 or 『…』 of the block.
func mentioned(d *document.Document, block int, at source.Span) bool {
	const nearby = 32 // names, of which those around the place are some
	last := sort.Search(len(d.Mentions), func(i int) bool { return d.Mentions[i].Span.Start > at.Start })
	for i := last - 1; i >= 0 && i >= last-nearby && d.Mentions[i].Block == block; i-- {
		if d.Mentions[i].Inner.Contains(at) {
			return true
		}
	}
	return false
}

// identifierAt returns the identifier that the place overlaps, or nil.
func identifierAt(d *document.Document, at source.Span) *document.Identifier {
	i := sort.Search(len(d.Identifiers), func(i int) bool { return d.Identifiers[i].Span.End > at.Start })
	if i < len(d.Identifiers) && d.Identifiers[i].Span.Overlaps(at) {
		return &d.Identifiers[i]
	}
	return nil
}

// linkAt reports whether the place stands in the text of a link.
func linkAt(d *document.Document, at source.Span) bool {
	const nested = 3 // images within a link
	last := sort.Search(len(d.Links), func(i int) bool { return d.Links[i].Span.Start > at.Start })
	for i := last - 1; i >= 0 && i >= last-nested; i-- {
		if d.Links[i].Span.Contains(at) {
			return true
		}
	}
	return false
}

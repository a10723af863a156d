package rules

import (
	"bytes"
	"slices"

	"github.com/ismslint/ismslint/lint/document"
)

// blocksWith returns, in order, the indexes of the blocks in whose source one
// of the needles stands, as far as accept agrees with what follows it. One
// search through the file is cheaper than one through each of its blocks.
func blocksWith(d *document.Document, needles []string, accept func(after []byte) bool) []int {
	var found []int
	for _, needle := range needles {
		for from := d.Body.Start; from < d.Body.End; {
			i := bytes.Index(d.Source[from:d.Body.End], []byte(needle))
			if i < 0 {
				break
			}
			at := from + i
			from = at + len(needle)
			if !accept(d.Source[from:d.Body.End]) {
				continue
			}
			if block := d.BlockAt(at); block >= 0 {
				found = append(found, block)
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// isProse reports whether a block is text of the document's own: a paragraph,
// an item of a list or a cell, and no quotation.
func isProse(b *document.Block) bool {
	return !b.Quoted && (b.Kind == document.Paragraph || b.Kind == document.ListItem || b.Kind == document.Cell)
}

package rules

import (
	"strings"
	"sync"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
)

// sectionIndex knows the numbered headings of one document.
type sectionIndex struct {
	doc *document.Document
	// headings gives the heading for each number, titles that for each title
	// that only one heading has.
	headings, titles map[string]int
	// chapters are the first groups of the numbers, but for those of controls
	// (A.5.1); depth is the number of groups of the longest, or 0.
	chapters map[string]bool
	depth    int
	leading  func() map[string]bool // made when first needed
}

func newSectionIndex(f *isms.File) *sectionIndex {
	ix := &sectionIndex{doc: f.Doc, headings: map[string]int{}, titles: map[string]int{}, chapters: map[string]bool{}}
	ix.leading = sync.OnceValue(func() map[string]bool { return readLeading(f.Doc) })
	for i := range f.Doc.Headings {
		h := &f.Doc.Headings[i]
		if h.Number == "" {
			continue
		}
		number := sectionKey(h.Number)
		if _, taken := ix.headings[number]; !taken {
			ix.headings[number] = i
		}
		if first, _, _ := strings.Cut(number, "."); len(first) != 1 || !isLatinLetter(rune(first[0])) {
			ix.chapters[first] = true
			ix.depth = max(ix.depth, 1+strings.Count(number, "."))
		}
		key := titleKey(h.Title)
		if _, taken := ix.titles[key]; taken || key == "" {
			ix.titles[key] = -1
		} else {
			ix.titles[key] = i
		}
	}
	return ix
}

// has reports whether the document has a section with the number: a heading,
// or a number at the beginning of a line or row.
func (ix *sectionIndex) has(number string) bool {
	if _, ok := ix.headings[number]; ok || ix.chapters[number] {
		return true
	}
	if _, ok := ix.headings["a."+number]; ok {
		return true
	}
	return ix.leading()[number]
}

// readLeading collects the numbers that lines and rows begin with, as those of
// the lowest sections often do, but for lines that refer to a section.
func readLeading(d *document.Document) map[string]bool {
	leading := map[string]bool{}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind == document.HeadingText || b.Text == "" || b.Kind == document.Cell && b.Column > 0 {
			continue
		}
		for line := range strings.SplitSeq(b.Text, "\n") {
			if !isAnyDigit(runeAfter(line, 0)) {
				continue
			}
			r, ok := numberAt(line, 0)
			if !ok {
				r.number = sectionKey(line[:r.end])
			}
			if !hasAnyPrefix(line[r.end:], "の", "に", "を", "で", "は", "と", "項", "章", "節", "参照", "、", "及び", " を参照", " 参照") {
				leading[r.number] = true
			}
		}
	}
	return leading
}

// number returns the number of the only heading with a title, or "".
func (ix *sectionIndex) number(title string) string {
	if i, ok := ix.titles[titleKey(title)]; ok && i >= 0 {
		return sectionKey(ix.doc.Headings[i].Number)
	}
	return ""
}

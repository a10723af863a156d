package rules

import (
	"path"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
)

// labelIndex knows which attachments, figures and tables exist.
type labelIndex struct {
	// numbers holds the labels with a number, words the groups of labels that
	// there is any of.
	numbers, words map[string]bool
}

func newLabelIndex() *labelIndex {
	return &labelIndex{numbers: map[string]bool{}, words: map[string]bool{}}
}

// group returns the word that labels of one kind share.
func (l label) group() string {
	switch l.word {
	case "添付資料", "添付書類":
		return "添付"
	case "参考図":
		return "図"
	}
	return l.word
}

// isPicture reports whether a word labels figures or tables within a document.
func isPicture(word string) bool {
	return word == "図" || word == "表" || word == "Figure" || word == "Table"
}

func (ix *labelIndex) add(l label) {
	ix.words[l.group()] = true
	if l.number != "" {
		ix.numbers[l.group()+l.number] = true
	}
}

func (ix *labelIndex) has(l label) bool {
	if l.number == "" {
		return ix.words[l.group()]
	}
	return ix.numbers[l.group()+l.number]
}

// addAll adds every label in a text that names things.
func (ix *labelIndex) addAll(t string) {
	for i := nextLabel(t, 0); i >= 0; {
		next := i + widthAt(t, i)
		if l, ok := labelAt(t, i); ok && (l.number != "" || !isPicture(l.word)) {
			ix.add(l)
			next = l.end
		}
		i = nextLabel(t, next)
	}
}

type labelsKey struct{}

// labelsOf returns the labels of a document: in its headings, captions and
// links.
func labelsOf(f *isms.File) *labelIndex { return isms.Fact(f, labelsKey{}, readLabels) }

func readLabels(f *isms.File) *labelIndex {
	ix := newLabelIndex()
	p := newProse(f)
	for i := range f.Doc.Blocks {
		b := &f.Doc.Blocks[i]
		switch {
		case b.Kind == document.HeadingText:
			ix.addAll(b.Text)
		case p.has(b):
			for line := range strings.SplitSeq(b.Text, "\n") {
				if l, ok := captionAt(line); ok && captions(b, l) {
					ix.add(l)
				}
			}
		}
	}
	for i := range f.Doc.Links {
		ix.addAll(f.Doc.Links[i].Text)
		ix.addAll(path.Base(f.Doc.Links[i].Destination))
	}
	return ix
}

// titleLabels finds files by the labels in their titles.
var titleLabels = isms.NewIndex("title-label", func(f *isms.File, add func(string)) {
	ix := newLabelIndex()
	ix.addAll(f.Meta.Title.Text)
	for group := range ix.words {
		add(group)
	}
	for number := range ix.numbers {
		add(number)
	}
})

type pathLabels struct{}

// hasFile reports whether a label is in the name of a file or in a title.
func (c *attachmentCheck) hasFile(l label) bool {
	names := isms.Derived(c.system, pathLabels{}, func(s *isms.System) *labelIndex {
		ix := newLabelIndex()
		for _, p := range s.Paths() {
			ix.addAll(path.Base(p))
		}
		return ix
	})
	return names.has(l) || c.system.Has(titleLabels, l.group()+l.number)
}

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

// index returns the labels of a document: in its headings, captions and links.
func (c *attachmentCheck) index(f *isms.File) *labelIndex {
	if ix, ok := c.labels[f]; ok {
		return ix
	}
	ix := newLabelIndex()
	c.labels[f] = ix
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

// fileNames returns the labels in the names of files and in titles.
func (c *attachmentCheck) fileNames() *labelIndex {
	if c.files == nil {
		c.files = newLabelIndex()
		for _, p := range c.system.Paths() {
			c.files.addAll(path.Base(p))
		}
		for _, f := range c.system.Files() {
			c.files.addAll(f.Meta.Title.Text)
		}
	}
	return c.files
}

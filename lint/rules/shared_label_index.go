package rules

import (
	"path"
	"strings"
	"unicode/utf8"

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
		for _, f := range c.system.Files {
			c.files.addAll(f.Meta.Title.Text)
		}
	}
	return c.files
}

// labelBytes has a bit for the last byte, less its two high bits, of each
// Japanese character that a label can begin with.
const labelBytes uint64 = 1<<(0xA5&63) | 1<<(0xBB&63) | 1<<(0x98&63) | 1<<(0x84&63) | 1<<(0x82&63) | 1<<(0xB3&63) | 1<<(0xA8&63)

// nextLabel returns the offset of the next character of t, from i on, that a
// label can begin with, or -1. It walks over every text and must be quick.
func nextLabel(t string, i int) int {
	for i < len(t) {
		c := t[i]
		if c < utf8.RuneSelf {
			if (c == 'A' || c == 'F' || c == 'T') && i+3 < len(t) && strings.IndexByte("ptnia", t[i+1]) >= 0 {
				return i
			}
			i++
			continue
		}
		if c < 0xE0 {
			i += 2
			continue
		}
		if i+3 < len(t) && labelBytes>>(t[i+2]&63)&1 != 0 && beginsLabel(t[i:]) {
			return i
		}
		i += 3 + int(c>>4&1)
	}
	return -1
}

func beginsLabel(t string) bool {
	switch uint(t[0])<<16 | uint(t[1])<<8 | uint(t[2]) {
	case 0xE588A5: // 別
		return hasAnyPrefix(t[3:], "紙", "表", "添", "図")
	case 0xE6B7BB: // 添
		return strings.HasPrefix(t[3:], "付")
	case 0xE4BB98, 0xE99984: // 付附
		return strings.HasPrefix(t[3:], "録")
	case 0xE58F82: // 参
		return strings.HasPrefix(t[3:], "考")
	case 0xE6A798: // 様
		return strings.HasPrefix(t[3:], "式")
	case 0xE59BB3, 0xE8A1A8: // 図表 need a number, which begins like this
		return t[3] < utf8.RuneSelf || t[3] == 0xE2 || t[3] == 0xEF || hasAnyPrefix(t[3:], "　", "第", "（")
	}
	return false
}

package rules

import (
	"bytes"
	"slices"
	"sync"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
)

// term says what it means that a word is found.
type term struct {
	word     string
	use      string // what to write instead; "" for a word with several spellings
	declared bool   // by the configuration
	title    bool   // use is a title of the catalogue
	group    int    // of the spellings
}

// termList is a list of terms to look for.
type termList struct {
	terms   []term
	matcher phraseMatcher
}

func (l *termList) add(t term) {
	if l.matcher.add(t.word) >= 0 {
		l.terms = append(l.terms, t)
	}
}

// builtinTerms are the misspellings and spellings. The list is the same in
// every run, and made when it is first asked for.
var builtinTerms = sync.OnceValue(func() *termList {
	l := &termList{}
	for _, m := range misspellings {
		l.add(term{word: m.wrong, use: m.right, group: -1})
	}
	for group, words := range spellings {
		for _, word := range words {
			l.add(term{word: word, group: group})
		}
	}
	return l
})

// configuredTerms returns the terms that the configuration declares, and the
// titles of the catalogue with 規程 for 規定 that the file mentions; nil where
// there is none.
func configuredTerms(p *lint.Pass, f *isms.File) *termList {
	var l *termList
	add := func(t term) {
		if l == nil {
			l = &termList{}
		}
		l.add(t)
	}
	for i := range p.Config.Terms {
		use := p.Config.Terms[i].Use
		for _, wrong := range p.Config.Terms[i].InsteadOf {
			if wrong != use {
				add(term{word: wrong, use: use, declared: true})
			}
		}
	}
	for _, e := range p.Catalogue.Entries {
		if wrong := misnamed(e.Title); wrong != "" && bytes.Contains(f.Doc.Source, []byte(wrong)) && p.Catalogue.ByTitle(wrong) == nil {
			add(term{word: wrong, use: e.Title, title: true})
		}
	}
	return l
}

// termPlace is where a term stands in the text of a block.
type termPlace struct {
	*term
	block, start int
}

func (at termPlace) end() int { return at.start + len(at.word) }

// termCheck is the check of one file.
type termCheck struct {
	pass   *lint.Pass
	file   *isms.File
	places []termPlace
	// names are the configured names and titles of the standard that have a
	// word in them, by the word.
	names map[string][]string
}

// look notes the places where a term of the list stands as a word.
func (c *termCheck) look(l *termList) {
	if l == nil {
		return
	}
	block, text := 0, ""
	found := func(phrase, start int) {
		t := &l.terms[phrase]
		if isWholeTerm(text, start, start+len(t.word), t.use) {
			c.places = append(c.places, termPlace{t, block, start})
		}
	}
	for i := range c.file.Doc.Blocks {
		if block, text = i, c.file.Doc.Blocks[i].Text; text != "" {
			l.matcher.scan(text, found)
		}
	}
}

// declares reports whether the configuration speaks of the word.
func (c *termCheck) declares(word string) bool {
	for i := range c.pass.Config.Terms {
		t := &c.pass.Config.Terms[i]
		if t.Use == word || slices.Contains(t.InsteadOf, word) {
			return true
		}
	}
	return false
}

func (c *termCheck) span(at termPlace) source.Span {
	return c.file.Doc.Blocks[at.block].Source(at.start, at.end())
}

// free reports whether the word is the author's own: not code, a quotation, or
// part of a name.
func (c *termCheck) free(at termPlace) bool {
	b := &c.file.Doc.Blocks[at.block]
	return !b.CodeAt(at.start) && !inAddress(b.Text, at.start) && !mentioned(c.file.Doc, at.block, c.span(at)) &&
		!withinAny(b.Text, at.start, at.end(), c.namesWith(at.word))
}

package rules

import (
	"sort"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/standard"
)

// check looks for the section of a reference in a document. named reports
// whether the text names the document.
func (c *sectionCheck) check(b *document.Block, r *sectionRef, f *isms.File, named bool) {
	ix := c.index(f)
	if ix.depth == 0 {
		return
	}
	if h, ok := ix.headings[r.number]; ok {
		c.checkTitle(b, r, f, ix, h)
		return
	}
	if !named && (ix.depth <= strings.Count(r.number, ".") || c.meansElsewhere(b, r, ix)) {
		return
	}
	if !ix.has(r.number) {
		c.report(b, r, c.missing(b, r, f, ix))
	}
}

// meansElsewhere reports whether a number without a document may be a value, a
// clause of the standard, or a section of another document that the sentence
// names.
func (c *sectionCheck) meansElsewhere(b *document.Block, r *sectionRef, ix *sectionIndex) bool {
	chapter, _, _ := strings.Cut(r.number, ".")
	_, isClause := c.system.Standard.Clause(standard.Edition(c.system.Config.Standard.Edition), r.number)
	if !ix.chapters[chapter] && (!r.surely || isClause && !r.english && !hasAnyPrefix(b.Text[r.end:], "章")) {
		return true
	}
	sentence := sentenceBefore(b.Text, r.start)
	mentions := c.file.Doc.Mentions
	first := sort.Search(len(mentions), func(i int) bool { return mentions[i].Span.Start >= b.Span.Start })
	for i := first; i < len(mentions) && mentions[i].Span.Start < b.Span.End; i++ {
		if !strings.Contains(sentence, mentions[i].Text) {
			continue
		}
		if f := c.resolve(mentions[i].Text); f != nil && c.index(f).has(r.number) {
			return true
		}
	}
	return c.numbersHave(sentence, r)
}

// numbersHave reports whether a document whose number the sentence gives has
// the section.
func (c *sectionCheck) numbersHave(sentence string, r *sectionRef) bool {
	for _, e := range c.system.Catalogue.Entries {
		if strings.Contains(sentence, e.Number) {
			if f := c.system.Document(e.Number); f != nil && c.index(f).has(r.number) {
				return true
			}
		}
	}
	return false
}

// givesTitle reports whether a number without a pointer stands before the title
// of a section of the file.
func (c *sectionCheck) givesTitle(b *document.Block, r *sectionRef) bool {
	title, _ := titleBehind(b.Text, r)
	return title != "" && strings.Contains(r.number, ".") && (c.index(c.file).number(title) != "" || c.numberAtStart(c.index(c.file), title) != "")
}

func (c *sectionCheck) report(b *document.Block, r *sectionRef, m message.Text, rel ...lint.Related) {
	at := b.Source(r.start, r.end)
	c.pass.Report(lint.Finding{File: c.file.Path, Span: &at, Severity: draftSeverity(c.file), Message: m, Related: rel})
}

package rules

import (
	"sort"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/lint/standard"
)

// countsClauses reports whether the block is a cell of a column of clauses of
// the standard.
func countsClauses(d *document.Document, b *document.Block) bool {
	if b.Kind != document.Cell || b.Column >= len(d.Tables[b.Table].Header) {
		return false
	}
	header := d.Tables[b.Table].Header[b.Column].Text
	return speaksOfStandard(header) || holdsAny(strings.ToLower(header), "条項", "要求事項", "条文", "clause", "requirement", "control", "管理策")
}

// besideLink reports whether a link to another file holds a number, or stands so
// near that it can be that of a section there.
func besideLink(d *document.Document, at source.Span) bool {
	const near = 60
	first := sort.Search(len(d.Links), func(i int) bool { return d.Links[i].Span.End > at.Start-near })
	for i := first; i < len(d.Links) && d.Links[i].Span.Start < at.End+near; i++ {
		if l := &d.Links[i]; !l.Image && !strings.HasPrefix(l.Destination, "#") {
			return true
		}
	}
	return false
}

// startsWithStandard reports whether the standard is named in brackets right
// behind a number.
func startsWithStandard(rest string) bool {
	rest = strings.TrimLeft(rest, " （(")
	return hasAnyPrefix(rest, "JIS", "ISO", "規格", "箇条")
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
	// Only those within the sentence: a hostile text has as many mentions as references.
	in := b.Source(r.start-len(sentence), r.start)
	first := sort.Search(len(mentions), func(i int) bool { return mentions[i].Span.Start >= in.Start })
	for i := first; i < len(mentions) && mentions[i].Span.Start < in.End; i++ {
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

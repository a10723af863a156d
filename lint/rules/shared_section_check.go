package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
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

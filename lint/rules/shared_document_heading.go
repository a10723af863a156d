package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/message"
)

// heading holds the title against a level-1 heading that stands alone: it may
// add words, but not be the title of another document.
func (c coverCheck) heading() {
	h, ok := onlyTitleHeading(c.f.Doc)
	if !ok || c.f.Entry == nil || h.Title == c.f.Meta.Title.Text || sameTitle(c.f, h.Title) {
		return
	}
	if other := c.p.Catalogue.ByTitle(h.Title); other != nil && other != c.f.Entry && isTitle(other, h.Title) {
		c.p.Report(lint.Finding{
			File: c.f.Path, Span: &h.TextSpan,
			Message: message.Textf("見出し「%[1]s」は %[2]s の名称ですが、この文書は%[3]sです",
				"the heading %[1]q is the title of %[2]s, expected %[3]s", h.Title, other.Number, titlesOf(c.f.Entry)),
			Related: related(c.f, c.f.Meta.Title.Place(), "文書名", "title"),
		})
	}
}

// onlyTitleHeading returns the level-1 heading at the beginning of a document
// that has no other.
func onlyTitleHeading(d *document.Document) (document.Heading, bool) {
	if len(d.Headings) == 0 || d.Headings[0].Level != 1 {
		return document.Heading{}, false
	}
	for _, h := range d.Headings[1:] {
		if h.Level == 1 {
			return document.Heading{}, false
		}
	}
	return d.Headings[0], true
}

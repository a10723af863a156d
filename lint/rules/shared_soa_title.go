package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// checkTitle judges the title that a document gives a control. Where the title
// of the standard is not attested well enough it says nothing (design §10.10).
// ok is false when there is nothing to report.
func checkTitle(std *standard.Standard, c *standard.Control, title string) (text message.Text, official string, ok bool) {
	title = strings.TrimSpace(strings.TrimPrefix(strings.ReplaceAll(title, "\n", " "), c.ID))
	lang := standard.LanguageOf(title)
	if title == "" || c.Accepts(title) || c.Accepts(isms.WithoutRemark(title)) || !c.TitleCertain(lang) {
		return message.Text{}, "", false
	}
	official = c.Title(lang)
	if other := byTitle(std, c.Edition, title); other != nil {
		return message.Textf("「%[1]s」は %[2]s の標題です。%[3]s の標題は「%[4]s」です",
			"%[1]q is the title of %[2]s, expected %[4]q for %[3]s", cellExcerpt(title), other.ID, c.ID, official), "", true
	}
	text = message.Textf("%[2]s の標題「%[1]s」は附属書Aと異なります。「%[3]s」としてください",
		"%[1]q is not the title of %[2]s, expected %[3]q", cellExcerpt(title), c.ID, official)
	if schema.Nearest(title, []string{official}) == "" {
		official = ""
	}
	return text, official, true
}

// titleFix replaces a title that is written without markup by the official one.
func titleFix(d *document.Document, at source.Span, official string) *lint.Fix {
	if official == "" || strings.ContainsAny(at.Of(d.Source), "|*_`[]<>\\\n") {
		return nil
	}
	return &lint.Fix{
		Description: message.Textf("標題を「%[1]s」にする", "write the title %[1]q", official),
		Edits:       []lint.Edit{{Span: at, NewText: official}},
	}
}

package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

// reportReplaced reports the words that the configuration replaces, the
// misspellings, and misspelled titles.
func (c *termCheck) reportReplaced() {
	for _, at := range c.places {
		if at.use == "" || !at.declared && c.declares(at.word) || !c.free(at) {
			continue
		}
		span := c.span(at)
		finding := lint.Finding{File: c.file.Path, Span: &span}
		switch {
		case at.title && strings.TrimSpace(c.file.Doc.Blocks[at.block].Text) == at.word:
			continue // a heading or cover field, which other rules hold against the catalogue
		case at.title:
			finding.Message = message.Textf("文書名「%[1]s」が、文書体系の「%[2]s」と異なります", "the title %[1]q differs from %[2]q of the catalogue", at.word, at.use)
		case at.declared:
			finding.Severity = lint.Warning
			finding.Message = message.Textf("「%[1]s」は使わないと決めた用語です。「%[2]s」と書いてください",
				"the term %[1]q is not used here, expected %[2]q", at.word, at.use)
		default:
			finding.Message = message.Textf("「%[1]s」は「%[2]s」の誤記です", "%[1]q is a misspelling, expected %[2]q", at.word, at.use)
		}
		if span.Of(c.file.Doc.Source) == at.word {
			finding.Fix = &lint.Fix{
				Description: message.Textf("「%s」に書き換える", "write %q", at.use),
				Edits:       []lint.Edit{{Span: span, NewText: at.use}},
			}
		}
		c.pass.Report(finding)
	}
}

// reportMixed reports the words that the document spells in more than one way.
func (c *termCheck) reportMixed() {
	var seen [len(spellings)]string
	var mixed [len(spellings)]bool
	for _, at := range c.places {
		if at.use != "" {
			continue
		}
		mixed[at.group] = mixed[at.group] || seen[at.group] != "" && seen[at.group] != at.word
		seen[at.group] = at.word
	}
	for group := range mixed {
		if mixed[group] && !c.declares(spellings[group][0]) && !c.declares(spellings[group][1]) {
			c.reportGroup(group)
		}
	}
}

// reportGroup reports, once for each spelling but the most frequent, a word of
// which several spellings were found.
func (c *termCheck) reportGroup(group int) {
	count, first := map[string]int{}, map[string]termPlace{}
	var order []string
	for _, at := range c.places {
		if at.use != "" || at.group != group || c.isVerb(at) || !c.free(at) {
			continue
		}
		if count[at.word]++; count[at.word] == 1 {
			first[at.word] = at
			order = append(order, at.word)
		}
	}
	if len(order) < 2 {
		return
	}
	usual := order[0]
	for _, word := range order {
		if count[word] > count[usual] {
			usual = word
		}
	}
	for _, word := range order {
		if word == usual {
			continue
		}
		span := c.span(first[word])
		c.pass.Report(lint.Finding{
			File: c.file.Path, Span: &span,
			Message: message.Textf("「%[1]s」（%[2]d か所）と「%[3]s」（%[4]d か所）が混在しています。どちらかにそろえてください",
				"the document has both %[1]q (%[2]d) and %[3]q (%[4]d), expected one spelling",
				word, count[word], usual, count[usual]),
			Related: related(c.file, c.span(first[usual]), "多いほうの表記", "the more frequent spelling"),
		})
	}
}

// isVerb reports whether 取り扱い is a form of the verb 取り扱う, which has one
// spelling.
func (c *termCheck) isVerb(at termPlace) bool {
	return at.word == "取り扱い" && hasAnyPrefix(c.file.Doc.Blocks[at.block].Text[at.end():], "ま", "、", "，", "つつ", "ながら", "た", "き")
}

package rules

import (
	"bytes"
	"strings"
	"sync"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// selfDesignations are the words by which an organisation calls itself. 自社 is
// none: it also means anybody's own company.
var selfDesignations = [...]string{"当社", "弊社", "当法人", "当組織", "当会", "本会", "当会社", "当協会", "当財団", "当機構", "わが社", "我が社", "我社"}

// selfCallMatcher finds the self-designations. It is the same in every run,
// and made when it is first asked for.
var selfCallMatcher = sync.OnceValue(func() *phraseMatcher {
	m := &phraseMatcher{}
	for _, word := range selfDesignations {
		m.add(word)
	}
	return m
})

// selfCall is a place at which the organisation names itself.
type selfCall struct {
	word         string
	block, start int
}

// organizationCheck is the check of one file.
type organizationCheck struct {
	pass  *lint.Pass
	file  *isms.File
	calls []selfCall
}

// callsIn notes the self-designations of the file, and whether they differ.
func (c *organizationCheck) callsIn() (differ bool) {
	block, text := 0, ""
	found := func(phrase, start int) {
		word := selfDesignations[phrase]
		if isDesignation(text, start, start+len(word)) {
			c.calls = append(c.calls, selfCall{word, block, start})
			differ = differ || word != c.calls[0].word
		}
	}
	for i := range c.file.Doc.Blocks {
		b := &c.file.Doc.Blocks[i]
		if block, text = i, b.Text; text != "" && !b.Quoted {
			selfCallMatcher().scan(text, found)
		}
	}
	return differ
}

func (c *organizationCheck) span(at selfCall) source.Span {
	return c.file.Doc.Blocks[at.block].Source(at.start, at.start+len(at.word))
}

// isForeign reports whether the word is code or stands in a longer quotation.
// Alone in 「」 it is being introduced: 以下「当社」という.
func (c *organizationCheck) isForeign(at selfCall) bool {
	b := &c.file.Doc.Blocks[at.block]
	return b.CodeAt(at.start) || mentioned(c.file.Doc, at.block, c.span(at)) &&
		!isQuotedWhole(b.Text, standIn{start: at.start, end: at.start + len(at.word)})
}

// isDesignation reports whether t[start:end] is a word of its own, unlike in
// 該当社員, 日本会計基準 and 当会議.
func isDesignation(t string, start, end int) bool {
	if strings.ContainsRune("該担相適本正妥見日抵", orSpace(runeBefore(t, start))) {
		return false
	}
	word, rest := t[start:end], t[end:]
	switch word {
	case "当会", "本会":
		return !hasAnyPrefix(rest, "議", "社", "場", "計", "合", "話", "員", "期")
	case "当社":
		return !strings.HasPrefix(rest, "会福祉")
	}
	return true
}

// namesIn reports the names of the organisation that are not written as
// configured. The core of the name alone is a short name, and joined to other
// words the name of someone else.
func (c *organizationCheck) namesIn() {
	name := splitLegalName(c.pass.Config.Organization.Name)
	for _, core := range name.cores {
		if !bytes.Contains(c.file.Doc.Source, []byte(core)) {
			continue
		}
		for i := range c.file.Doc.Blocks {
			b := &c.file.Doc.Blocks[i]
			for at := 0; !b.Quoted; {
				n := strings.Index(b.Text[at:], core)
				if n < 0 {
					break
				}
				at += n + len(core)
				c.nameAt(name, i, at-len(core), at)
			}
		}
	}
}

// nameAt judges the core of the name at the given place of a block.
func (c *organizationCheck) nameAt(name legalName, block, start, end int) {
	b := &c.file.Doc.Blocks[block]
	from, until := name.extent(b.Text, start, end)
	text, right := b.Text[from:until], c.pass.Config.Organization.Name
	if from == start && until == end || b.CodeAt(start) || strings.TrimSuffix(text, ".") == strings.TrimSuffix(right, ".") ||
		inConfiguredName(c.pass, b.Text, from, until) {
		return
	}
	at := b.Source(from, until)
	if mentioned(c.file.Doc, block, at) {
		return // the name of a document
	}
	c.pass.Report(lint.Finding{
		File: c.file.Path, Span: &at,
		Message: message.Textf("組織名「%s」が、設定された正式名称「%s」と異なります", "the organisation is written \"%s\", expected \"%s\" as configured", text, right),
	})
}

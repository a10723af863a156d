package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/standard"
)

// configuredNames calls yield with each name that the configuration spells:
// the organisation's, those of external documents, the titles of the
// catalogue and the declared terms.
func configuredNames(p *lint.Pass, yield func(name string)) {
	all := func(names []string) {
		for _, name := range names {
			yield(name)
		}
	}
	yield(p.Config.Organization.Name)
	all(p.Config.Organization.Aliases)
	for i := range p.Config.Documents.External {
		yield(p.Config.Documents.External[i].Title)
		all(p.Config.Documents.External[i].Aliases)
	}
	for _, e := range p.Catalogue.Entries {
		yield(e.Title)
		yield(e.TitleEN)
		all(e.Aliases)
	}
	for i := range p.Config.Terms {
		yield(p.Config.Terms[i].Use)
	}
}

// standardTitles calls yield with each title of the standard (技術的ぜい弱性の
// 管理), whose spelling is not the author's.
func standardTitles(p *lint.Pass, yield func(title string)) {
	titles := func(t *standard.Titles) {
		yield(t.TitleJA)
		yield(t.TitleEN)
		for _, alias := range t.AliasesJA {
			yield(alias)
		}
		for _, alias := range t.AliasesEN {
			yield(alias)
		}
	}
	for _, edition := range standard.Editions() {
		for _, c := range p.Standard.Controls(edition) {
			titles(&c.Titles)
		}
		for _, g := range p.Standard.Groups(edition) {
			titles(&g.Titles)
		}
		for _, c := range p.Standard.Clauses(edition) {
			titles(&c.Titles)
		}
	}
}

// namesWith returns the names and titles that hold the word.
func (c *termCheck) namesWith(word string) []string {
	names, ok := c.names[word]
	if ok {
		return names
	}
	add := func(name string) {
		if strings.Contains(name, word) {
			names = append(names, name)
		}
	}
	configuredNames(c.pass, add)
	standardTitles(c.pass, func(title string) {
		if title != word { // 順守 is one, and still a word as any other
			add(title)
		}
	})
	add("International Organization for Standardization")
	if c.names == nil {
		c.names = map[string][]string{}
	}
	c.names[word] = names
	return names
}

// inConfiguredName reports whether t[start:end] is part of a name that the
// configuration spells so.
func inConfiguredName(p *lint.Pass, t string, start, end int) bool {
	within := false
	configuredNames(p, func(name string) { within = within || withinName(t, start, end, name) })
	return within
}

func withinAny(t string, start, end int, names []string) bool {
	for _, name := range names {
		if withinName(t, start, end, name) {
			return true
		}
	}
	return false
}

// withinName reports whether t[start:end] is part of an occurrence of name.
func withinName(t string, start, end int, name string) bool {
	word := t[start:end]
	for at := 0; at+len(word) <= len(name); {
		n := strings.Index(name[at:], word)
		if n < 0 {
			return false
		}
		at += n
		if from := start - at; from >= 0 && strings.HasPrefix(t[from:], name) {
			return true
		}
		at += len(word)
	}
	return false
}

package isms

import (
	"cmp"
	"fmt"
	"regexp"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// Kind is the kind of a document of the catalogue.
type Kind string

// The kinds of documents.
const (
	KindDocument Kind = "document" // text that states rules
	KindRegister Kind = "register" // rows that are kept up to date
	KindPlan     Kind = "plan"     // a plan with its progress
	KindRecord   Kind = "record"   // evidence of something done
)

// Entry is one document that the organisation must have.
type Entry struct {
	Number, Title, TitleEN string
	// Aliases are other titles that texts use for it.
	Aliases           []string
	Drafter, Approver Role
	Kind              Kind
	// Records marks a form that is kept as one file for each record.
	Records bool
	// Optional marks a document that may be absent.
	Optional bool
	// Form is the number in the built-in catalogue of the form whose tables and
	// fields the document has, or "".
	Form string
	// Declared is the place in ismslint.toml that declares the entry, or nil
	// for an entry that is built in.
	Declared *source.Span
}

// Catalogue is the list of documents of one organisation.
type Catalogue struct {
	// Entries are in the order of the catalogue, built-in ones first.
	Entries []*Entry
	// Pattern is what document numbers look like; it matches the whole number.
	Pattern *regexp.Regexp

	byNumber, byTitle map[string]*Entry
}

// defaultNumber is the pattern of document numbers of domain §1.2.
const defaultNumber = `ISMS-[AB]-\d{2}`

// NewCatalogue joins the built-in catalogue with that of the configuration.
// The pattern of the configuration has been checked by package config.
func NewCatalogue(c *config.Config) *Catalogue {
	cat := &Catalogue{byNumber: map[string]*Entry{}, byTitle: map[string]*Entry{}}
	if !c.Documents.ReplaceCatalogue {
		for _, e := range builtinCatalogue() {
			cat.add(e)
		}
	}
	for i := range c.Documents.Catalogue {
		cat.declare(&c.Documents.Catalogue[i])
	}
	cat.setForms(c.Documents.ReplaceCatalogue)
	for _, e := range cat.Entries {
		for _, t := range append([]string{e.Title, e.TitleEN}, e.Aliases...) {
			if key := fold.Key(t); key != "" && cat.byTitle[key] == nil {
				cat.byTitle[key] = e
			}
		}
	}
	pattern := c.Documents.NumberPattern
	if pattern == "" {
		pattern = defaultNumber
	}
	re, err := regexp.Compile("^(?:" + pattern + ")$")
	if err != nil {
		re = regexp.MustCompile("^(?:" + defaultNumber + ")$")
	}
	cat.Pattern = re
	return cat
}

func (c *Catalogue) add(e *Entry) {
	c.Entries = append(c.Entries, e)
	c.byNumber[e.Number] = e
}

// declare adds an entry of the configuration, or changes the built-in one of
// the same number in what the configuration states.
func (c *Catalogue) declare(d *config.CatalogueEntry) {
	e := c.byNumber[d.Number]
	if e == nil {
		e = &Entry{Number: d.Number, Title: d.Title, Drafter: Secretariat, Approver: Manager, Kind: KindDocument}
		c.add(e)
	}
	set := func(to *string, v string) {
		if v != "" {
			*to = v
		}
	}
	if d.Title != "" && d.Title != e.Title && d.TitleEN == "" {
		e.TitleEN = ""
	}
	set(&e.Title, d.Title)
	set(&e.TitleEN, d.TitleEN)
	set((*string)(&e.Drafter), d.Drafter)
	set((*string)(&e.Approver), d.Approver)
	set((*string)(&e.Kind), d.Kind)
	e.Aliases = append(e.Aliases, d.Aliases...)
	if d.Records != nil {
		e.Records = *d.Records
	}
	e.Optional = d.Optional
	span := d.Span
	e.Declared = &span
}

// setForms finds for every entry the form of the built-in catalogue that it
// is: the one of its title or, unless the catalogue is replaced, its number.
func (c *Catalogue) setForms(replaced bool) {
	byTitle, byNumber := map[string]string{}, map[string]string{}
	for _, e := range builtinCatalogue() {
		byNumber[e.Number] = e.Number
		for _, t := range append([]string{e.Title, e.TitleEN}, e.Aliases...) {
			byTitle[fold.Key(t)] = e.Number
		}
	}
	for _, e := range c.Entries {
		if e.Form = byTitle[fold.Key(e.Title)]; e.Form == "" {
			e.Form = byTitle[fold.Key(e.TitleEN)]
		}
		if e.Form == "" && !replaced {
			e.Form = byNumber[e.Number]
		}
	}
}

// Entry returns the entry with the given number, or nil.
func (c *Catalogue) Entry(number string) *Entry { return c.byNumber[number] }

// ByTitle returns the entry that a title or alias names, or nil.
func (c *Catalogue) ByTitle(title string) *Entry { return c.byTitle[fold.Key(title)] }

// HasTitle reports whether title is the entry's title in either language,
// after normalisation. Aliases do not count.
func (e *Entry) HasTitle(title string) bool {
	return fold.Equal(title, e.Title) || e.TitleEN != "" && fold.Equal(title, e.TitleEN)
}

// Label returns number and title for messages, the title in the language of
// the message where the catalogue has it.
func (e *Entry) Label() message.Text {
	return message.Text{JA: e.String(), EN: e.Number + " " + cmp.Or(e.TitleEN, e.Title)}
}

// String returns number and title.
func (e *Entry) String() string { return fmt.Sprintf("%s %s", e.Number, e.Title) }

package isms

import (
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/standard"
)

// RulesForm is the number of the control operation rules in the built-in
// catalogue.
const RulesForm = "ISMS-A-04"

// ControlSection is a section that describes a control.
type ControlSection struct {
	File *File
	// Heading is the index into File.Doc.Headings.
	Heading int
	// ID is the id that the heading begins with, in the form A.5.1.
	ID string
	// Control is the control of the file's edition, nil when it has none.
	Control *standard.Control
}

// Head returns the heading.
func (c *ControlSection) Head() *document.Heading { return &c.File.Doc.Headings[c.Heading] }

// ControlSections returns the sections of a file that describe one control
// each: those whose heading begins with the id of a control, or with an id of
// Annex A that no edition knows. Sections of groups are left out, and so are
// headings such as 5.1 that number the document's own sections, unless their
// title is that of the control. Outside of the control operation rules a file
// needs at least three of them.
func (o *Organization) ControlSections(f *File) []ControlSection {
	const least = 3
	edition := o.EditionOf(f)
	var out []ControlSection
	for i := range f.Doc.Headings {
		if c, ok := o.controlSection(f, i, edition); ok {
			out = append(out, c)
		}
	}
	if len(out) < least && !IsControlRules(f) {
		return nil
	}
	return out
}

// IsControlRules reports whether the file is the control operation rules, A-04
// of the built-in catalogue.
func IsControlRules(f *File) bool {
	return f.Kind == Controlled && f.Entry != nil && f.Entry.Form == RulesForm
}

func (o *Organization) controlSection(f *File, heading int, edition standard.Edition) (c ControlSection, ok bool) {
	h := &f.Doc.Headings[heading]
	if h.Number == "" || len(h.Number) > 24 {
		return c, false
	}
	id, ok := standard.ParseID(h.Number)
	if !ok {
		id, ok = standard.ParseID("A." + h.Number)
		control, known := o.Standard.Control(edition, id)
		if !ok || !known || !control.Accepts(h.Title) {
			return c, false
		}
	}
	c = ControlSection{File: f, Heading: heading, ID: id}
	c.Control, _ = o.Standard.Control(edition, id)
	if _, group := o.Standard.Group(edition, id); group && c.Control == nil {
		return c, false
	}
	return c, strings.Count(id, ".") > 1 || c.Control != nil
}

// NamesControl calls yield with the id of every control that a text names;
// ranges such as A.5.15〜A.5.18 name all controls in between.
func (o *Organization) NamesControl(text string, edition standard.Edition, yield func(id string)) {
	if !strings.ContainsAny(text, "AＡ") {
		return
	}
	last, lastEnd := "", 0
	standard.ScanIDs(text, func(start, end int, id string) bool {
		if last != "" && isRange(text[lastEnd:start]) {
			for _, between := range o.between(edition, last, id) {
				yield(between)
			}
		}
		yield(id)
		last, lastEnd = id, end
		return true
	})
}

// isRange reports whether the text between two ids makes them a range.
func isRange(between string) bool {
	const longest = 20
	if len(between) > longest {
		return false
	}
	switch strings.Trim(fold.Key(between), ".") {
	case "~", "〜", "-", "から", "to", "through":
		return true
	}
	return false
}

// between returns the ids of the controls of an edition between two of them.
func (o *Organization) between(edition standard.Edition, from, to string) []string {
	var out []string
	inside := false
	for _, c := range o.Standard.Controls(edition) {
		switch {
		case c.ID == to:
			return out
		case inside:
			out = append(out, c.ID)
		case c.ID == from:
			inside = true
		}
	}
	return nil
}

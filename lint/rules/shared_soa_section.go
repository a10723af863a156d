package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/standard"
)

// sectionsOf are the sections that a document has, by number or by the control
// that they are about.
type sectionsOf struct {
	ids      map[string]bool // A.5.1, 6.1.2
	numbered bool            // whether there is any number to go by
}

// newSectionsOf collects the numbers of headings, the controls that headings
// name, and the controls that have a row in a table of the document.
func newSectionsOf(o *isms.Organization, f *isms.File) *sectionsOf {
	return isms.Fact(f, sectionsOfKey{}, func(f *isms.File) *sectionsOf { return readSectionsOf(o, f) })
}

type sectionsOfKey struct{}

func readSectionsOf(o *isms.Organization, f *isms.File) *sectionsOf {
	s := &sectionsOf{ids: map[string]bool{}}
	edition := o.EditionOf(f)
	for i := range f.Doc.Headings {
		h := &f.Doc.Headings[i]
		if n := strings.Trim(fold.Text(h.Number), ". "); n != "" {
			s.ids[n], s.numbered = true, true
		}
		o.NamesControl(h.Text, edition, func(id string) { s.ids[id], s.numbered = true, true })
	}
	for i := range f.Doc.Tables {
		for _, row := range f.Doc.Tables[i].Rows {
			if len(row.Cells) > 0 {
				s.add(isms.ControlID(row.Cells[0].Text))
			}
		}
	}
	for i := range f.Doc.Blocks {
		if b := &f.Doc.Blocks[i]; b.Kind == document.Paragraph || b.Kind == document.ListItem {
			first, _, _ := strings.Cut(strings.TrimSpace(b.Text), " ")
			if len(first) <= len("A.18.2.3") {
				s.add(isms.ControlID(first))
				s.add(strings.Trim(first, "."))
			}
		}
	}
	return s
}

func (s *sectionsOf) add(id string) {
	if id != "" {
		s.ids[id] = true
	}
}

// has reports whether the document has a section. A document without any
// numbers cannot be judged.
func (s *sectionsOf) has(id string) bool {
	if !s.numbered || s.ids[id] {
		return true
	}
	bare, isControl := strings.CutPrefix(id, "A.")
	return isControl && s.ids[bare] || !isControl && s.ids["A."+id]
}

// sectionTokens returns the sections that the text behind the name of a
// document gives: ids of Annex A, and numbers of two parts or more that are no
// dates, versions or revisions.
func sectionTokens(text string) []string {
	var out []string
	var rest strings.Builder
	last := 0
	standard.ScanIDs(text, func(start, end int, id string) bool {
		out = append(out, id)
		rest.WriteString(text[last:start])
		rest.WriteByte('|')
		last = end
		return true
	})
	rest.WriteString(text[last:])
	for _, field := range strings.FieldsFunc(rest.String(), func(r rune) bool { return !('0' <= r && r <= '9') && r != '.' && !isTokenLetter(r) }) {
		parts := strings.Split(strings.Trim(field, "."), ".")
		if len(parts) < 2 || len(parts) > 5 {
			continue
		}
		ok := true
		for _, p := range parts {
			ok = ok && len(p) > 0 && len(p) <= 2 && strings.Trim(p, "0123456789") == ""
		}
		if ok {
			out = append(out, strings.Join(parts, "."))
		}
	}
	return out
}

// isTokenLetter reports whether a character next to a number makes it part of
// something else, such as v1.2, 1.2版 or L-1.2.
func isTokenLetter(r rune) bool {
	return 'a' <= r|0x20 && r|0x20 <= 'z' || r == '-' || r == '版' || r == '年' || r == '月'
}

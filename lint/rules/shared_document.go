package rules

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

// catalogueNumber returns the field that ties a file to the catalogue, the
// number of a document or the form of a record, with its name; false for
// files of other kinds.
func catalogueNumber(f *isms.File) (v isms.Value, what message.Text, ok bool) {
	switch f.Kind {
	case isms.Controlled:
		return f.Meta.Number, message.Text{JA: "文書番号", EN: "document number"}, true
	case isms.RecordFile:
		return f.Meta.Form, message.Text{JA: "様式番号", EN: "form number"}, true
	}
	return isms.Value{}, message.Text{}, false
}

// numberKey returns the form that two spellings of one document number share,
// whatever the width, the case and the kind of dash. The long vowel mark of
// katakana is often typed for a dash.
func numberKey(number string) string {
	if !isASCII(number) {
		number = strings.ReplaceAll(strings.ReplaceAll(number, "ー", "-"), "ｰ", "-")
	}
	return fold.Key(number)
}

// spelledEntry returns the entry whose number is the given one in another
// spelling, or nil.
func spelledEntry(c *isms.Catalogue, number string) *isms.Entry {
	key := numberKey(number)
	for _, e := range c.Entries {
		if key != "" && numberKey(e.Number) == key {
			return e
		}
	}
	return nil
}

// meantEntry returns the entry that a file without one certainly stands for:
// by its number in another spelling, its title, the number in its name, or its
// first heading. It returns nil where that can only be guessed.
func meantEntry(c *isms.Catalogue, f *isms.File) *isms.Entry {
	number, _, _ := catalogueNumber(f)
	if e := spelledEntry(c, number.Text); e != nil || f.Kind == isms.RecordFile {
		return e
	}
	if e := c.ByTitle(f.Meta.Title.Text); e != nil {
		return e
	}
	if f.Kind == isms.Controlled && !number.Empty() {
		return nil
	}
	for _, e := range c.Entries {
		if nameContains(f, e.Number) {
			return e
		}
	}
	if h := f.Doc.Headings; len(h) > 0 {
		return c.ByTitle(h[0].Title)
	}
	return nil
}

// likelyNumber returns the number of the catalogue that a file without a valid
// one most likely means, or "".
func likelyNumber(c *isms.Catalogue, f *isms.File) string {
	if e := meantEntry(c, f); e != nil {
		return e.Number
	}
	number, _, _ := catalogueNumber(f)
	numbers := make([]string, len(c.Entries))
	for i, e := range c.Entries {
		numbers[i] = e.Number
	}
	return schema.Nearest(number.Text, numbers)
}

// onlyTitled reports whether the front matter has a title and nothing else that
// a document of the ISMS must have, as that of other programs often does.
func onlyTitled(f *isms.File) bool {
	m := f.Meta
	return f.Kind == isms.Controlled && !m.Number.Present && !m.Revision.Present && !m.StatusValue.Present &&
		!m.Established.Present && !m.DraftedBy.Present
}

// exampleNumber returns a number to show what numbers look like.
func exampleNumber(c *isms.Catalogue) string {
	for _, e := range c.Entries {
		if c.Pattern.MatchString(e.Number) {
			return e.Number
		}
	}
	return ""
}

// nameContains reports whether the name of a file contains an id as a whole.
// File systems decompose characters in different ways, which makes no
// difference.
func nameContains(f *isms.File, id string) bool {
	name := f.Name()
	if !isASCII(id) {
		name, id = norm.NFC.String(name), norm.NFC.String(id)
	}
	return containsID(name, id)
}

// containsID reports whether a text contains an id as a whole: ISMS-A-1 does
// not stand in ISMS-A-10.
func containsID(text, id string) bool {
	for from := 0; id != ""; {
		i := strings.Index(text[from:], id)
		if i < 0 {
			return false
		}
		start, end := from+i, from+i+len(id)
		glued := start > 0 && asciiAlphanumeric(text[start-1]) && asciiAlphanumeric(id[0]) ||
			end < len(text) && asciiDigit(text[end]) && asciiDigit(id[len(id)-1])
		if !glued {
			return true
		}
		from = start + 1
	}
	return false
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > 0x7F })
}

func asciiDigit(c byte) bool { return '0' <= c && c <= '9' }

func asciiAlphanumeric(c byte) bool {
	return asciiDigit(c) || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// respell returns the fix that writes a scalar of the front matter in another
// form, its quotes left as they are, or nil where that is not safe.
func respell(f *isms.File, v isms.Value, to string) *lint.Fix {
	i := strings.Index(v.Span.Of(f.Doc.Source), v.Text)
	if v.Text == "" || i < 0 {
		return nil
	}
	at := v.Span
	at.Start += i
	at.End = at.Start + len(v.Text)
	return &lint.Fix{
		Description: message.Textf("「%[1]s」に直す", "write %[1]s", to),
		Edits:       []lint.Edit{{Span: at, NewText: to}},
	}
}

// containsOneOf reports whether s contains one of the parts.
func containsOneOf(s string, parts ...string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(s, part) })
}

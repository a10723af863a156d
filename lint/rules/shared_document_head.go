package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// exampleHead returns the first lines of front matter that a file without them
// most likely needs: the number of a document, or, as record reports, form and
// id of a record.
func exampleHead(c *isms.Catalogue, f *isms.File) (lines message.Text, record bool) {
	e := meantEntry(c, f)
	if e == nil || e.Records {
		if form := recordForm(c, f); form != nil {
			return message.Textf("「form: %[1]s」と「record: %[2]s」", "lines such as \"form: %[1]s\" and \"record: %[2]s\"", form.Number, exampleRecord(f)), true
		}
	}
	number := exampleNumber(c)
	if e != nil {
		number = e.Number
	}
	return message.Textf("「number: %s」", "a line such as \"number: %s\"", number), false
}

// recordForm returns the form that a file in a folder for records is of: the
// one that a folder above it is named after, or else any; nil for a file
// elsewhere.
func recordForm(c *isms.Catalogue, f *isms.File) *isms.Entry {
	folders := strings.Split(f.Path, "/")
	folders = folders[:len(folders)-1]
	for _, e := range c.Entries {
		if e.Records && slices.ContainsFunc(folders, func(folder string) bool { return strings.HasPrefix(folder, e.Number) }) {
			return e
		}
	}
	if !slices.ContainsFunc(folders, func(folder string) bool { return folder == "records" || folder == "record" || folder == "記録" }) {
		return nil
	}
	i := slices.IndexFunc(c.Entries, func(e *isms.Entry) bool { return e.Records })
	if i < 0 {
		return nil
	}
	return c.Entries[i]
}

// exampleRecord returns the id of a record in a file's name, or what one looks
// like.
func exampleRecord(f *isms.File) string {
	if tokens := idTokens(strings.TrimSuffix(f.Name(), ".md")); len(tokens) > 0 {
		return tokens[0].text
	}
	return "XXX-2026-001"
}

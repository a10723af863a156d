package rules

import (
	"bytes"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
)

// tags looks for <Company name>, which Markdown takes for a tag of HTML, so
// that it is in no text.
func (c *placeholderCheck) tags() {
	const longest = 60
	d := c.file.Doc
	for at := d.Body.Start; at < len(d.Source); at++ {
		next := bytes.IndexByte(d.Source[at:], '<')
		if next < 0 {
			return
		}
		at += next
		inner := d.Source[at+1 : min(at+1+longest, len(d.Source))]
		n := bytes.IndexByte(inner, '>')
		if n <= 0 || !isLatinLetter(rune(inner[0])) {
			continue
		}
		if name := string(inner[:n]); isFieldLabel(strings.ToLower(name)) && name != "title" && name != "address" || asksToFill(name) {
			c.tag(source.Span{Start: at, End: at + n + 2})
		}
	}
}

func (c *placeholderCheck) tag(at source.Span) {
	d := c.file.Doc
	text := at.Of(d.Source)
	i := d.BlockAt(at.Start)
	const most = 64 << 10 // keeps a hostile block linear
	if i < 0 || d.Blocks[i].Kind == document.Code || len(d.Blocks[i].Text) > most || strings.Contains(d.Blocks[i].Text, text) {
		return // code, or a text that was looked at already
	}
	for _, comment := range d.Comments {
		if comment.Span.Contains(at) {
			return
		}
	}
	c.report(templateField, at, text)
}

// fields looks at the values of the front matter that no other rule holds
// against something: those of a record, and the title of a document that is
// not in the catalogue.
func (c *placeholderCheck) fields() {
	m := c.file.Meta
	if m.Root == nil {
		return
	}
	for _, field := range m.Root.Fields {
		v := field.Value
		if v == nil || v.Kind != source.String || !c.isFree(field.Key) {
			continue
		}
		if c.scan.scan(v.Text); len(c.scan.hits) > 0 && c.scan.hits[0].kind != lazyPointer {
			hit := c.scan.hits[0]
			c.report(hit.kind, v.Span, v.Text[hit.start:hit.end])
		}
	}
}

func (c *placeholderCheck) isFree(key string) bool {
	switch key {
	case "number", "form", "record", "status", "revision", "drafted_by", "approved_by", "established", "revised", "approved_on", "created", "edition", "classification":
		return false
	case "title":
		return c.file.Kind == isms.RecordFile || c.file.Entry == nil
	}
	return c.file.Kind == isms.RecordFile
}

package isms

import (
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/schema"
)

// CoverField is a field of the front matter that the body repeats, on a cover
// or in a page header (design §10.4).
type CoverField struct {
	// Name is the canonical name of the field.
	Name string
	// Label is the label as written.
	Label string
	Value Value
}

// findCover looks for cover fields above the first section of the body: rows
// of a table whose cells are label and value in turn, and lines of the form
// label：value. The level-1 heading counts as the title of the document and
// does not end the cover.
func findCover(d *document.Document, s *schema.Schema) []CoverField {
	end := d.Body.End
	for i := range d.Headings {
		if h := &d.Headings[i]; h.Level > 1 || i > 0 {
			end = h.Span.Start
			break
		}
	}
	var fields []CoverField
	for i := range d.Tables {
		if d.Tables[i].Span.Start >= end {
			break
		}
		fields = append(fields, coverTable(&d.Tables[i], s)...)
	}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Span.Start >= end {
			break
		}
		if b.Kind == document.Paragraph || b.Kind == document.ListItem {
			fields = append(fields, coverLines(b, s)...)
		}
	}
	return fields
}

// coverTable reads a table of labels and values. A table with a header row of
// labels and one row of values counts too.
func coverTable(t *document.Table, s *schema.Schema) []CoverField {
	var fields []CoverField
	rows := append([]document.TableRow{{Cells: t.Header}}, t.Rows...)
	for _, row := range rows {
		for i := 0; i+1 < len(row.Cells); i += 2 {
			if f, ok := coverCell(row.Cells[i], row.Cells[i+1], s); ok {
				fields = append(fields, f)
			}
		}
	}
	if len(fields) > 0 || len(t.Rows) != 1 {
		return fields
	}
	for i, label := range t.Header {
		if i < len(t.Rows[0].Cells) {
			if f, ok := coverCell(label, t.Rows[0].Cells[i], s); ok {
				fields = append(fields, f)
			}
		}
	}
	return fields
}

func coverCell(label, value document.TableCell, s *schema.Schema) (CoverField, bool) {
	name, ok := s.Canonical(label.Text)
	if !ok {
		return CoverField{}, false
	}
	if _, isLabel := s.Canonical(value.Text); isLabel {
		return CoverField{}, false
	}
	v := Value{Text: strings.TrimSpace(value.Text), Span: value.Span, Present: true}
	return CoverField{Name: name, Label: label.Text, Value: v}, true
}

func coverLines(b *document.Block, s *schema.Schema) []CoverField {
	var fields []CoverField
	offset := 0
	for _, line := range strings.SplitAfter(b.Text, "\n") {
		if label, value, ok := cutColon(line); ok {
			if name, known := s.Canonical(label); known {
				text := strings.TrimSpace(value)
				start := offset + len(line) - len(strings.TrimLeft(value, " \t　"))
				fields = append(fields, CoverField{Name: name, Label: strings.TrimSpace(label),
					Value: Value{Text: text, Span: b.Source(start, start+len(text)), Present: true}})
			}
		}
		offset += len(line)
	}
	return fields
}

// cutColon cuts a line at its first colon of either width.
func cutColon(line string) (label, value string, ok bool) {
	i := strings.IndexAny(line, ":：")
	if i < 0 {
		return "", "", false
	}
	size := 1
	if line[i] != ':' {
		size = len("：")
	}
	return line[:i], line[i+size:], true
}

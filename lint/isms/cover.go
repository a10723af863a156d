package isms

import (
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
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

// Number reads the value as a whole number.
func (f CoverField) Number() Number { return numberOf(f.Value) }

// coverLabels are the labels of cover fields, in the form of [fold.Key], with
// the canonical names of the fields.
type coverLabels map[string]string

// newCoverLabels joins the names and labels of the schema with those that
// English covers use.
func newCoverLabels(s *schema.Schema) coverLabels {
	labels := coverLabels{
		"documentnumber": "number", "documentno.": "number", "documentno": "number", "documentid": "number", "documenttitle": "title",
		"revisionnumber": "revision", "revisionno.": "revision", "revisionno": "revision", "version": "revision",
		"establishedon": "established", "dateestablished": "established", "dateofestablishment": "established",
		"revisedon": "revised", "daterevised": "revised", "revisiondate": "revised", "dateofrevision": "revised",
		"controlclass": "classification", "draftedby": "drafted_by", "drafter": "drafted_by", "preparedby": "drafted_by", "author": "drafted_by",
		"approvedby": "approved_by", "approver": "approved_by",
		"approvedon": "approved_on", "approvaldate": "approved_on", "dateofapproval": "approved_on", "dateapproved": "approved_on",
		"standard": "edition", "applicablestandard": "edition", "applicableedition": "edition",
		"organisation": "organization", "company": "organization", "companyname": "organization",
	}
	for _, p := range s.Properties() {
		for _, label := range append(p.Labels, p.Name) {
			labels[fold.Key(label)] = p.Name
		}
	}
	return labels
}

// No label of a cover is longer, in bytes, and no table on a cover has more rows.
const (
	maxCoverLabel = 60
	maxCoverRows  = 40
)

// widestCover is the number of cells in a row of a cover up to which its first
// cell need not be a label: three labels with their values.
const widestCover = 6

// name returns the canonical name of the field that a label names.
func (l coverLabels) name(label string) (string, bool) {
	if len(label) > maxCoverLabel {
		return "", false
	}
	if name, ok := l[label]; ok {
		return name, true
	}
	if strings.ContainsAny(label, "0123456789") {
		return "", false // as most values do, and no label
	}
	name, ok := l[fold.Key(label)]
	return name, ok
}

// findCover looks for cover fields above the first section of the body: rows
// of a table whose cells are label and value in turn, and lines of the form
// label：value. The level-1 heading counts as the title of the document and
// does not end the cover.
func findCover(d *document.Document, l coverLabels) []CoverField {
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
		fields = append(fields, coverTable(&d.Tables[i], l)...)
	}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Span.Start >= end {
			break
		}
		if b.Kind == document.Paragraph || b.Kind == document.ListItem {
			fields = append(fields, coverLines(b, l)...)
		}
	}
	return fields
}

// coverTable reads a table of labels and values. A table with one row of values
// counts too when most cells of its header row are labels.
func coverTable(t *document.Table, l coverLabels) []CoverField {
	if len(t.Rows) > maxCoverRows {
		return nil
	}
	var fields []CoverField
	rows := append([]document.TableRow{{Cells: t.Header}}, t.Rows...)
	for _, row := range rows {
		if len(row.Cells) > widestCover && !l.begins(row) {
			continue // the row of a register, whose cells are no labels
		}
		for i := 0; i+1 < len(row.Cells); i += 2 {
			if f, ok := coverCell(row.Cells[i], row.Cells[i+1], l); ok {
				fields = append(fields, f)
			}
		}
	}
	if len(t.Rows) != 1 || !mostAreLabels(t.Header, l) {
		return fields
	}
	fields = nil
	for i, label := range t.Header {
		if i < len(t.Rows[0].Cells) {
			if f, ok := coverCell(label, t.Rows[0].Cells[i], l); ok {
				fields = append(fields, f)
			}
		}
	}
	return fields
}

// begins reports whether the first cell of a row is a label.
func (l coverLabels) begins(row document.TableRow) bool {
	_, ok := l.name(row.Cells[0].Text)
	return ok
}

// mostAreLabels reports whether more than half of the cells are labels, as in
// 承認 | 審査 | 作成, and not every other one.
func mostAreLabels(cells []document.TableCell, l coverLabels) bool {
	labels := 0
	for _, c := range cells {
		if _, ok := l.name(c.Text); ok {
			labels++
		}
	}
	return 2*labels > len(cells)
}

func coverCell(label, value document.TableCell, l coverLabels) (CoverField, bool) {
	name, ok := l.name(label.Text)
	if !ok {
		return CoverField{}, false
	}
	if _, isLabel := l.name(value.Text); isLabel {
		return CoverField{}, false
	}
	v := Value{Text: strings.TrimSpace(value.Text), Span: value.Span, Present: true}
	return CoverField{Name: name, Label: label.Text, Value: v}, true
}

func coverLines(b *document.Block, l coverLabels) []CoverField {
	var fields []CoverField
	offset := 0
	for _, line := range strings.SplitAfter(b.Text, "\n") {
		if label, value, ok := cutColon(line); ok {
			if name, known := l.name(label); known {
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

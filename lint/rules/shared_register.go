package rules

import (
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

// registerSeverity is the severity of a defect in the data of a register or
// record: while it is being filled in, what is not there yet is a warning.
func registerSeverity(f *isms.File) lint.Severity {
	if unapproved(f) {
		return lint.Warning
	}
	return lint.Error
}

// tableFinding is a finding at a place in the file that holds the rows of a
// table, which may be a CSV file.
func tableFinding(t *isms.Table, at source.Span, text message.Text, related ...lint.Related) lint.Finding {
	return lint.Finding{Severity: registerSeverity(t.File), File: t.Path, Span: &at, Message: text, Related: related}
}

// tablesReadable reports whether the tables of the file are all there.
func tablesReadable(f *isms.File) bool {
	for _, p := range f.Doc.Problems {
		if p.Kind != document.ProblemSyntax && p.Kind != document.ProblemDuplicate {
			return false
		}
	}
	return true
}

// columnTitle names a column as its table or, where it has none, the schema does.
func columnTitle(t *isms.Table, c *schema.Column) message.Text {
	ja, en := t.Title(c)
	return message.Text{JA: cellExcerpt(ja), EN: cellExcerpt(en)}
}

// columnTitles lists columns by their titles in the schema.
func columnTitles(columns []*schema.Column) message.Text {
	var ja, en []string
	for _, c := range columns {
		ja, en = append(ja, "「"+c.Title.JA+"」"), append(en, strconv.Quote(c.Title.EN))
	}
	return message.Text{JA: strings.Join(ja, ""), EN: strings.Join(en, ", ")}
}

// ofRow says of which row something is: "AS-003の" before a title in Japanese,
// " of AS-003" behind it in English. A row without a key is not named.
func ofRow(r *isms.Row) message.Text {
	name := cellExcerpt(r.Name())
	if name == "" || r.Table.Fields {
		return message.Text{}
	}
	return message.Text{JA: name + " の", EN: " of " + name}
}

// cellExcerpt shortens a text of a cell for a message.
func cellExcerpt(text string) string {
	const longest = 40
	text = strings.Join(strings.Fields(text), " ")
	n := 0
	for i := range text {
		if n == longest {
			return text[:i] + "…"
		}
		n++
	}
	return text
}

// isOpenCell reports whether the cell holds a placeholder, which text/placeholder
// reports in documents. In CSV files nobody else looks.
func isOpenCell(t *isms.Table, text string) bool {
	if t.Path != t.File.Path {
		return false
	}
	var s standInScan
	s.scan(text)
	return len(s.hits) > 0
}

// registerExample puts the tables of an example below the head of an approved
// asset register.
func registerExample(tables string) string {
	return `---
number: ISMS-B-01
title: 情報資産台帳
revision: 1
status: approved
established: 2024-04-01
drafted_by: suzuki
approved_by: tanaka
approved_on: 2024-04-01
---
# 情報資産台帳

` + tables
}

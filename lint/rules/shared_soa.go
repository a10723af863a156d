package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/lint/standard"
)

// judgedStatement returns the Statement of Applicability that a file holds
// when its rows can be judged one by one. When its ids are of another edition,
// control/edition says so once, and the rest would be noise.
func judgedStatement(f *isms.File) *isms.Statement {
	if f.Statement == nil || f.Meta.Status == isms.Obsolete || f.Statement.Foreign != "" || !tablesReadable(f) {
		return nil
	}
	return f.Statement
}

// statementRule makes the check of a rule that looks at each row alone.
func statementRule(check func(*lint.Pass, *isms.Statement, *isms.StatementRow)) func(*lint.Pass, *isms.File) {
	return func(p *lint.Pass, f *isms.File) {
		s := judgedStatement(f)
		if s == nil {
			return
		}
		for i := range s.Rows {
			check(p, s, &s.Rows[i])
		}
	}
}

// rowPlace returns where to report about a cell: the cell, or the id of the
// row where there is nothing in it.
func rowPlace(r *isms.StatementRow, v isms.Value) source.Span {
	if v.Text == "" {
		return r.Written.Span
	}
	return v.Span
}

// reportControl reports a place in a row of the statement. What is meant is
// part of the fingerprint, because a cell such as "-" says nothing.
func reportControl(p *lint.Pass, r *isms.StatementRow, severity lint.Severity, at source.Span, text message.Text, related ...lint.Related) {
	f := tableFinding(r.Table, at, text, related...)
	f.Severity, f.Subject = severity, r.ID
	p.Report(f)
}

// controlName is the id of a row as it is written, with the control's title.
func controlName(r *isms.StatementRow) message.Text {
	if r.Control != nil {
		return titled(r.ID, &r.Control.Titles)
	}
	return message.Same(strings.TrimSpace(cellExcerpt(r.Written.Text + " " + r.Row.Written("title").Text)))
}

// namesImplementation reports whether a block is a cell of the statement that
// names an implementing document; soa/implementation judges what it names.
func namesImplementation(f *isms.File, b *document.Block) bool {
	if f.Statement == nil || b.Kind != document.Cell || b.Row < 0 {
		return false
	}
	return slices.ContainsFunc(f.Statement.Tables, func(t *isms.Table) bool {
		column, ok := t.Columns["document"]
		return ok && t.Index == b.Table && column == b.Column
	})
}

// theme returns the id of the outermost group of a control: A.5 of A.5.1.1.
func theme(id string) string {
	parts := strings.SplitN(id, ".", 3)
	return strings.Join(parts[:min(2, len(parts))], ".")
}

// titled is a control or group with its title, for messages.
func titled(id string, t *standard.Titles) message.Text {
	return message.Text{
		JA: strings.TrimSpace(id + " " + t.Title(message.Japanese)),
		EN: strings.TrimSpace(id + " " + t.Title(message.English)),
	}
}

// edition names an edition as each language does.
func editionName(e standard.Edition) message.Text { return message.Text{JA: e.JIS(), EN: e.ISO()} }

// soaHead is the front matter of examples of the Statement of Applicability.
const soaHead = `---
number: ISMS-A-02
title: 適用宣言書
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
---
# 適用宣言書

`

// soaColumns is the header of the table in examples.
const soaColumns = `| 管理策番号 | 管理策名 | 適用 | 理由 | 実施状況 | 実施文書 | リスク番号 |
|---|---|---|---|---|---|---|
`

// soaExample puts rows below the head of an approved statement.
func soaExample(rows string) string { return soaHead + soaColumns + rows }

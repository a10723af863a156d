package main

import (
	"fmt"
	"path"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/report"
)

func (a *app) showDocumentsCommand(f *showFlags) *cobra.Command {
	return &cobra.Command{
		Use: "documents [PATH…]", Short: "List the documents with their approvals, and what is missing",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.show(cmd.Context(), f, args, documentsView)
		},
	}
}

// documentsView lists the catalogue in its order, then what is not in it.
func documentsView(s *isms.System) (*report.View, error) {
	t := report.Table{Key: "documents", Columns: []report.Column{
		{Key: "number", Title: words("番号", "Number")},
		{Key: "title", Title: words("文書名", "Title"), Long: true},
		{Key: "revision", Title: words("改訂", "Rev."), Right: true},
		{Key: "status", Title: words("状態", "Status")},
		{Key: "drafted_by", Title: words("作成", "Drafted by"), Long: true},
		{Key: "approved_by", Title: words("承認", "Approved by"), Long: true},
		{Key: "approved_on", Title: words("承認日", "Approved on")},
		{Key: "path", Title: words("ファイル", "Path"), Long: true},
		{Key: "missing", Title: words("不足", "Missing"), Long: true},
	}}
	incomplete := 0
	add := func(row documentRow) {
		if len(row.missing) > 0 {
			incomplete++
		}
		t.Rows = append(t.Rows, row.cells(s))
	}
	for _, e := range s.Catalogue.Entries {
		for _, row := range entryRows(s, e) {
			add(row)
		}
	}
	for _, f := range s.Files() {
		if f.Kind == isms.Controlled && f.Entry == nil {
			add(fileRow(f))
		}
	}
	return &report.View{Name: "documents", Tables: []report.Table{t}, Notes: []message.Text{
		message.Textf("%d 件、うち不足のあるもの %d 件", "%d listed, %d with something missing", len(t.Rows), incomplete),
	}}, nil
}

// documentRow is one line of the list. file is nil for what is not there, and
// for records, which are counted.
type documentRow struct {
	number, path string
	title        message.Text
	file         *isms.File
	records      int
	missing      []string
}

func entryRows(s *isms.System, e *isms.Entry) []documentRow {
	var rows []documentRow
	for _, f := range s.Documents(e.Number) {
		rows = append(rows, fileRow(f))
	}
	if records := s.Records(e.Number); len(records) > 0 {
		row := documentRow{number: e.Number, title: entryTitle(e), records: len(records), path: path.Dir(records[0].Path) + "/"}
		for _, f := range records {
			if f.Meta.Status != isms.Approved && f.Meta.Status != isms.Obsolete {
				row.missing = append(row.missing, f.ID())
			}
		}
		rows = append(rows, row)
	}
	if rows == nil {
		row := documentRow{number: e.Number, title: entryTitle(e)}
		if !e.Optional {
			row.missing = []string{"document"}
		}
		rows = append(rows, row)
	}
	return rows
}

func entryTitle(e *isms.Entry) message.Text {
	t := message.Text{JA: e.Title, EN: e.TitleEN}
	if t.EN == "" {
		t.EN = e.Title
	}
	return t
}

func fileRow(f *isms.File) documentRow {
	return documentRow{number: f.ID(), title: message.Same(f.Meta.Title.Text), path: f.Path, file: f, missing: missingFields(f)}
}

// missingFields names what a controlled document should state and does not, by
// the names of the front matter.
func missingFields(f *isms.File) []string {
	m := f.Meta
	if m.Status == isms.Obsolete {
		return nil
	}
	approved := m.Status == isms.Approved
	var out []string
	for _, field := range []struct {
		name    string
		missing bool
	}{
		{"number", m.Number.Empty()}, {"title", m.Title.Empty()}, {"revision", !m.Revision.Valid}, {"status", m.Status == ""},
		{"established", !m.Established.Valid()}, {"drafted_by", m.DraftedBy.Empty()},
		{"approval", !approved && m.Status != ""}, {"approved_by", approved && m.ApprovedBy.Empty()},
		{"approved_on", approved && !m.ApprovedOn.Valid()}, {"revisions", f.Revisions == nil},
	} {
		if field.missing {
			out = append(out, field.name)
		}
	}
	return out
}

func (r documentRow) cells(s *isms.System) []report.Cell {
	missing := report.Cell{Value: append([]string{}, r.missing...), Tone: report.Bad}
	for i, name := range r.missing {
		word := missingWord(name)
		if i > 0 {
			missing.Text.JA += "、"
			missing.Text.EN += ", "
		}
		missing.Text.JA += word.JA
		missing.Text.EN += word.EN
	}
	title := report.Cell{Text: r.title}
	cells := []report.Cell{report.TextCell(r.number), title, {}, {}, {}, {}, {}, report.TextCell(r.path), missing}
	switch f := r.file; {
	case f != nil:
		m := f.Meta
		revision := report.TextCell(m.Revision.Text)
		if m.Revision.Valid {
			revision = report.NumberCell(m.Revision.Int)
		}
		cells[2], cells[3] = revision, statusCell(m.Status)
		cells[4], cells[5] = report.TextCell(peopleNames(s, m.DraftedBy)), report.TextCell(peopleNames(s, m.ApprovedBy))
		cells[6] = report.TextCell(m.ApprovedOn.Date.String())
	case r.records > 0:
		cells[3] = report.Cell{Text: words(fmt.Sprintf("記録 %d 件", r.records), count(r.records, "record")), Value: "records"}
	}
	return cells
}

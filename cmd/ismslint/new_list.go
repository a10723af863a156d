package main

import (
	"errors"
	"fmt"

	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/report"
	"github.com/ismslint/ismslint/lint/scaffold"
)

// listForms prints the catalogue with what new would create of each entry.
func (a *app) listForms(j *job, s *isms.System) error {
	t := report.Table{Key: "forms", Columns: []report.Column{
		{Key: "number", Title: words("番号", "Number")},
		{Key: "title", Title: words("文書名", "Title"), Long: true},
		{Key: "kind", Title: words("作るもの", "Creates")},
		{Key: "id", Title: words("次の番号", "Next")},
		{Key: "where", Title: words("場所", "Where"), Long: true},
	}}
	for _, e := range s.Catalogue.Entries {
		c, err := scaffold.New(s, j.options.Schemas, scaffold.Request{
			Form: e.Number, Date: j.options.AsOf, Language: message.Language(a.lang), Fallback: a.language(),
		})
		what := []report.Cell{report.TextCell(e.Number), {Text: message.Text{JA: e.Title, EN: title(e)}}}
		t.Rows = append(t.Rows, append(what, listed(s, e, c, err)...))
	}
	view := &report.View{Name: "forms", AsOf: j.options.AsOf, Tables: []report.Table{t}, Notes: []message.Text{
		{JA: "ismslint new に、番号（B-24）、文書名又は番号の英字（CAR）を指定すると作ります", EN: "ismslint new creates what a number (B-24), a title or the letters of an id (CAR) name"},
	}}
	return report.WriteView(a.stdout, report.Text, view, a.reportOptions())
}

// listed returns what new would create of an entry, the id and the place, or
// why it would not.
func listed(s *isms.System, e *isms.Entry, c *scaffold.Creation, err error) []report.Cell {
	dim := func(kind message.Text, where message.Text) []report.Cell {
		return []report.Cell{{Text: kind, Tone: report.Dim}, report.TextCell(""), {Text: where, Tone: report.Dim}}
	}
	made := func(kind message.Text, where string) []report.Cell {
		return []report.Cell{{Text: kind}, report.TextCell(c.ID), report.TextCell(where)}
	}
	switch f := s.Document(e.Number); {
	case err != nil && f != nil && !e.Records && (e.Form == "" || e.Kind == isms.KindDocument):
		return dim(words("（作成済）", "(exists)"), message.Same(f.Path))
	case err != nil && f == nil && !e.Records && e.Form != "":
		return dim(words("（文書なし）", "(no document yet)"), message.Text{})
	case err != nil:
		return dim(words("—", "—"), reason(err))
	case c.Line > 0:
		return made(words("行", "row"), fmt.Sprintf("%s:%d", c.Path, c.Line))
	case e.Records:
		return made(words("記録", "record"), c.Path)
	}
	return made(words("文書", "document"), c.Path)
}

func title(e *isms.Entry) string {
	if e.TitleEN != "" {
		return e.TitleEN
	}
	return e.Title
}

// reason returns the text of an error in both languages.
func reason(err error) message.Text {
	if m := (*message.Error)(nil); errors.As(err, &m) {
		return m.Text
	}
	return message.Same(err.Error())
}

package report

import (
	"bytes"
	"fmt"
	"io"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
)

// CSV is a format of views; findings have none of that name.
const CSV = "csv"

// ViewFormats returns the formats that [WriteView] knows.
func ViewFormats() []string { return []string{Text, JSON, CSV, Markdown} }

// View is a part of the state of an ISMS in tables and trees.
type View struct {
	// Name is what is shown: documents, soa, risks, trace.
	Name string
	// AsOf is the day of judgement, Commit the commit that is shown, or "".
	AsOf   date.Date
	Commit string
	// Tables are shown one below the other. CSV has room for the first alone.
	Tables []Table
	// Notes are sentences below the tables.
	Notes []message.Text
}

// Table is one table of a view.
type Table struct {
	// Key is the name in JSON, Title the heading; no heading for an empty one.
	Key     string
	Title   message.Text
	Columns []Column
	Rows    [][]Cell
}

// Column is one column of a table.
type Column struct {
	Key   string
	Title message.Text
	// Right aligns numbers. Long columns give way first where the terminal is
	// too narrow.
	Right, Long bool
}

// Cell is one cell.
type Cell struct {
	Text message.Text
	// Value is what JSON says in its place; nil for the text.
	Value any
	Tone  Tone
}

// Tone is the meaning of a cell, which colour shows where there is colour.
type Tone uint8

// The tones.
const (
	Plain Tone = iota
	Dim
	Good
	Notable
	Bad
)

// TextCell returns a cell with a text that is the same in both languages.
func TextCell(text string) Cell { return Cell{Text: message.Same(text)} }

// NumberCell returns a cell with a whole number.
func NumberCell(n int) Cell { return Cell{Text: message.Same(fmt.Sprint(n)), Value: n} }

// ListCell returns a cell with several texts, which JSON has as a list.
func ListCell(texts []string) Cell {
	var c Cell
	for i, text := range texts {
		if i > 0 {
			c.Text.JA += "、"
			c.Text.EN += ", "
		}
		c.Text.JA += text
		c.Text.EN += text
	}
	c.Value = orEmpty(texts)
	return c
}

// WriteView writes a view in one of [ViewFormats]. Whatever came from a
// document is harmless in the output, as it is in reports of findings.
func WriteView(w io.Writer, format string, v *View, o Options) error {
	var b bytes.Buffer
	switch format {
	case Text:
		viewText(&b, v, o)
	case Markdown:
		viewMarkdown(&b, v, o)
	case CSV:
		if err := viewCSV(&b, v, o); err != nil {
			return err
		}
	case JSON:
		out, err := viewJSON(v, o)
		if err != nil {
			return err
		}
		b.Write(out)
	default:
		return message.Errorf("出力形式 %q はありません", "there is no format %q", format)
	}
	_, err := w.Write(b.Bytes())
	return err
}

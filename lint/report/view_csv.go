package report

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// viewCSV writes the first table for spreadsheets, with names of columns that
// are the same in every language.
func viewCSV(b *bytes.Buffer, v *View, o Options) error {
	if len(v.Tables) == 0 {
		return nil
	}
	t := &v.Tables[0]
	w := csv.NewWriter(b)
	header := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		header[i] = c.Key
	}
	if err := w.Write(header); err != nil {
		return err
	}
	for _, row := range t.Rows {
		record := make([]string, len(row))
		for i, c := range row {
			record[i] = csvText(c.Text.In(o.Language))
		}
		if err := w.Write(record); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

// csvText keeps a spreadsheet from taking a text for a formula. Blanks before
// it do not hide one.
func csvText(s string) string {
	first := strings.TrimLeft(s, " \u3000")
	if first != "" && (strings.ContainsAny(first[:1], "=+-@\t\r\n") || fullWidthFormula(first)) {
		s = "'" + s
	}
	return clean(strings.ReplaceAll(s, "\n", " "))
}

// fullWidthFormula reports whether a text begins with the full-width form of a
// mark that begins a formula: Excel in Japanese takes one for the other.
func fullWidthFormula(s string) bool {
	for _, mark := range []string{"＝", "＋", "－", "＠"} {
		if strings.HasPrefix(s, mark) {
			return true
		}
	}
	return false
}

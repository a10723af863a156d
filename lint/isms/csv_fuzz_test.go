package isms

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/document"
)

// FuzzCSV holds the cells against those that package encoding/csv reads.
func FuzzCSV(f *testing.F) {
	for _, seed := range []string{"a,b\n1,2\n", "\"a\"\"b\",c\r\nd,\"e\nf\"", "\uFEFFa,b\n", "a,\"b\n", "a, \"b\" ,c\n,,\n", "\r\r\n,"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		table, problem := readCSV([]byte(content))
		if problem != nil {
			if at := problem.at; at.Start < 0 || at.End < at.Start || at.End > len(content) || problem.message.IsZero() {
				t.Fatalf("problem %+v", problem)
			}
			return
		}
		var got [][]string
		for _, cells := range allCells(table) {
			var line []string
			for _, c := range cells {
				if c.Span.Start < 0 || c.Span.End < c.Span.Start || c.Span.End > len(content) {
					t.Fatalf("span %v of %q", c.Span, c.Text)
				}
				line = append(line, c.Text)
			}
			got = append(got, line)
		}
		if strings.ContainsAny(content, "\r \t\u3000\u00A0\"\uFEFF") {
			return // where the two differ on purpose
		}
		r := csv.NewReader(strings.NewReader(content))
		r.FieldsPerRecord = -1
		want, err := r.ReadAll()
		if err != nil {
			t.Fatalf("encoding/csv: %v", err)
		}
		want = slices.DeleteFunc(want, func(record []string) bool {
			return !slices.ContainsFunc(record, func(cell string) bool { return cell != "" })
		})
		if !slices.EqualFunc(got, want, slices.Equal) {
			t.Fatalf("got %q, want %q", got, want)
		}
	})
}

func allCells(t *document.Table) [][]document.TableCell {
	var all [][]document.TableCell
	if t.Header != nil {
		all = append(all, t.Header)
	}
	for _, r := range t.Rows {
		all = append(all, r.Cells)
	}
	return all
}

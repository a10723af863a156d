package isms

import (
	"slices"
	"strings"
)

// rowTitle returns what the row is about in a few words: the first column that
// is called after the name or content of the thing, else the first text.
func rowTitle(r *Row) string {
	for _, name := range TitleColumns() {
		if v := r.Written(name); !v.None() {
			return oneLine(v.Text)
		}
	}
	s := r.Table.Schema
	for i := range s.Columns {
		c := &s.Columns[i]
		if slices.Contains(s.Key, c.Name) || len(c.Values)+len(c.References) > 0 || c.Factor != "" || c.Residual != "" {
			continue
		}
		if v := r.At(i); !v.None() {
			return oneLine(v.Text)
		}
	}
	return ""
}

// TitleColumns returns the names of the columns, in the schemas of forms, that
// say what a row is about, best first.
func TitleColumns() []string {
	return []string{"name", "threat", "measure", "course", "scenario", "content", "process", "target", "agenda", "progress", "person"}
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

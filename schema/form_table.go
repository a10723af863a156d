package schema

import (
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
)

// Column returns the column with the given name, or nil.
func (t *Table) Column(name string) *Column {
	i, ok := t.byName[name]
	if !ok {
		return nil
	}
	return &t.Columns[i]
}

// Index returns the place of the column with the given name, or -1.
func (t *Table) Index(name string) int {
	i, ok := t.byName[name]
	if !ok {
		return -1
	}
	return i
}

// Match returns the place of the column that a header text names by one of its
// labels or by its name. The text is in the form of [fold.Key]; one that is
// written exactly as a label is found without.
func (t *Table) Match(key string) (int, bool) {
	i, ok := t.byLabel[key]
	return i, ok
}

// MatchText returns the place of the column that a header text names, width,
// case and blanks aside.
func (t *Table) MatchText(text string) (int, bool) {
	if i, ok := t.byLabel[text]; ok {
		return i, true
	}
	return t.Match(fold.Key(text))
}

// HasSection reports whether a label names a field together with the section
// that it stands in, as 有効性の確認/結果 does. The title is in the form of
// [fold.Key].
func (t *Table) HasSection(title string) bool { return t.sections[title] }

// With returns the table with other columns. The caller must not change them
// afterwards.
func (t *Table) With(columns []Column, present [][]string) *Table {
	changed := *t
	changed.Columns, changed.Present = columns, present
	changed.index()
	return &changed
}

// index makes columns known by their labels, then by other ways to write
// "number", and last by their names. Of two columns with one label the first
// counts.
func (t *Table) index() {
	t.byName, t.byLabel = make(map[string]int, len(t.Columns)), make(map[string]int, 8*len(t.Columns))
	t.sections = map[string]bool{}
	for i := range t.Columns {
		for _, label := range t.Columns[i].Labels {
			key := fold.Key(label)
			t.label(key, i)
			if section, _, ok := strings.Cut(key, "/"); ok {
				t.sections[section] = true
			}
		}
	}
	for i := range t.Columns {
		for _, label := range t.Columns[i].Labels {
			for _, other := range otherNumbers(fold.Key(label)) {
				t.label(other, i)
			}
		}
	}
	for i := range t.Columns {
		for _, label := range t.Columns[i].Labels {
			t.label(label, t.byLabel[fold.Key(label)])
		}
	}
	for i := range t.Columns {
		t.byName[t.Columns[i].Name] = i
		t.label(fold.Key(t.Columns[i].Name), i)
	}
}

func (t *Table) label(key string, column int) {
	if _, taken := t.byLabel[key]; !taken {
		t.byLabel[key] = column
	}
}

// otherNumbers returns other ways to write a label that ends in 番号 or ID.
func otherNumbers(key string) []string {
	if stem, ok := strings.CutSuffix(key, "番号"); ok && stem != "" {
		return []string{stem + "no", stem + "no.", stem + "id", stem + "#", stem + "コード"}
	}
	if stem, ok := strings.CutSuffix(key, "id"); ok && stem != "" {
		return []string{stem + "no", stem + "no.", stem + "number", stem + "#"}
	}
	return nil
}

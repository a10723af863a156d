package schema

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/message"
)

// RecordTable is the name of the table that the fields of a record make up:
// one row for each record of a form.
const RecordTable = "record"

// Form says what the tables and fields of one form of the catalogue mean
// (domain §4).
type Form struct {
	// Number is the form's number in the built-in catalogue.
	Number string
	Title  message.Text
	// Record are the fields of a record that is kept as a file of its own;
	// nil for a register.
	Record *Table
	// Tables are the tables of the form, the main one first.
	Tables []*Table
	// Required are the tables that must be there: at least one of each group.
	Required [][]string
}

// Table says what the rows of one table mean.
type Table struct {
	Name               string
	Title, Description message.Text
	Columns            []Column
	// Key are the columns that together identify a row. A table of a document
	// is told by the first of them.
	Key []string
	// Defines are the kinds of ids that the rows give to things, such as
	// asset, each with the column that holds it.
	Defines map[string]string
	// Order are lists of columns whose dates do not fall from left to right
	// (FRM-5). A list may end with approved_on, the day of approval of a record.
	Order [][]string
	// Any are groups of columns, or of tables of the same record, one of which
	// must be filled in.
	Any [][]string
	// Present are groups of columns one of which must exist; whether their
	// cells may be empty depends on other cells and is for other rules to say.
	Present [][]string
	// Sheet marks rows that a record may also give as fields, one row to a
	// record.
	Sheet bool

	byName, byLabel map[string]int
}

// Column says what the cells of one column mean. A required column must exist,
// and its cells must not be empty (FRM-1).
type Column struct {
	Property
	// Time marks dates that a time of day may follow.
	Time bool
	// List marks cells that may hold several values.
	List bool
	// References are the kinds of ids that every value of a cell must be one
	// of; Mentions those that may stand in its text (FRM-4).
	References, Mentions []string
	// NoneAllowed marks a required column for which "none" is an answer.
	NoneAllowed bool
	// Also are texts that a cell may hold besides values of its type.
	Also []string
	// Units may follow a number.
	Units []string
	// Excuses are texts for which the other cells of the row, the references
	// aside, may be empty.
	Excuses []string
	// Factor and Residual name the factor of the risk model whose value the
	// column holds, before and after treatment.
	Factor, Residual string

	values map[string]string
}

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

// Match returns the place of the column that a header text names, in the form
// of [fold.Key]: by one of its labels or by its name.
func (t *Table) Match(key string) (int, bool) {
	i, ok := t.byLabel[key]
	return i, ok
}

// Table returns the table with the given name, the fields of a record
// included, or nil.
func (f *Form) Table(name string) *Table {
	if f.Record != nil && f.Record.Name == name {
		return f.Record
	}
	for _, t := range f.Tables {
		if t.Name == name {
			return t
		}
	}
	return nil
}

// Canonical returns the value of the enumeration that a text names: the value
// itself or one of its labels, width, case and blanks aside.
func (c *Column) Canonical(text string) (string, bool) {
	if v, ok := c.values[text]; ok {
		return v, true
	}
	v, ok := c.values[fold.Key(text)]
	return v, ok
}

// Choices lists the values of an enumeration as people write them in either
// language, for messages.
func (c *Column) Choices() message.Text {
	words := make([]message.Text, 0, len(c.Values))
	for _, v := range c.Values {
		w := message.Same(v.Value)
		for _, label := range slices.Backward(v.Labels) {
			if isLatin(label) {
				w.EN = label
			} else {
				w.JA = label
			}
		}
		words = append(words, w)
	}
	return list(words)
}

func isLatin(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

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
	for i := range t.Columns {
		for _, label := range t.Columns[i].Labels {
			t.label(fold.Key(label), i)
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

package schema

import (
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
	// Log marks a table that rows are added to as things happen: rows may be
	// added without a new revision of the document, but neither changed nor
	// removed (FRM-6).
	Log bool
	// Sheet marks rows that a record may also give as fields, one row to a
	// record.
	Sheet bool

	byName, byLabel map[string]int
	// sections are the titles of sections that labels name before a slash, in
	// the form of fold.Key.
	sections map[string]bool
}

// Column says what the cells of one column mean. A required column must exist,
// and its cells must not be empty (FRM-1).
type Column struct {
	Property
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

	values  map[string]string
	excuses map[string]bool
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

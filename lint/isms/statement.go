package isms

import (
	"slices"

	"github.com/ismslint/ismslint/lint/standard"
)

// statementForm is the number of the Statement of Applicability in the
// built-in catalogue, and statementTable the name of its table.
const (
	statementForm  = "ISMS-A-02"
	statementTable = "controls"
)

// Applicability says whether a control applies.
type Applicability uint8

// The degrees of applicability. Undecided rows have a cell that is empty or
// that cannot be understood.
const (
	Undecided Applicability = iota
	Applicable
	Excluded
)

// Statement is the Statement of Applicability in one document (domain §4.1,
// what it says of every control.
type Statement struct {
	File *File
	// Edition is the one whose ids and titles count. Foreign is the edition
	// that the ids are of when most of them do not exist in Edition, or "".
	Edition, Foreign standard.Edition
	// Tables are the tables of the statement, Rows their rows in order. Rows
	// that only head a group of controls are left out.
	Tables []*Table
	Rows   []StatementRow

	byID map[string]int
}

// StatementRow is what the statement says of one control.
type StatementRow struct {
	*Row
	// Written is the id as written, ID its form A.5.1, or the one of a control
	// of the organisation's own; "" when the cell holds no id at all.
	Written Value
	ID      string
	// Control is the control of Annex A, nil when the edition has none of the
	// id. Own marks a control of the organisation's own.
	Control    *standard.Control
	Own        bool
	Applicable Applicability
}

// newStatement reads the statement that a file holds, or returns nil.
func newStatement(f *File, std *standard.Standard, edition standard.Edition) *Statement {
	s := &Statement{File: f, Edition: edition, byID: map[string]int{}}
	for _, t := range f.Tables {
		if t.Form == statementForm && t.Name == statementTable {
			s.Tables = append(s.Tables, t)
		}
	}
	if s.Tables == nil {
		return nil
	}
	for _, t := range s.Tables {
		for i := range t.Rows {
			if row, ok := statementRow(&t.Rows[i], std, edition); ok {
				s.Rows = append(s.Rows, row)
			}
		}
	}
	for i := range s.Rows {
		if id := s.Rows[i].ID; id != "" {
			if _, taken := s.byID[id]; !taken {
				s.byID[id] = i
			}
		}
	}
	s.Foreign = s.foreign(std)
	return s
}

// statementRow reads one row. ok is false for a row that heads a group.
func statementRow(r *Row, std *standard.Standard, edition standard.Edition) (row StatementRow, ok bool) {
	row = StatementRow{Row: r, Written: r.Written("control")}
	row.ID, row.Own = statedID(row.Written.Text)
	row.Control, _ = std.Control(edition, row.ID)
	switch r.Value("applicable").Text {
	case "yes":
		row.Applicable = Applicable
	case "no":
		row.Applicable = Excluded
	}
	_, group := std.Group(edition, row.ID)
	return row, !group || row.Control != nil || row.Applicable != Undecided
}

// foreign returns the edition that most ids are of when fewer than half of
// them exist in the statement's own.
func (s *Statement) foreign(std *standard.Standard) standard.Edition {
	own, total := 0, 0
	count := map[standard.Edition]int{}
	for i := range s.Rows {
		row := &s.Rows[i]
		if row.Own || row.ID == "" {
			continue
		}
		total++
		if row.Control != nil {
			own++
		}
		for _, e := range std.EditionsOf(row.ID) {
			count[e]++
		}
	}
	best := standard.Edition("")
	for _, e := range slices.Backward(standard.Editions()) {
		if e != s.Edition && count[e] > max(own, total/2, count[best]) {
			best = e
		}
	}
	if 2*own >= total {
		return ""
	}
	return best
}

// Row returns the first row about a control, or nil.
func (s *Statement) Row(id string) *StatementRow {
	i, ok := s.byID[id]
	if !ok {
		return nil
	}
	return &s.Rows[i]
}

// Statement returns the Statement of Applicability in force, or nil. Of several
// it is the first; that there are several is another defect.
func (s *System) Statement() *Statement {
	for _, t := range s.Tables(statementForm, statementTable) {
		if t.File.Statement != nil {
			return t.File.Statement
		}
	}
	return nil
}

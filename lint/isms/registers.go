package isms

import (
	"iter"
	"maps"
	"slices"

	"github.com/ismslint/ismslint/lint/fold"
)

// registers are the tables of a system and the ids that their rows define.
type registers struct {
	tables map[tableName][]*Table
	kinds  map[string]*kind
}

type tableName struct{ form, name string }

// kind is one kind of things that have ids, such as asset.
type kind struct {
	rows map[string]*Row // by the id in the form of fold.Key
	ids  []string        // as written, in the order of files and rows
	from *Table          // the first table that defines ids of the kind

	doubts doubts
}

// newRegisters joins the tables of the files. Obsolete documents count no more.
func newRegisters(files []*File) *registers {
	r := &registers{tables: map[tableName][]*Table{}, kinds: map[string]*kind{}}
	for _, f := range files {
		if f.Meta.Status == Obsolete {
			continue
		}
		for _, t := range f.Tables {
			name := tableName{t.Form, t.Name}
			r.tables[name] = append(r.tables[name], t)
			for k, column := range t.Schema.Defines {
				r.define(k, t, column)
			}
		}
	}
	for _, f := range files {
		if f.Meta.Status != Obsolete {
			r.unreadRows(f)
		}
	}
	for _, k := range r.kinds {
		k.count()
	}
	return r
}

func (r *registers) define(name string, t *Table, column string) {
	if !t.Has(column) && !t.Fields {
		return
	}
	k := r.kinds[name]
	if k == nil {
		k = &kind{rows: make(map[string]*Row, len(t.Rows)), from: t}
		r.kinds[name] = k
	}
	isKey := len(t.Schema.Key) == 1 && t.Schema.Key[0] == column
	for i := range t.Rows {
		id := t.Rows[i].Written(column)
		key := fold.Key(id.Text)
		switch {
		case id.None() || id.Ditto():
			if !t.Fields && (isKey || t.Rows[i].shifted) {
				k.doubts.rows++
			}
		case k.rows[key] == nil:
			k.rows[key] = &t.Rows[i]
			k.ids = append(k.ids, id.Text)
		case isKey:
			k.doubts.repeat(key)
		}
	}
}

// Tables returns the tables of a form, by its number in the built-in catalogue
// and the name of the table in the form's schema, in the order of files and
// places.
func (s *System) Tables(form, name string) []*Table {
	s.note(readForm, form)
	return s.registers().tables[tableName{form, name}]
}

// AllTables returns the tables of all forms in the order of the files.
func (s *System) AllTables() iter.Seq[*Table] {
	return func(yield func(*Table) bool) {
		for _, f := range s.Files() {
			if f.Meta.Status == Obsolete {
				continue
			}
			for _, t := range f.Tables {
				if !yield(t) {
					return
				}
			}
		}
	}
}

// Rows returns the rows of the tables of a form, however they are kept: in a
// document, in a CSV file beside it, or as one record each.
func (s *System) Rows(form, name string) iter.Seq[*Row] {
	return func(yield func(*Row) bool) {
		for _, t := range s.Tables(form, name) {
			for i := range t.Rows {
				if !yield(&t.Rows[i]) {
					return
				}
			}
		}
	}
}

// Defines reports whether any table of the ISMS gives ids to things of a kind
// (asset, risk, plan, law, supplier, objective, incident …).
func (s *System) Defines(kind string) bool { return s.kind(kind) != nil }

// Kinds returns the kinds of things that have ids, sorted.
func (s *System) Kinds() []string {
	s.note(ReadAll, "")
	return slices.Sorted(maps.Keys(s.registers().kinds))
}

func (s *System) kind(name string) *kind {
	s.note(readKind, name)
	return s.registers().kinds[name]
}

// Find returns the row that defines the id of a thing of a kind, width, case
// and blanks aside, or nil. Of several rows with one id it is the first.
func (s *System) Find(kind, id string) *Row {
	k := s.kind(kind)
	if k == nil {
		return nil
	}
	return k.rows[fold.Key(id)]
}

// IDs returns the ids of the things of a kind as written, in the order of
// files and rows.
func (s *System) IDs(kind string) []string {
	k := s.kind(kind)
	if k == nil {
		return nil
	}
	return slices.Clip(k.ids)
}

// DefinedIn returns the first table that defines ids of a kind, or nil.
func (s *System) DefinedIn(kind string) *Table {
	k := s.kind(kind)
	if k == nil {
		return nil
	}
	return k.from
}

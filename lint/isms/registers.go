package isms

import (
	"iter"
	"slices"

	"github.com/ismslint/ismslint/lint/fold"
)

// kindIndex finds the files whose tables define ids, or name rows that do, by
// the kind of thing.
var kindIndex = NewIndex("kind", func(f *File, add func(string)) {
	for _, t := range f.Tables {
		for name := range t.Schema.Defines {
			add(name)
		}
	}
	if f.RowsFile != nil && f.Form != nil {
		for _, s := range f.Form.Tables {
			for name := range s.Defines {
				add(name)
			}
		}
	}
})

// definesIndex finds the files that define ids, or might, by the kind of thing,
// and idIndex those that define an id by the kind and the id.
var (
	definesIndex = NewIndex("defines", func(f *File, add func(string)) {
		eachDefinition(f, func(kind string, _ *Table, _ string) { add(kind) })
	})
	idIndex = NewIndex("id", func(f *File, add func(string)) {
		eachDefinition(f, func(kind string, t *Table, column string) {
			for i := range t.Rows {
				if id := t.Rows[i].Written(column); !id.None() && !id.Ditto() {
					add(kind + " " + fold.Key(id.Text))
				}
			}
		})
	})
)

type rowsKey struct{}

// rowsByID are the rows of a file by the kind and the id that they define, the
// first of those with one id.
func rowsByID(f *File) map[string]*Row {
	rows := map[string]*Row{}
	eachDefinition(f, func(kind string, t *Table, column string) {
		for i := range t.Rows {
			id := t.Rows[i].Written(column)
			if key := kind + " " + fold.Key(id.Text); rows[key] == nil && !id.None() && !id.Ditto() {
				rows[key] = &t.Rows[i]
			}
		}
	})
	return rows
}

// eachDefinition visits the columns of a file that define ids.
func eachDefinition(f *File, visit func(kind string, t *Table, column string)) {
	if f.Meta.Status == Obsolete {
		return
	}
	for _, t := range f.Tables {
		for kind, column := range t.Schema.Defines {
			if t.Has(column) || t.Fields {
				visit(kind, t, column)
			}
		}
	}
}

// tableIndex finds the files that have a table.
var tableIndex = NewIndex("table", func(f *File, add func(string)) {
	for _, t := range f.Tables {
		add(t.Form + " " + t.Name)
	}
})

type (
	tableName struct{ form, name string }
	kindName  string
)

// kind is one kind of things that have ids, such as asset.
type kind struct {
	rows map[string]*Row // by the id in the form of fold.Key
	ids  []string        // as written, in the order of files and rows

	doubts doubts
}

// newKind joins the tables of the files that define ids of a kind; nil when
// there are none. Obsolete documents count no more.
func newKind(name string, files []*File) *kind {
	var k *kind
	for _, f := range files {
		if f.Meta.Status == Obsolete {
			continue
		}
		for _, t := range f.Tables {
			if column, ok := t.Schema.Defines[name]; ok && (t.Has(column) || t.Fields) {
				if k == nil {
					k = &kind{rows: make(map[string]*Row, len(t.Rows))}
				}
				k.define(t, column)
			}
		}
	}
	if k == nil {
		return nil
	}
	for _, f := range files {
		if f.Meta.Status != Obsolete {
			k.unreadRows(name, f)
		}
	}
	k.count()
	return k
}

func (k *kind) define(t *Table, column string) {
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
	return Derived(s, tableName{form, name}, func(s *System) []*Table {
		var all []*Table
		for _, f := range s.Lookup(tableIndex, form+" "+name) {
			if f.Meta.Status == Obsolete {
				continue
			}
			for _, t := range f.Tables {
				if t.Form == form && t.Name == name {
					all = append(all, t)
				}
			}
		}
		return slices.Clip(all)
	})
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
func (s *System) Defines(kind string) bool { return s.Has(definesIndex, kind) }

// Kinds returns the kinds of things that have ids, sorted. The caller must not
// change the list.
func (s *System) Kinds() []string {
	return s.keys(definesIndex)
}

func (s *System) kind(name string) *kind {
	return Derived(s, kindName(name), func(s *System) *kind { return newKind(name, s.Lookup(kindIndex, name)) })
}

// Find returns the row that defines the id of a thing of a kind, width, case
// and blanks aside, or nil. Of several rows with one id it is the first.
func (s *System) Find(kind, id string) *Row {
	key := fold.Key(id)
	if s.reads != nil { // depend on the id, not on the kind as a whole
		files := s.Lookup(idIndex, kind+" "+key)
		if len(files) == 0 {
			return nil
		}
		return Fact(files[0], rowsKey{}, rowsByID)[kind+" "+key]
	}
	k := s.kind(kind)
	if k == nil {
		return nil
	}
	return k.rows[key]
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
	files := s.Lookup(definesIndex, kind)
	if len(files) == 0 {
		return nil
	}
	var first *Table
	eachDefinition(files[0], func(name string, t *Table, _ string) {
		if first == nil && name == kind {
			first = t
		}
	})
	return first
}

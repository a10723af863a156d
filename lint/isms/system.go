package isms

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
)

// System is the whole ISMS as of one day.
type System struct {
	*Organization

	asOf  date.Date
	files []*File
	paths func() map[string]bool
	reads *Reads // what is asked for is noted here; nil notes nothing

	// Keys are the public keys of the people, nil where nothing needs them.
	Keys       *Keyring
	statements *Statements
	// ConfigDigest is what an approval of the configuration binds to.
	ConfigDigest string
	// Past is what the history knows, nil where there is none.
	Past Past

	// What is joined from the files is joined when it is first asked for.
	shared *shared
	risks  func() []Risk
}

// The indexes by what identifies files.
var (
	numberIndex = NewIndex("number", func(f *File, add func(string)) {
		if f.Kind == Controlled {
			add(f.Meta.Number.Text)
		}
	})
	titleIndex = NewIndex("title", func(f *File, add func(string)) {
		if f.Kind == Controlled {
			add(fold.Key(f.Meta.Title.Text))
		}
	})
	formIndex = NewIndex("form", func(f *File, add func(string)) {
		if f.Kind == RecordFile {
			add(f.Meta.Form.Text)
		}
	})
	kindOfIndex = NewIndex("kind-of-file", func(f *File, add func(string)) { add(string(f.Kind)) })
	ofFormIndex = NewIndex("of-form", func(f *File, add func(string)) {
		if f.Form != nil {
			add(f.Form.Number)
		}
	})
	ofEntryIndex = NewIndex("of-entry", func(f *File, add func(string)) {
		if f.Entry != nil {
			add(f.Entry.Form)
		}
	})
	recordIndex = NewIndex("record", func(f *File, add func(string)) {
		if f.Kind == RecordFile {
			add(f.Meta.Record.Text)
		}
	})
)

// System joins the files, in any order, into a system. paths returns all paths
// of the snapshot, documents or not; nil has none.
func (b *Builder) System(files []*File, paths func() []string, asOf date.Date) *System {
	byPath := func(a, b *File) int { return strings.Compare(a.Path, b.Path) }
	if !slices.IsSortedFunc(files, byPath) {
		slices.SortFunc(files, byPath)
	}
	return &System{
		Organization: b.org, asOf: asOf, files: files, shared: &shared{},
		paths: sync.OnceValue(func() map[string]bool { return allPaths(paths) }),
		risks: sync.OnceValue(func() []Risk { return risksOf(files) }),
	}
}

// allPaths are the paths and every folder above them.
func allPaths(paths func() []string) map[string]bool {
	if paths == nil {
		return nil
	}
	files := paths()
	all := make(map[string]bool, len(files))
	for _, p := range files {
		for p != "." && p != "" && !all[p] {
			all[p] = true
			p = p[:max(strings.LastIndexByte(p, '/'), 0)]
		}
	}
	return all
}

// AsOf returns the day of judgement.
func (s *System) AsOf() date.Date {
	if s.reads != nil {
		s.reads.Day = true
	}
	return s.asOf
}

// Follows reports whether a day comes after the day of judgement. A result
// that depends on nothing else of the day holds until that day has come.
func (s *System) Follows(day date.Date) bool {
	after := day.After(s.asOf)
	switch {
	case s.reads == nil:
	case after:
		s.reads.before(day)
	default:
		s.reads.notBefore(day)
	}
	return after
}

// Files returns the files of the ISMS in the order of their paths. The caller
// must not change the list.
func (s *System) Files() []*File {
	s.note(ReadAll, "")
	return s.files
}

// HasPath reports whether a file or folder exists at a path below the root of
// the ISMS.
func (s *System) HasPath(p string) bool {
	s.note(ReadPaths, "")
	return s.paths()[p]
}

// Paths returns the files and folders below the root of the ISMS, sorted.
func (s *System) Paths() []string {
	s.note(ReadPaths, "")
	return slices.Sorted(maps.Keys(s.paths()))
}

// Documents returns the controlled files with the given number: none when it
// is missing, several when it is duplicated.
func (s *System) Documents(number string) []*File {
	return s.Lookup(numberIndex, number)
}

// Document returns the current controlled file with the given number, leaving
// obsolete ones out, or nil.
func (s *System) Document(number string) *File {
	for _, f := range s.Documents(number) {
		if f.Meta.Status != Obsolete {
			return f
		}
	}
	return nil
}

// Titled returns the controlled files whose own title is the given one.
func (s *System) Titled(title string) []*File {
	return s.Lookup(titleIndex, fold.Key(title))
}

// OfKind returns the files of a kind.
func (s *System) OfKind(kind FileKind) []*File { return s.Lookup(kindOfIndex, string(kind)) }

// OfForm returns the documents and records whose tables and fields are those of
// a form, by its number in the built-in catalogue. Blank forms are not among
// them.
func (s *System) OfForm(form string) []*File { return s.Lookup(ofFormIndex, form) }

// OfEntry returns the documents and records whose entry of the catalogue is that
// of a form, by its number in the built-in catalogue.
func (s *System) OfEntry(form string) []*File { return s.Lookup(ofEntryIndex, form) }

// Records returns the records made with a form.
func (s *System) Records(form string) []*File {
	return s.Lookup(formIndex, form)
}

// Gone returns the records that were removed, see [Past.Gone]; nothing where
// there is no history.
func (s *System) Gone(most int) ([]Gone, error) {
	if s.Past == nil {
		return nil, nil
	}
	s.note(ReadPast, "")
	return s.Past.Gone(most)
}

// Record returns the records with the given id.
func (s *System) Record(id string) []*File {
	return s.Lookup(recordIndex, id)
}

// RecordIDs returns the ids of all records, sorted. The caller must not change
// the list.
func (s *System) RecordIDs() []string {
	ids := s.keys(recordIndex)
	if len(ids) > 0 && ids[0] == "" {
		return ids[1:]
	}
	return ids
}

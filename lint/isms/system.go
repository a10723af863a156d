package isms

import (
	"maps"
	"slices"
	"sort"
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
	Keys      *Keyring
	approvals func() approvals
	// ConfigDigest is what an approval of the configuration binds to.
	ConfigDigest string
	// Past is what the history knows, nil where there is none.
	Past Past

	// What is joined from the files is joined when it is first asked for.
	index     func() *index
	registers func() *registers
	risks     func() []Risk
}

// index finds files by what identifies them.
type index struct {
	byNumber, byForm, byRecord, byTitle map[string][]*File
}

// System joins the files, in any order, into a system. paths are all paths of
// the snapshot, documents or not.
func (b *Builder) System(files []*File, paths []string, asOf date.Date) *System {
	byPath := func(a, b *File) int { return strings.Compare(a.Path, b.Path) }
	if !slices.IsSortedFunc(files, byPath) {
		slices.SortFunc(files, byPath)
	}
	return &System{
		Organization: b.org, asOf: asOf, files: files,
		paths:     sync.OnceValue(func() map[string]bool { return allPaths(paths) }),
		index:     sync.OnceValue(func() *index { return newIndex(files) }),
		registers: sync.OnceValue(func() *registers { return newRegisters(files) }),
		risks:     sync.OnceValue(func() []Risk { return risksOf(files) }),
	}
}

func newIndex(files []*File) *index {
	x := &index{byNumber: map[string][]*File{}, byForm: map[string][]*File{}, byRecord: map[string][]*File{}, byTitle: map[string][]*File{}}
	for _, f := range files {
		switch m := f.Meta; f.Kind {
		case Controlled:
			x.byNumber[m.Number.Text] = append(x.byNumber[m.Number.Text], f)
			title := fold.Key(m.Title.Text)
			x.byTitle[title] = append(x.byTitle[title], f)
		case RecordFile:
			x.byForm[m.Form.Text] = append(x.byForm[m.Form.Text], f)
			x.byRecord[m.Record.Text] = append(x.byRecord[m.Record.Text], f)
		}
	}
	return x
}

// allPaths are the paths and every folder above them.
func allPaths(paths []string) map[string]bool {
	all := make(map[string]bool, len(paths))
	for _, p := range paths {
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
	s.note(readNumber, number)
	return s.index().byNumber[number]
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
	s.note(ReadAll, "")
	return s.index().byTitle[fold.Key(title)]
}

// Records returns the records made with a form.
func (s *System) Records(form string) []*File {
	s.note(readForm, form)
	return s.index().byForm[form]
}

// Record returns the records with the given id.
func (s *System) Record(id string) []*File {
	s.note(readRecord, id)
	return s.index().byRecord[id]
}

// RecordIDs returns the ids of all records, sorted.
func (s *System) RecordIDs() []string {
	s.note(ReadAll, "")
	byRecord := s.index().byRecord
	ids := make([]string, 0, len(byRecord))
	for id := range byRecord {
		if id != "" {
			ids = append(ids, id)
		}
	}
	sort.Strings(ids)
	return ids
}

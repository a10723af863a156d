package isms

import (
	"maps"
	"slices"
	"sort"
	"sync"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
)

// System is the whole ISMS as of one day.
type System struct {
	*Organization
	// AsOf is the day of judgement.
	AsOf date.Date
	// Files are the files of the ISMS in the order of their paths.
	Files []*File

	paths    map[string]bool
	byNumber map[string][]*File
	byForm   map[string][]*File
	byRecord map[string][]*File
	byTitle  map[string][]*File

	// Keys are the public keys of the people, nil where nothing needs them.
	Keys      *Keyring
	approvals func() approvals
	// ConfigDigest is what an approval of the configuration binds to.
	ConfigDigest string
	// Past is what the history knows, nil where there is none.
	Past Past

	registers registers
	risks     func() []Risk
}

// System joins the files into a system. paths are all paths of the snapshot,
// documents or not.
func (b *Builder) System(files []*File, paths []string, asOf date.Date) *System {
	s := &System{
		Organization: b.org, AsOf: asOf, Files: files,
		paths: make(map[string]bool, len(paths)), byNumber: map[string][]*File{}, byForm: map[string][]*File{},
		byRecord: map[string][]*File{}, byTitle: map[string][]*File{},
	}
	sort.Slice(s.Files, func(i, j int) bool { return s.Files[i].Path < s.Files[j].Path })
	for _, p := range paths {
		s.addPath(p)
	}
	for _, f := range s.Files {
		switch m := f.Meta; f.Kind {
		case Controlled:
			s.byNumber[m.Number.Text] = append(s.byNumber[m.Number.Text], f)
			s.byTitle[fold.Key(m.Title.Text)] = append(s.byTitle[fold.Key(m.Title.Text)], f)
		case RecordFile:
			s.byForm[m.Form.Text] = append(s.byForm[m.Form.Text], f)
			s.byRecord[m.Record.Text] = append(s.byRecord[m.Record.Text], f)
		}
	}
	s.registers = newRegisters(s.Files)
	s.risks = sync.OnceValue(func() []Risk { return risksOf(s.Files) })
	return s
}

// addPath records a path and every folder above it.
func (s *System) addPath(p string) {
	for p != "." && p != "" && !s.paths[p] {
		s.paths[p] = true
		i := len(p) - 1
		for i >= 0 && p[i] != '/' {
			i--
		}
		p = p[:max(i, 0)]
	}
}

// HasPath reports whether a file or folder exists at a path below the root of
// the ISMS.
func (s *System) HasPath(p string) bool { return s.paths[p] }

// Paths returns the files and folders below the root of the ISMS, sorted.
func (s *System) Paths() []string { return slices.Sorted(maps.Keys(s.paths)) }

// Documents returns the controlled files with the given number: none when it
// is missing, several when it is duplicated.
func (s *System) Documents(number string) []*File { return s.byNumber[number] }

// Document returns the current controlled file with the given number, leaving
// obsolete ones out, or nil.
func (s *System) Document(number string) *File {
	for _, f := range s.byNumber[number] {
		if f.Meta.Status != Obsolete {
			return f
		}
	}
	return nil
}

// Titled returns the controlled files whose own title is the given one.
func (s *System) Titled(title string) []*File { return s.byTitle[fold.Key(title)] }

// Records returns the records made with a form.
func (s *System) Records(form string) []*File { return s.byForm[form] }

// Record returns the records with the given id.
func (s *System) Record(id string) []*File { return s.byRecord[id] }

// RecordIDs returns the ids of all records, sorted.
func (s *System) RecordIDs() []string {
	ids := make([]string, 0, len(s.byRecord))
	for id := range s.byRecord {
		if id != "" {
			ids = append(ids, id)
		}
	}
	sort.Strings(ids)
	return ids
}

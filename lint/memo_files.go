package lint

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
)

// fileMemos is what a rule found in each file.
type fileMemos struct {
	version int // of the state that it is up to date with
	day     date.Date
	files   map[*isms.File]*ruleMemo
	// readers are the files whose results asked for a part of the system, dated
	// those that asked for the day.
	readers map[string]map[*isms.File]bool
	dated   map[*isms.File]*ruleMemo
	// speaking are those with any result, in the order of their paths.
	speaking []*isms.File
}

// EachFile applies check to every file of the system, in the order of their
// paths. What check finds may depend on nothing but the file, the configuration
// and what it asks of the system that it is given: a session keeps it while
// these are the same. A rule calls it once.
func (p *Pass) EachFile(s *isms.System, check func(*Pass, *isms.System, *isms.File)) {
	if p.memory == nil {
		for _, f := range s.Files() {
			check(p, s, f)
		}
		return
	}
	m := p.goThrough(s, eachFile{}, func(p *Pass, s *isms.System, f *isms.File) any {
		check(p, s, f)
		return nil
	})
	total := 0
	for _, f := range m.speaking {
		total += len(m.files[f].findings)
	}
	p.findings = slices.Grow(p.findings, total)
	for _, f := range m.speaking {
		p.findings = append(p.findings, m.files[f].findings...)
		p.notEvaluated = append(p.notEvaluated, m.files[f].notEvaluated...)
	}
}

type eachFile struct{}

// Gather returns what find returns for every file of the system, in the order
// of their paths. As with [Pass.EachFile], it may depend on nothing but the
// file, the configuration and what it asks of the system that it is given. key
// tells the lists of one rule apart; it is a value of a type of its own.
func Gather[T any](p *Pass, s *isms.System, key any, find func(*isms.System, *isms.File) []T) []T {
	var all []T
	if p.memory == nil {
		for _, f := range s.Files() {
			all = append(all, find(s, f)...)
		}
		return all
	}
	m := p.goThrough(s, key, func(_ *Pass, s *isms.System, f *isms.File) any {
		if found := find(s, f); len(found) > 0 {
			return found
		}
		return nil
	})
	for _, f := range m.speaking {
		all = append(all, m.files[f].value.([]T)...)
	}
	return all
}

// goThrough brings what is kept for each file under a key up to date.
func (p *Pass) goThrough(s *isms.System, key any, check func(*Pass, *isms.System, *isms.File) any) *fileMemos {
	s.Files() // notes that the rule looks at all of them
	m := p.memo.files[key]
	if m == nil {
		m = &fileMemos{files: map[*isms.File]*ruleMemo{}, readers: map[string]map[*isms.File]bool{}, dated: map[*isms.File]*ruleMemo{}}
		p.memo.files[key] = m
	}
	for _, f := range m.outdated(p.memory, s.Files()) {
		m.check(p, s, f, check)
	}
	m.version, m.day = p.memory.version, p.memory.day
	return m
}

// outdated forgets the files that are gone and returns those to be checked,
// each once.
func (m *fileMemos) outdated(mem *memory, files []*isms.File) []*isms.File {
	if m.version == 0 {
		return files
	}
	for _, f := range mem.removed {
		m.forget(f)
	}
	out := slices.Clone(mem.added)
	var taken map[*isms.File]bool // made for the first one: mostly there is none
	take := func(f *isms.File) {
		if taken == nil {
			taken = map[*isms.File]bool{}
			for _, other := range out {
				taken[other] = true
			}
		}
		if !taken[f] {
			taken[f] = true
			out = append(out, f)
		}
	}
	m.eachReader(mem.keys, take)
	if mem.day != m.day {
		for f, memo := range m.dated {
			if !memo.reads.HoldsOn(mem.day, m.day) {
				take(f)
			}
		}
	}
	return out
}

// eachReader calls visit with the files whose results asked for one of the
// parts of the system with the given keys.
func (m *fileMemos) eachReader(keys map[string]bool, visit func(*isms.File)) {
	if len(m.readers) < len(keys) {
		for key, files := range m.readers {
			if keys[key] {
				for f := range files {
					visit(f)
				}
			}
		}
		return
	}
	for key := range keys {
		for f := range m.readers[key] {
			visit(f)
		}
	}
}

func (m *fileMemos) forget(f *isms.File) {
	memo := m.files[f]
	if memo == nil {
		return
	}
	for _, key := range memo.reads.Keys() {
		delete(m.readers[key], f)
		if len(m.readers[key]) == 0 {
			delete(m.readers, key)
		}
	}
	delete(m.files, f)
	delete(m.dated, f)
	if memo.speaks() {
		i, _ := m.place(f)
		m.speaking = slices.Delete(m.speaking, i, i+1)
	}
}

func (m *fileMemos) check(p *Pass, s *isms.System, f *isms.File, check func(*Pass, *isms.System, *isms.File) any) {
	m.forget(f)
	memo := &ruleMemo{}
	own := &Pass{Organization: p.Organization, rule: p.rule}
	memo.value = check(own, s.Noting(&memo.reads), f)
	memo.findings, memo.notEvaluated = own.findings, own.notEvaluated
	m.files[f] = memo
	for _, key := range memo.reads.Keys() {
		if m.readers[key] == nil {
			m.readers[key] = map[*isms.File]bool{}
		}
		m.readers[key][f] = true
	}
	if memo.reads.Dated() {
		m.dated[f] = memo
	}
	if memo.speaks() {
		i, _ := m.place(f)
		m.speaking = slices.Insert(m.speaking, i, f)
	}
}

// speaks reports whether there is any result.
func (m *ruleMemo) speaks() bool { return len(m.findings)+len(m.notEvaluated) > 0 || m.value != nil }

// place returns the index of a file in the list of those that speak.
func (m *fileMemos) place(f *isms.File) (int, bool) {
	return slices.BinarySearchFunc(m.speaking, f.Path, func(f *isms.File, path string) int { return strings.Compare(f.Path, path) })
}

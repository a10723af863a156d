package lint

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
)

// fileMemos is what a rule found in each file.
type fileMemos struct {
	day   date.Date
	files map[*isms.File]*ruleMemo
	// readers are the files whose results asked for a part of the system, daily
	// those that asked for the day, and speaking those with any result.
	readers  map[string]map[*isms.File]bool
	daily    map[*isms.File]bool
	speaking map[*isms.File]bool
}

// EachFile applies check to every file of the system, in the order of their
// paths. What check finds may depend on nothing but the file and what it asks
// of the system that it is given: a session keeps it while these are the same.
func (p *Pass) EachFile(s *isms.System, check func(*Pass, *isms.System, *isms.File)) {
	if p.memory == nil {
		for _, f := range s.Files() {
			check(p, s, f)
		}
		return
	}
	s.Files() // notes that the rule looks at all of them
	m := p.memo.files
	if m == nil {
		m = &fileMemos{files: map[*isms.File]*ruleMemo{}, readers: map[string]map[*isms.File]bool{}, daily: map[*isms.File]bool{}, speaking: map[*isms.File]bool{}}
		p.memo.files = m
	}
	for f := range m.outdated(p.memory, p.memo.day, s.Files()) {
		m.check(p, s, f, check)
	}
	m.day = p.memo.day
	m.noteIn(&p.memo.reads)
	for _, f := range m.inOrder() {
		p.findings = append(p.findings, m.files[f].findings...)
		p.notEvaluated = append(p.notEvaluated, m.files[f].notEvaluated...)
	}
}

// noteIn notes what the results for the files depend on as reads of the rule.
func (m *fileMemos) noteIn(reads *isms.Reads) {
	reads.Day = reads.Day || len(m.daily) > 0
	for key, files := range m.readers {
		if len(files) > 0 {
			reads.Keys[key] = true
		}
	}
}

// outdated forgets the files that are gone and returns those to be checked.
func (m *fileMemos) outdated(mem *memory, day date.Date, files []*isms.File) map[*isms.File]bool {
	out := map[*isms.File]bool{}
	if len(m.files) == 0 {
		for _, f := range files {
			out[f] = true
		}
		return out
	}
	for _, f := range mem.removed {
		m.forget(f)
	}
	for _, f := range mem.added {
		out[f] = true
	}
	for key := range mem.keys {
		for f := range m.readers[key] {
			out[f] = true
		}
	}
	if day != m.day {
		for f := range m.daily {
			out[f] = true
		}
	}
	return out
}

func (m *fileMemos) forget(f *isms.File) {
	if memo := m.files[f]; memo != nil {
		for key := range memo.reads.Keys {
			delete(m.readers[key], f)
		}
	}
	delete(m.files, f)
	delete(m.daily, f)
	delete(m.speaking, f)
}

func (m *fileMemos) check(p *Pass, s *isms.System, f *isms.File, check func(*Pass, *isms.System, *isms.File)) {
	m.forget(f)
	memo := &ruleMemo{}
	own := &Pass{Organization: p.Organization, rule: p.rule}
	check(own, s.Noting(&memo.reads), f)
	memo.findings, memo.notEvaluated = own.findings, own.notEvaluated
	m.files[f] = memo
	for key := range memo.reads.Keys {
		if m.readers[key] == nil {
			m.readers[key] = map[*isms.File]bool{}
		}
		m.readers[key][f] = true
	}
	if memo.reads.Day {
		m.daily[f] = true
	}
	if len(memo.findings)+len(memo.notEvaluated) > 0 {
		m.speaking[f] = true
	}
}

func (m *fileMemos) inOrder() []*isms.File {
	files := make([]*isms.File, 0, len(m.speaking))
	for f := range m.speaking {
		files = append(files, f)
	}
	slices.SortFunc(files, func(a, b *isms.File) int { return strings.Compare(a.Path, b.Path) })
	return files
}

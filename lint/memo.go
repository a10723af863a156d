package lint

import (
	"maps"
	"slices"
	"sync"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
)

// memory is what a session keeps of the rules of scope System from one state
// to the next: a rule is not run again while nothing that it asked for has
// changed (design §7).
type memory struct {
	version int // counts the states

	mu    sync.Mutex
	rules map[*Rule]*ruleMemo

	system *isms.System // of the last state, nil before the first
	day    date.Date
	files  []*isms.File
	// snapshot has all files, documents or not.
	snapshot *repo.Snapshot
	// added, removed and keys are what differs between the last two states.
	added, removed []*isms.File
	keys           map[string]bool
}

// ruleMemo is what became of a rule.
type ruleMemo struct {
	version      int
	day          date.Date
	reads        isms.Reads
	findings     []Finding
	notEvaluated []NotEvaluated
	value        any // what was gathered from a file
	// files is what was found file by file, by the key of the list.
	files map[any]*fileMemos
}

func newMemory() *memory {
	return &memory{rules: map[*Rule]*ruleMemo{}}
}

// advance goes on to another state and notes what has changed.
func (m *memory) advance(r *run, system *isms.System) {
	m.version++
	m.added, m.removed, m.keys = nil, nil, map[string]bool{isms.ReadPast: true}
	m.compareFiles(r.files)
	m.comparePaths(r.Snapshot)
	if m.system == nil {
		system.Begin()
	} else {
		system.Continue(m.system, m.added, m.removed, m.keys)
	}
	holds := func(reads *isms.Reads) bool { return m.holds(reads, m.day, r.AsOf) }
	system.Forget(holds)
	system.Settle(holds, m.keys)
	system.Forget(holds)
	m.system, m.day = system, r.AsOf
}

// compareFiles goes through both lists in the order of their paths.
func (m *memory) compareFiles(files []*isms.File) {
	i, j := 0, 0
	for i < len(m.files) || j < len(files) {
		switch {
		case i < len(m.files) && j < len(files) && m.files[i] == files[j]:
			i++
			j++
		case j == len(files) || i < len(m.files) && m.files[i].Path <= files[j].Path:
			m.removed = append(m.removed, m.files[i])
			i++
		default:
			m.added = append(m.added, files[j])
			j++
		}
	}
	m.files = files
}

// comparePaths notes whether files were added or removed, documents or not.
func (m *memory) comparePaths(now *repo.Snapshot) {
	if m.snapshot == nil || slices.ContainsFunc(now.Since(m.snapshot), func(path string) bool {
		_, existed := m.snapshot.Entry(path)
		_, exists := now.Entry(path)
		return existed != exists
	}) {
		m.keys[isms.ReadPaths] = true
	}
	m.snapshot = now
}

// holds reports whether what was found in the last state with these reads
// still holds.
func (m *memory) holds(reads *isms.Reads, then, day date.Date) bool {
	if !reads.HoldsOn(day, then) {
		return false
	}
	if len(reads.Keys()) > len(m.keys) {
		for key := range m.keys {
			if reads.Has(key) {
				return false
			}
		}
		return true
	}
	for _, key := range reads.Keys() {
		if m.keys[key] {
			return false
		}
	}
	return true
}

// filesHold reports whether what was found in each file still holds, where the
// files are the same.
func (m *memory) filesHold(memo *ruleMemo) bool {
	for _, files := range memo.files {
		if files.day != m.day && len(files.dated) > 0 {
			return false
		}
		holds := true
		files.eachReader(m.keys, func(*isms.File) { holds = false })
		if !holds {
			return false
		}
	}
	return true
}

// recall runs a rule of scope System, or returns what it found before.
func (m *memory) recall(p *Pass) {
	m.mu.Lock()
	memo := m.rules[p.rule]
	m.mu.Unlock()
	if memo != nil && memo.version == m.version-1 && m.holds(&memo.reads, memo.day, m.day) && m.filesHold(memo) {
		p.findings, p.notEvaluated = memo.findings, memo.notEvaluated
		memo.version, memo.day = m.version, m.day
		for _, files := range memo.files {
			files.version, files.day = m.version, m.day
		}
		return
	}
	fresh := &ruleMemo{version: m.version, day: m.day, files: map[any]*fileMemos{}}
	if memo != nil && memo.version == m.version-1 {
		fresh.files = memo.files
	}
	p.memory, p.memo = m, fresh
	p.rule.System(p, m.system.Noting(&fresh.reads))
	fresh.findings, fresh.notEvaluated = p.findings, p.notEvaluated
	maps.DeleteFunc(fresh.files, func(_ any, files *fileMemos) bool {
		return files.version != m.version // the rule did not come to them
	})
	m.mu.Lock()
	defer m.mu.Unlock()
	m.rules[p.rule] = fresh
}

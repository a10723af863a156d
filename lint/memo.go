package lint

import (
	"strings"

	"github.com/ismslint/ismslint/lint/approval"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
)

// memory is what a session keeps of the rules of scope System from one state
// to the next: a rule is not run again while nothing that it asked for has
// changed (design §7).
type memory struct {
	version int
	// changed says in which version a part of the system last changed.
	changed map[string]int
	rules   map[*Rule]*ruleMemo

	files      []*isms.File
	paths      []string // of all files, documents or not
	statements []string // paths and ids of statements of approval
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
	files        *fileMemos // nil unless the rule goes through the files one by one
}

func newMemory() *memory {
	return &memory{changed: map[string]int{}, rules: map[*Rule]*ruleMemo{}}
}

// advance notes what has changed since the last state.
func (m *memory) advance(r *run) {
	m.version++
	m.added, m.removed, m.keys = nil, nil, map[string]bool{isms.ReadPast: true}
	m.compareFiles(r.files)
	m.comparePaths(r)
	for key := range m.keys {
		m.changed[key] = m.version
	}
}

// compareFiles goes through both lists in the order of their paths.
func (m *memory) compareFiles(files []*isms.File) {
	touch := func(f *isms.File) { f.Touches(func(key string) { m.keys[key] = true }) }
	i, j := 0, 0
	for i < len(m.files) || j < len(files) {
		switch {
		case i < len(m.files) && j < len(files) && m.files[i] == files[j]:
			i++
			j++
		case j == len(files) || i < len(m.files) && m.files[i].Path <= files[j].Path:
			m.removed = append(m.removed, m.files[i])
			touch(m.files[i])
			i++
		default:
			m.added = append(m.added, files[j])
			touch(files[j])
			j++
		}
	}
	m.files = files
}

func (m *memory) comparePaths(r *run) {
	entries := r.Snapshot.Entries
	same := len(entries) == len(m.paths)
	var statements []string
	for i, e := range entries {
		same = same && m.paths[i] == e.Path
		if strings.HasPrefix(e.Path, approval.Folder+"/") {
			statements = append(statements, e.Path, e.ID)
		}
	}
	if !same {
		m.keys[isms.ReadPaths] = true
		m.paths = make([]string, len(entries))
		for i, e := range entries {
			m.paths[i] = e.Path
		}
	}
	if strings.Join(statements, "\x00") != strings.Join(m.statements, "\x00") {
		m.keys[isms.ReadApprovals] = true
		m.statements = statements
	}
}

// holds reports whether what was found with these reads still holds.
func (m *memory) holds(reads *isms.Reads, version int, then, day date.Date) bool {
	if reads.Day && then != day {
		return false
	}
	for key := range reads.Keys {
		if m.changed[key] > version {
			return false
		}
	}
	return true
}

// system runs a rule of scope System, or returns what it found before.
func (m *memory) system(p *Pass, s *isms.System, day date.Date) {
	memo := m.rules[p.rule]
	if memo != nil && m.holds(&memo.reads, memo.version, memo.day, day) {
		p.findings, p.notEvaluated = memo.findings, memo.notEvaluated
		memo.version = m.version
		return
	}
	fresh := &ruleMemo{version: m.version, day: day}
	if memo != nil {
		fresh.files = memo.files
	}
	p.memory, p.memo = m, fresh
	p.rule.System(p, s.Noting(&fresh.reads))
	fresh.findings, fresh.notEvaluated = p.findings, p.notEvaluated
	m.rules[p.rule] = fresh
}

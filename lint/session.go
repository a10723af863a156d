package lint

import (
	"sync"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// Session is what the checks of several states of one ISMS under the same
// configuration share: a file that does not change from one state to the next
// is read and checked once. It is safe for concurrent use.
type Session struct {
	rules   *ruleSet
	builder *isms.Builder
	parser  *document.Parser

	keys   *isms.Keyring // of the configuration; read once where the session remembers
	memory *memory       // nil when nothing is kept of the rules of scope System

	mu    sync.Mutex
	files map[contentID]*checked
	// check counts the checks; what neither the present nor the last one asked
	// for is forgotten when enough was added.
	check, added int
	// last are the entries of the last state, where anything is remembered.
	last []choice
}

// choice is a file of a state.
type choice struct {
	repo.Entry
	markdown, selected bool
	// known is what became of it in the last state, nil unless it is the same.
	known *checked
}

// contentID is a content under a path, by git's id.
type contentID struct{ path, blob string }

// NewSession returns a session for a configuration.
func NewSession(c *config.Config, set *schema.Set, std *standard.Standard, rules []*Rule) *Session {
	return &Session{
		rules: newRuleSet(rules, c), builder: isms.NewBuilder(c, set, std), parser: document.NewParser(),
		files: map[contentID]*checked{},
	}
}

// Remember makes the session keep what rules of scope System found as well.
// That pays where many states are checked; the states must then be checked one
// after the other, and have the same files of keys.
func (s *Session) Remember() { s.memory = newMemory() }

// Builder returns what makes files and systems under the configuration.
func (s *Session) Builder() *isms.Builder { return s.builder }

// find returns what became of a file when it was last checked, or nil. Rows
// that stand in another file must be the same, too.
func (s *Session) find(id contentID, blobOf func(path string) string) *checked {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.files[id]
	if c == nil || c.beside != "" && blobOf(c.beside) != c.besideID {
		return nil
	}
	c.used = s.check
	return c
}

func (s *Session) keep(id contentID, c *checked) {
	s.mu.Lock()
	defer s.mu.Unlock()
	c.used = s.check
	s.files[id] = c
	s.added++
}

// next ends the check of a state.
func (s *Session) next() {
	s.mu.Lock()
	defer s.mu.Unlock()
	const slack = 250 // files that may be kept beyond those in use
	if s.added > slack {
		s.added = 0
		for id, c := range s.files {
			if c.used < s.check-1 {
				delete(s.files, id)
			}
		}
	}
	s.check++
}

// choose returns the entries of a state that belong to the ISMS, with what is
// known of those that are as they were in the last state.
func (s *Session) choose(r *run) []choice {
	s.mu.Lock()
	defer s.mu.Unlock()
	all := make([]choice, len(r.Snapshot.Entries))
	chosen := make([]choice, 0, len(all))
	i := 0
	for n, e := range r.Snapshot.Entries {
		for i < len(s.last) && s.last[i].Path < e.Path {
			i++
		}
		c := &all[n]
		if i < len(s.last) && s.last[i].Path == e.Path {
			*c = s.last[i]
			if k := c.known; k != nil && (c.ID != e.ID || k.beside != "" && r.blobOf(k.beside) != k.besideID) {
				c.known = nil
			}
			c.Entry = e
		} else {
			*c = choice{Entry: e, markdown: IsMarkdown(e.Path), selected: Selected(r.Config, e.Path)}
		}
		if c.known != nil {
			c.known.used = s.check
		}
		if c.markdown {
			r.markdown++
		}
		if c.selected {
			chosen = append(chosen, *c)
		}
	}
	if s.memory != nil {
		s.last = all
	}
	return chosen
}

// remember keeps what became of the files that were chosen.
func (s *Session) remember(results []*checked) {
	n := 0
	for i := range s.last {
		if c := &s.last[i]; c.selected {
			if c.known = results[n]; c.ID == "" || c.known.file == nil {
				c.known = nil
			}
			n++
		}
	}
}

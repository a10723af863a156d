package lint

import (
	"sync"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
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

	memory *memory // nil when nothing is kept of the rules of scope System

	mu    sync.Mutex
	files map[contentID]*checked
	// used are the entries of files that the present and the last check asked
	// for; the others are forgotten.
	used [2]map[contentID]bool
}

// contentID is a content under a path, by git's id.
type contentID struct{ path, blob string }

// NewSession returns a session for a configuration.
func NewSession(c *config.Config, set *schema.Set, std *standard.Standard, rules []*Rule) *Session {
	return &Session{
		rules: newRuleSet(rules, c), builder: isms.NewBuilder(c, set, std), parser: document.NewParser(),
		files: map[contentID]*checked{}, used: [2]map[contentID]bool{{}, {}},
	}
}

// Remember makes the session keep what rules of scope System found as well.
// That pays where many states are checked; the states must then be checked one
// after the other.
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
	s.used[0][id] = true
	return c
}

func (s *Session) keep(id contentID, c *checked) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.files[id] = c
	s.used[0][id] = true
}

// next ends the check of a state.
func (s *Session) next() {
	s.mu.Lock()
	defer s.mu.Unlock()
	const slack = 1000 // files that may be kept beyond those in use
	if len(s.files) > len(s.used[0])+len(s.used[1])+slack {
		for id := range s.files {
			if !s.used[0][id] && !s.used[1][id] {
				delete(s.files, id)
			}
		}
	}
	s.used[0], s.used[1] = map[contentID]bool{}, s.used[0]
}

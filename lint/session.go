package lint

import (
	"io/fs"
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

	// keys are those of the configuration and configDigest its digest; both
	// are read once where the session remembers.
	keys         *isms.Keyring
	configDigest string
	memory       *memory // nil when nothing is kept of the rules of scope System
	facts        *facts  // nil where nothing is kept between runs

	mu sync.Mutex
	// young and old are files that were read or replaced. A session that
	// remembers drops the older generation when the younger one is full.
	young, old map[contentID]*checked
	// last are the files of the last state, where anything is remembered, and
	// its statements of approval.
	last           *roster
	lastStatements *isms.Statements
}

// contentID is a content under a path, by git's id.
type contentID struct{ path, blob string }

// NewSession returns a session for a configuration.
func NewSession(c *config.Config, set *schema.Set, std *standard.Standard, rules []*Rule) *Session {
	return &Session{
		rules: newRuleSet(rules, c), builder: isms.NewBuilder(c, set, std), parser: document.NewParser(),
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
	c := s.young[id]
	if c == nil {
		if c = s.old[id]; c == nil {
			return nil
		}
		s.put(id, c)
	}
	if c.beside != "" && blobOf(c.beside) != c.besideID {
		return nil
	}
	return c
}

func (s *Session) keep(id contentID, c *checked) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.put(id, c)
}

func (s *Session) put(id contentID, c *checked) {
	const generation = 128 // files; more than the branches of an ISMS differ in
	if s.young == nil || s.memory != nil && len(s.young) >= generation {
		s.young, s.old = map[contentID]*checked{}, s.young
	}
	s.young[id] = c
}

// Prepare reads and checks a file that a later state has, so that the check of
// that state need not. What cannot be done without the rest of the state is left
// to it.
func (s *Session) Prepare(path, blob string, read func(limit int64) ([]byte, error)) {
	id := contentID{path, blob}
	nothing := func(string) string { return "" }
	if !Selected(s.builder.Organization().Config, path) || s.find(id, nothing) != nil {
		return
	}
	src, err := read(document.MaxSize)
	if err != nil {
		return
	}
	alone := true
	f := s.builder.File(path, s.parser.Parse(src), func(string) ([]byte, error) {
		alone = false
		return nil, fs.ErrNotExist
	})
	if alone {
		c := s.apply(f)
		c.id = blob
		s.keep(id, c)
	}
}

// apply applies the rules of scope Document.
func (s *Session) apply(f *isms.File) *checked {
	pass := &Pass{Organization: s.builder.Organization()}
	for _, rule := range s.rules.document {
		pass.rule = rule
		rule.Document(pass, f)
	}
	return &checked{file: f, findings: pass.findings, notEvaluated: pass.notEvaluated}
}

package lint

import (
	"bytes"
	"slices"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
)

// configChange compares the configurations of both states; nil when they are
// the same. It is judged by the configuration before the change, or by that of
// the branch which the change is to be merged into, never by its own: who adds
// a person, a key or a role cannot approve that with them.
func (r *run) configChange() (*isms.ConfigChange, error) {
	if r.sameConfig() {
		return nil, nil
	}
	before, err := readConfig(r.Before.Snapshot)
	if err != nil {
		return nil, err
	}
	now, err := readConfig(r.Snapshot)
	if err != nil {
		return nil, err
	}
	own, old := r.parsed(now), r.parsed(before)
	c := &isms.ConfigChange{Path: config.FileName, Before: before, After: now}
	c.Digest = isms.ConfigDigest(own, now, besideReader(r.Snapshot))
	for _, p := range isms.KeyFiles(old) {
		if !sameFile(r.Before.Snapshot, r.Snapshot, p) {
			c.KeyFiles = append(c.KeyFiles, p)
		}
	}
	if isms.BytesDigest(before) == isms.BytesDigest(now) && (len(c.KeyFiles) == 0 || before == nil) {
		return nil, nil
	}
	rules, known, err := r.rulesBefore()
	if err != nil {
		return nil, err
	}
	if known != nil && c.Digest == isms.ConfigDigest(r.parsed(known), known, besideReader(rules)) {
		return nil, nil // as on the branch that it is to be merged into
	}
	system := r.judgeFrom(known, rules)
	c.People, c.Keys = system.People, system.Keys
	for _, a := range system.Approvals(config.FileName) {
		if a.Proven() && a.Statement.Digest == c.Digest {
			c.Approval = a
		}
	}
	return c, nil
}

// rulesBefore returns the state whose configuration the change is judged by,
// and that configuration; nil when there is none.
func (r *run) rulesBefore() (*repo.Snapshot, []byte, error) {
	rules := r.Before.Rules
	if rules == nil {
		rules = r.Before.Snapshot
	}
	src, err := readConfig(rules)
	return rules, src, err
}

// sameConfig reports whether the configuration, which is that of this state,
// and its files of keys are seen to be the same without reading them.
func (r *run) sameConfig() bool {
	return r.Before.Rules == nil && !slices.ContainsFunc(append(isms.KeyFiles(r.Config), config.FileName), func(path string) bool {
		before, existed := r.Before.Snapshot.Entry(path)
		now, exists := r.Snapshot.Entry(path)
		return existed != exists || before.ID != now.ID || exists && now.ID == ""
	})
}

// judgeFrom returns a system without documents that judges the statements of
// this state by the people, keys and roles of another, whose configuration is
// src.
func (r *run) judgeFrom(src []byte, rules *repo.Snapshot) *isms.System {
	c := r.parsed(src)
	system := isms.NewBuilder(c, r.Schemas, r.Standard).System(nil, nil, r.AsOf)
	statements := slices.DeleteFunc(readStatements(r.Snapshot), func(f isms.StatementFile) bool { return !f.About(config.FileName) })
	system.SetStatements(isms.NewStatements(statements), isms.NewKeyring(c, besideReader(rules)))
	system.Past = r.Past
	return system
}

// parsed reads a configuration. What has mistakes in it counts as far as it
// could be read; a state without a configuration has that of the defaults.
func (r *run) parsed(src []byte) *config.Config {
	switch {
	case src == nil:
		return config.Default()
	case bytes.Equal(src, r.Config.Source):
		return r.Config
	}
	c, _ := config.Parse(config.FileName, src, r.Schemas)
	return c
}

func readConfig(s *repo.Snapshot) ([]byte, error) {
	e, found := s.Entry(config.FileName)
	if !found {
		return nil, nil
	}
	return s.Read(e, document.MaxSize)
}

// sameFile reports whether a file is the same in two states, line ends and a
// byte order mark aside.
func sameFile(a, b *repo.Snapshot, path string) bool {
	before, now := readOptional(a, path), readOptional(b, path)
	return (before == nil) == (now == nil) && isms.BytesDigest(before) == isms.BytesDigest(now)
}

func readOptional(s *repo.Snapshot, path string) []byte {
	text, err := besideReader(s)(path)
	if err != nil {
		return nil
	}
	return append([]byte{}, text...)
}

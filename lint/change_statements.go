package lint

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/approval"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
)

// withdrawn returns the statements of approval that a change took away. Where
// it changes the configuration too, what they proved by the one before counts:
// nobody can take a key away and with it what it has signed.
func (r *run) withdrawn(c *isms.Change) ([]*isms.Approval, error) {
	earlier := r.earlierStatements(c.After)
	if len(earlier) == 0 {
		return nil, nil
	}
	judges := []*isms.System{c.After}
	if c.Config != nil {
		rules, known, err := r.rulesBefore()
		if err != nil {
			return nil, err
		}
		judges = append(judges, r.judgeFrom(known, rules))
	}
	return c.After.Withdrawn(earlier, judges), nil
}

// earlierStatements reads the statements of approval of the state before that
// are not the same in the state after, in the order of their paths.
func (r *run) earlierStatements(after *isms.System) []isms.StatementFile {
	before := r.Before.Snapshot
	var paths []string
	for _, path := range r.Snapshot.Since(before) {
		path = strings.TrimSuffix(path, approval.SignatureSuffix)
		if _, existed := before.Entry(path); existed && approval.IsStatement(path) && !r.sameStatement(after, path) {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	var files []isms.StatementFile
	for _, path := range slices.Compact(paths) {
		e, _ := before.Entry(path)
		files = append(files, readStatement(before, e))
	}
	return files
}

// sameStatement reports whether a statement of the state before and its
// signature are unchanged.
func (r *run) sameStatement(after *isms.System, path string) bool {
	f, found := after.StatementAt(path)
	if !found {
		return false
	}
	_, signed := r.Before.Snapshot.Entry(path + approval.SignatureSuffix)
	return r.sameBefore(path, f.Source) && signed == (f.Signature != nil) &&
		(!signed || r.sameBefore(path+approval.SignatureSuffix, f.Signature))
}

// readStatement reads a statement and its signature. What cannot be read proves
// nothing, and its judgement will say so.
func readStatement(s *repo.Snapshot, e repo.Entry) isms.StatementFile {
	f := isms.StatementFile{Path: e.Path}
	f.Source, _ = s.Read(e, approval.MaxSize)
	if sig, found := s.Entry(e.Path + approval.SignatureSuffix); found {
		f.Signature, _ = s.Read(sig, approval.MaxSize)
	}
	return f
}

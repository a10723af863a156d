package isms

import (
	"bytes"
	"slices"
	"strings"
)

// StatementAt returns the statement of approval at a path.
func (s *System) StatementAt(path string) (f StatementFile, found bool) {
	if s.statements == nil {
		return StatementFile{}, false
	}
	i, found := slices.BinarySearchFunc(s.statements.files, path, func(f StatementFile, path string) int { return strings.Compare(f.Path, path) })
	if !found {
		return StatementFile{}, false
	}
	return s.statements.files[i], true
}

// Withdrawn returns those of the statements of an earlier state that proved an
// approval, by one of the judges, which this state has no statement for any
// more. A statement may change its place and be signed anew. One that lies
// where it lay and has come to prove nothing is left out: it is judged as a
// part of the state.
func (s *System) Withdrawn(earlier []StatementFile, judges []*System) []*Approval {
	var gone []*Approval
	for _, f := range earlier {
		now, there := s.StatementAt(f.Path)
		if there && (now.equal(f) || !s.Judge(now).Proven()) {
			continue
		}
		for _, judge := range judges {
			a := judge.Judge(f)
			if !a.Proven() {
				continue
			}
			if !slices.ContainsFunc(s.Approvals(a.Statement.Number), a.again) {
				gone = append(gone, a)
			}
			break
		}
	}
	return gone
}

// again reports whether another statement proves the same.
func (a *Approval) again(other *Approval) bool {
	return other.Proven() && bytes.Equal(unixLines(other.File.Source), unixLines(a.File.Source))
}

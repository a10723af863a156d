package lint

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/approval"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
)

// besideReader reads files that a document or the configuration names.
func besideReader(s *repo.Snapshot) func(path string) ([]byte, error) {
	return func(path string) ([]byte, error) {
		return s.ReadFile(path, document.MaxSize)
	}
}

// readStatements reads the statements of approval and their signatures.
func readStatements(s *repo.Snapshot) []isms.StatementFile {
	var files []isms.StatementFile
	for _, e := range statementEntries(s) {
		files = append(files, readStatement(s, e))
	}
	return files
}

// statementEntries returns the statements of approval of a state.
func statementEntries(s *repo.Snapshot) []repo.Entry {
	var entries []repo.Entry
	first, _ := slices.BinarySearchFunc(s.Entries, approvalFolder, func(e repo.Entry, folder string) int { return strings.Compare(e.Path, folder) })
	for _, e := range s.Entries[first:] {
		if !strings.HasPrefix(e.Path, approvalFolder) {
			break
		}
		if approval.IsStatement(e.Path) {
			entries = append(entries, e)
		}
	}
	return entries
}

const approvalFolder = approval.Folder + "/"

// statements returns the statements of approval of the state, which are often
// those of the last one.
func (r *run) statements() *isms.Statements {
	if last := r.Session.lastStatements; last != nil && r.lastSnapshot != nil {
		if !slices.ContainsFunc(r.Snapshot.Since(r.lastSnapshot), func(path string) bool { return strings.HasPrefix(path, approvalFolder) }) {
			return last
		}
	}
	fresh := isms.NewStatements(readStatements(r.Snapshot))
	if r.Session.memory != nil {
		r.Session.lastStatements = fresh
	}
	return fresh
}

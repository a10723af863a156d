package lint

import (
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

// readStatements reads the statements of approval and their signatures. What
// cannot be read proves nothing, and its judgement will say so.
func readStatements(s *repo.Snapshot) []isms.StatementFile {
	var files []isms.StatementFile
	for _, e := range s.Entries {
		if !approval.IsStatement(e.Path) {
			continue
		}
		f := isms.StatementFile{Path: e.Path}
		f.Source, _ = s.Read(e, approval.MaxSize)
		if sig, found := s.Entry(e.Path + approval.SignatureSuffix); found {
			f.Signature, _ = s.Read(sig, approval.MaxSize)
		}
		files = append(files, f)
	}
	return files
}

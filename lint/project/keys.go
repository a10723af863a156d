package project

import (
	"io"
	"os"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
)

// VerifyKeys reads the keys that the configuration on disk names, as far as they
// are files from below the root of the ISMS. The error is a [*FileError] where
// an entry gives no key.
func (p *Project) VerifyKeys(c *config.Config) error {
	root, err := os.OpenRoot(p.Root)
	if err != nil {
		return err
	}
	defer root.Close()
	read := func(path string) ([]byte, error) { return readBelow(root, path) }
	keys := isms.NewKeyring(c, read)
	if len(keys.Problems) == 0 {
		return nil
	}
	src, err := read(config.FileName)
	if err != nil {
		return err
	}
	fault := &FileError{Path: config.FileName, Text: source.NewText(src)}
	for _, problem := range keys.Problems {
		fault.Problems = append(fault.Problems, config.Problem{Span: problem.Span, Message: problem.Text})
	}
	return fault
}

// readBelow reads a file of bearable size that is not elsewhere by way of a link.
func readBelow(root *os.Root, path string) ([]byte, error) {
	f, err := root.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, document.MaxSize))
}

package lint

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
)

// readBeside reads a file that a document names.
func (r *run) readBeside(path string) ([]byte, error) {
	i, found := slices.BinarySearchFunc(r.Snapshot.Entries, path, func(e repo.Entry, p string) int {
		return strings.Compare(e.Path, p)
	})
	if !found {
		return nil, message.Errorf("ファイルがありません", "no such file")
	}
	return r.Snapshot.Read(r.Snapshot.Entries[i], document.MaxSize)
}

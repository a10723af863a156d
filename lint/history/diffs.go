package history

import (
	"context"
	"sync"

	"github.com/ismslint/ismslint/lint/repo"
)

// diffs are the files in which commits differ from their first parents. The
// pasts of many commits ask for the same.
type diffs struct {
	mu     sync.Mutex
	differ *repo.Differ
	known  map[string][]repo.FileChange // by commit
}

// changes returns the files in which a commit differs from its first parent.
func (r *Reader) changes(ctx context.Context, parent, c *repo.CommitInfo) ([]repo.FileChange, error) {
	d := r.diffs
	d.mu.Lock()
	defer d.mu.Unlock()
	if changes, known := d.known[c.ID]; known {
		return changes, nil
	}
	changes, err := d.differ.Diff(ctx, parent, c)
	if err == nil {
		d.known[c.ID] = changes
	}
	return changes, err
}

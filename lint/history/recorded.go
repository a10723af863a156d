package history

import (
	"context"

	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
)

// Recorded returns the commits that can be reached from tip and not from the
// others, parents first. Of a repository that holds more than the ISMS they
// are those that changed something in it.
func (r *Reader) Recorded(ctx context.Context, tip string, without []string) ([]isms.Recorded, error) {
	commits, err := r.repository.Walk(ctx, []string{tip}, without)
	if err != nil {
		return nil, err
	}
	var all []isms.Recorded
	for _, c := range commits {
		parents, err := r.parents(c)
		if err != nil {
			return nil, err
		}
		if r.prefix != "" {
			var first *repo.CommitInfo
			if len(parents) > 0 {
				first = parents[0]
			}
			changes, err := r.changes(ctx, first, c)
			if err != nil {
				return nil, err
			}
			if len(changes) == 0 {
				continue
			}
		}
		recorded := isms.Recorded{Commit: r.Commit(c)}
		for _, parent := range parents {
			recorded.Parents = append(recorded.Parents, r.Commit(parent))
		}
		all = append(all, recorded)
	}
	return all, nil
}

// parents returns what a commit builds on, nothing where the history is cut off.
func (r *Reader) parents(c *repo.CommitInfo) ([]*repo.CommitInfo, error) {
	if c.Boundary {
		return nil, nil
	}
	var all []*repo.CommitInfo
	for _, id := range c.Parents {
		parent, err := r.repository.Commit(id)
		if err != nil {
			return nil, err
		}
		all = append(all, parent)
	}
	return all, nil
}

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
	commit := r.judging()
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
		recorded := isms.Recorded{Commit: commit(c)}
		for _, parent := range parents {
			recorded.Parents = append(recorded.Parents, commit(parent))
		}
		all = append(all, recorded)
	}
	return all, nil
}

// judging returns a function that judges each commit once.
func (r *Reader) judging() func(*repo.CommitInfo) *isms.Commit {
	known := map[string]*isms.Commit{}
	return func(c *repo.CommitInfo) *isms.Commit {
		if known[c.ID] == nil {
			known[c.ID] = r.Commit(c)
		}
		return known[c.ID]
	}
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

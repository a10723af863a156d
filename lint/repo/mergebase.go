package repo

import (
	"bytes"
	"cmp"
	"context"
	"slices"

	"github.com/go-git/go-git/v5/plumbing"
)

// MergeBases returns the ids of the best common ancestors of two revisions, as
// git merge-base --all does: those common ancestors that are no ancestors of
// another one. After a criss-cross merge there are several, of unrelated
// histories none. The latest comes first.
func (r *Repository) MergeBases(ctx context.Context, a, b string) ([]string, error) {
	best, err := r.mergeBases(ctx, a, b)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(best, func(x, y queuedCommit) int {
		return cmp.Or(cmp.Compare(y.node.date, x.node.date), bytes.Compare(x.id[:], y.id[:]))
	})
	names := make([]string, len(best))
	for i, c := range best {
		names[i] = c.id.String()
	}
	return names, nil
}

func (r *Repository) mergeBases(ctx context.Context, a, b string) ([]queuedCommit, error) {
	ids, err := r.resolveAll([]string{a, b})
	if err != nil {
		return nil, err
	}
	p := r.newPainter()
	if err := p.add(ids[:1], red); err != nil {
		return nil, err
	}
	if err := p.add(ids[1:], blue); err != nil {
		return nil, err
	}
	if err := p.run(ctx, purple); err != nil {
		return nil, err
	}
	// All ancestors of a common ancestor are common, so that one which is not
	// the best has a child among them.
	surpassed := map[plumbing.Hash]bool{}
	for id, n := range p.explored {
		if p.color[id] == purple {
			for _, parent := range n.parents {
				surpassed[parent] = true
			}
		}
	}
	var best []queuedCommit
	for id, c := range p.color {
		if c != purple || surpassed[id] {
			continue
		}
		n, err := r.node(id)
		if err != nil {
			return nil, err
		}
		best = append(best, queuedCommit{id, n})
	}
	return best, nil
}

// IsAncestor reports whether the commit a is part of the history of b, or b
// itself. Both are revisions.
func (r *Repository) IsAncestor(ctx context.Context, a, b string) (bool, error) {
	best, err := r.mergeBases(ctx, a, b)
	if err != nil {
		return false, err
	}
	id, err := r.Resolve(a)
	return len(best) == 1 && best[0].id.String() == id, err
}

package repo

import (
	"sync"

	"github.com/go-git/go-git/v5/plumbing"
)

// commitGraph remembers the parents of the commits that were read: some hundred
// bytes for each, which never change.
type commitGraph struct {
	mu    sync.Mutex
	nodes map[plumbing.Hash]commitNode
}

type commitNode struct {
	parents []plumbing.Hash
	date    int64 // of the committer, in seconds
}

func (g *commitGraph) get(id plumbing.Hash) (commitNode, bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	n, ok := g.nodes[id]
	return n, ok
}

func (g *commitGraph) put(id plumbing.Hash, n commitNode) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.nodes == nil {
		g.nodes = map[plumbing.Hash]commitNode{}
	}
	g.nodes[id] = n
}

// node returns the place of a commit in the history.
func (r *Repository) node(id plumbing.Hash) (commitNode, error) {
	if n, ok := r.graph.get(id); ok {
		return n, nil
	}
	c, err := r.readCommit(id)
	if err != nil {
		return commitNode{}, err
	}
	return r.remember(id, c), nil
}

func (r *Repository) remember(id plumbing.Hash, c *CommitInfo) commitNode {
	n := commitNode{parents: c.parentIDs(), date: max(0, c.Committer.When.Unix())}
	r.graph.put(id, n)
	return n
}

func (r *Repository) resolveAll(revs []string) ([]plumbing.Hash, error) {
	ids := make([]plumbing.Hash, len(revs))
	for i, rev := range revs {
		c, err := r.resolve(rev)
		if err != nil {
			return nil, err
		}
		ids[i] = plumbing.NewHash(c.ID)
	}
	return ids, nil
}

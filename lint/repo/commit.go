package repo

import "github.com/go-git/go-git/v5/plumbing"

// CommitSnapshot returns the state that a revision (see [Repository.Resolve])
// had below prefix, the path of the ISMS below the root of the repository. A
// folder that was not there yet is empty.
func (r *Repository) CommitSnapshot(rev, prefix string, opts Options) (*Snapshot, error) {
	commit, err := r.resolve(rev)
	if err != nil {
		return nil, err
	}
	c := newCollector(r.objects, Commit, opts)
	c.snap.Commit = commit.ID
	c.snap.Time = commit.Committer.When
	tree, ok, err := r.objects.subtree(plumbing.NewHash(commit.Tree), cleanPrefix(prefix))
	if err != nil {
		return nil, err
	}
	if ok {
		w := treeWalk{store: r.objects, work: maxTreeWork, enter: c.enter, visit: c.file}
		if err := w.walk(tree, ""); err != nil {
			return nil, err
		}
	}
	c.snap.sort()
	return c.snap, nil
}

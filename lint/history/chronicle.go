package history

import (
	"context"
	"iter"
	"slices"
	"sync"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/repo"
)

// chronicle is what commits changed in the ISMS. It grows with the commits that
// are asked about, so that the pasts of neighbouring commits share it.
type chronicle struct {
	mu      sync.RWMutex
	place   map[string]int // of a commit, by its id
	commits []chronicled   // parents come first
	byPath  map[string][]step
	byBlob  map[string][]step // by the content that a commit brought
}

// chronicled is a commit of a chronicle.
type chronicled struct {
	*repo.CommitInfo
	parents []int // their places; none where the history ends
	// closed reports that all commits before it are part of its history.
	closed bool
	steps  []step
}

// step is a file that a commit changed against its first parent.
type step struct {
	commit *repo.CommitInfo
	at     int // place of the commit
	repo.FileChange
}

func newChronicle() *chronicle {
	return &chronicle{place: map[string]int{}, byPath: map[string][]step{}, byBlob: map[string][]step{}}
}

// reach takes in a commit and what it is built on.
func (c *chronicle) reach(ctx context.Context, r *Reader, tip string) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if at, known := c.place[tip]; known {
		return at, nil
	}
	commits, err := c.missing(ctx, r, tip)
	if err != nil {
		return 0, err
	}
	for _, info := range commits {
		if err := c.add(ctx, r, info); err != nil {
			return 0, err
		}
	}
	return c.place[tip], nil
}

// missing returns the commits of a history that are not there yet, parents
// first.
func (c *chronicle) missing(ctx context.Context, r *Reader, tip string) ([]*repo.CommitInfo, error) {
	info, err := r.repository.Commit(tip)
	if err != nil {
		return nil, err
	}
	if len(c.commits) > 0 && !slices.ContainsFunc(info.Parents, func(id string) bool { _, known := c.place[id]; return !known }) {
		return []*repo.CommitInfo{info}, nil
	}
	commits, err := r.repository.Walk(ctx, []string{tip}, nil)
	return slices.DeleteFunc(commits, func(info *repo.CommitInfo) bool { _, known := c.place[info.ID]; return known }), err
}

func (c *chronicle) add(ctx context.Context, r *Reader, info *repo.CommitInfo) error {
	at := len(c.commits)
	entry := chronicled{CommitInfo: info}
	var first *repo.CommitInfo
	if !info.Boundary {
		for i, id := range info.Parents {
			parent, known := c.place[id]
			if !known {
				continue
			}
			if entry.parents = append(entry.parents, parent); i == 0 {
				first = c.commits[parent].CommitInfo
			}
		}
	}
	changes, err := r.changes(ctx, first, info)
	if err != nil {
		return err
	}
	for _, change := range changes {
		if !lint.IsMarkdown(change.Path) && !r.configFiles[change.Path] {
			continue
		}
		st := step{info, at, change}
		entry.steps = append(entry.steps, st)
		c.byPath[change.Path] = append(c.byPath[change.Path], st)
		if change.After != "" {
			c.byBlob[change.After] = append(c.byBlob[change.After], st)
		}
	}
	c.commits = append(c.commits, entry)
	c.commits[at].closed = c.isClosed(at)
	c.place[info.ID] = at
	return nil
}

func (c *chronicle) isClosed(at int) bool {
	switch parents := c.commits[at].parents; len(parents) {
	case 0:
		return at == 0
	case 1:
		return parents[0] == at-1 && c.commits[at-1].closed
	}
	return !slices.Contains(c.ancestors(at), false)
}

// ancestors tells of each commit up to the one at a place whether it is part of
// its history.
func (c *chronicle) ancestors(at int) []bool {
	part := make([]bool, at+1)
	part[at] = true
	for i := at; i >= 0; i-- {
		if part[i] {
			for _, parent := range c.commits[i].parents {
				part[parent] = true
			}
		}
	}
	return part
}

// annals are the part of a chronicle that is the history of one commit.
type annals struct {
	*chronicle
	tip  int
	part func() []bool // nil where all is
}

// annalsOf returns the history of a commit.
func (r *Reader) annalsOf(ctx context.Context, tip string) (*annals, error) {
	at, err := r.chronicle.reach(ctx, r, tip)
	if err != nil {
		return nil, err
	}
	a := &annals{chronicle: r.chronicle, tip: at}
	a.mu.RLock()
	defer a.mu.RUnlock()
	if !a.commits[at].closed {
		a.part = sync.OnceValue(func() []bool {
			a.mu.RLock()
			defer a.mu.RUnlock()
			return a.ancestors(at)
		})
	}
	return a, nil
}

// has reports whether the commit at a place is part of the history.
func (a *annals) has(at int) bool { return at <= a.tip && (a.part == nil || a.part()[at]) }

// own returns those steps that are part of the history, the newest first.
func (a *annals) own(all []step) iter.Seq[step] {
	return func(yield func(step) bool) {
		for i := len(all) - 1; i >= 0; i-- {
			if a.has(all[i].at) && !yield(all[i]) {
				return
			}
		}
	}
}

func (a *annals) ofPath(path string) []step {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return a.byPath[path]
}

func (a *annals) ofBlob(blob string) []step {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return a.byBlob[blob]
}

func (a *annals) at(place int) chronicled {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return a.commits[place]
}

// mainline returns the steps of the first parents, the newest first.
func (a *annals) mainline() iter.Seq[step] {
	return func(yield func(step) bool) {
		for at := a.tip; ; {
			c := a.at(at)
			for _, st := range c.steps {
				if lint.IsMarkdown(st.Path) && !yield(st) {
					return
				}
			}
			if len(c.parents) == 0 {
				return
			}
			at = c.parents[0]
		}
	}
}

// lineage returns the changes of a file, under the paths that it had before as
// well: a commit that adds a file and removes another of the same name or
// number may have renamed it, and whoever reads what was there will see.
func (a *annals) lineage(path string) (all []step, paths []string) {
	seen := map[string]bool{}
	for open := []string{path}; len(open) > 0; open = open[1:] {
		if seen[open[0]] {
			continue
		}
		seen[open[0]] = true
		paths = append(paths, open[0])
		for st := range a.own(a.ofPath(open[0])) {
			all = append(all, st)
			if st.Before == "" {
				open = append(open, a.removedIn(st.at)...)
			}
		}
	}
	return all, paths
}

// removedIn returns the paths that a commit removed.
func (a *annals) removedIn(at int) []string {
	var paths []string
	for _, st := range a.at(at).steps {
		if st.After == "" {
			paths = append(paths, st.Path)
		}
	}
	return paths
}

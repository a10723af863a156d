package repo

import (
	"context"
	"slices"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// FileChange is one file in which two commits differ.
type FileChange struct {
	// Path is the path below the root of the ISMS, with slashes.
	Path string
	// Before and After are the object ids of the content, "" where there is no
	// regular file.
	Before, After string
}

// Diff returns the files below prefix in which two revisions differ, in the
// order of their paths; "" is the empty tree. It is what git diff-tree -r
// --no-renames shows of regular files, without changes of the mode alone.
// Paths that a snapshot would refuse (see [Snapshot.Skipped]) are left out.
func (r *Repository) Diff(ctx context.Context, before, after, prefix string) ([]FileChange, error) {
	var sides [2]*CommitInfo
	for i, rev := range []string{before, after} {
		if rev == "" {
			continue
		}
		var err error
		if sides[i], err = r.resolve(rev); err != nil {
			return nil, err
		}
	}
	return r.NewDiffer(prefix).Diff(ctx, sides[0], sides[1])
}

// Differ compares one commit after the other. It remembers the folders that it
// has read, up to 16 MiB of them, since neighbouring commits share most. It is
// for one goroutine at a time.
type Differ struct {
	store  *objectStore
	prefix string
	trees  treeCache
}

// NewDiffer returns a Differ for the files below prefix, the path of the ISMS
// below the root of the repository.
func (r *Repository) NewDiffer(prefix string) *Differ {
	return &Differ{store: r.objects, prefix: cleanPrefix(prefix)}
}

// Diff is [Repository.Diff] of commits that were read before; nil is the empty
// tree, so that Diff(ctx, nil, c) lists the files of c.
func (d *Differ) Diff(ctx context.Context, before, after *CommitInfo) ([]FileChange, error) {
	if before != nil && after != nil && before.Tree == after.Tree {
		return nil, nil
	}
	a, err := d.root(before)
	if err != nil {
		return nil, err
	}
	b, err := d.root(after)
	if err != nil {
		return nil, err
	}
	w := diffWalk{ctx: ctx, differ: d, work: maxTreeWork}
	if err := w.folders(a, b, ""); err != nil {
		return nil, err
	}
	byPath := func(x, y FileChange) int { return strings.Compare(x.Path, y.Path) }
	// Only a tree whose names have slashes in them gives another order.
	if !slices.IsSortedFunc(w.changes, byPath) {
		slices.SortFunc(w.changes, byPath)
	}
	return w.changes, nil
}

// root returns the id of the folder of the ISMS in a commit, and that of the
// empty tree where it has none.
func (d *Differ) root(c *CommitInfo) (plumbing.Hash, error) {
	if c == nil {
		return emptyTree, nil
	}
	id := plumbing.NewHash(c.Tree)
	for name := range strings.SplitSeq(strings.TrimSuffix(d.prefix, "/"), "/") {
		if name == "" {
			break
		}
		tree, err := d.tree(id)
		if err != nil {
			return id, err
		}
		var ok bool
		if id, ok = findFolder(tree, name); !ok {
			return emptyTree, nil
		}
	}
	return id, nil
}

// diffWalk is one comparison.
type diffWalk struct {
	ctx     context.Context
	differ  *Differ
	work    int // how much may still be done
	changes []FileChange
}

// folders compares two folders whose path is dir, "" or "a/b/".
func (w *diffWalk) folders(before, after plumbing.Hash, dir string) error {
	if before == after {
		return nil
	}
	if err := w.ctx.Err(); err != nil {
		return err
	}
	if w.work -= folderWork; strings.Count(dir, "/") > maxTreeDepth {
		return errTreeSize()
	}
	var a, b treeCursor
	var err error
	if a.rest, err = w.differ.tree(before); err != nil {
		return err
	}
	if b.rest, err = w.differ.tree(after); err != nil {
		return err
	}
	// The trees were found to be sound when they were read.
	a.next()
	b.next()
	for !a.end() || !b.end() {
		if w.work--; w.work < 0 {
			return errTreeSize()
		}
		order := a.compare(&b)
		var none treeCursor
		switch {
		case order < 0:
			err = w.entries(&a, &none, dir)
		case order > 0:
			err = w.entries(&none, &b, dir)
		default:
			err = w.entries(&a, &b, dir)
		}
		if err != nil {
			return err
		}
		if order <= 0 {
			a.next()
		}
		if order >= 0 {
			b.next()
		}
	}
	return nil
}

// entries compares two entries of one name and kind, one of which may be absent.
func (w *diffWalk) entries(a, b *treeCursor, dir string) error {
	if a.mode == b.mode && string(a.id) == string(b.id) {
		return nil
	}
	name := string(a.name)
	if a.end() {
		name = string(b.name)
	}
	if a.folder() || b.folder() {
		if !checkPath(dir + name).IsZero() {
			return nil
		}
		return w.folders(folderID(a), folderID(b), dir+name+"/")
	}
	c := FileChange{Path: dir + name, Before: a.file(), After: b.file()}
	if c.Before != c.After && checkPath(c.Path).IsZero() {
		w.changes = append(w.changes, c)
	}
	return nil
}

func folderID(c *treeCursor) plumbing.Hash {
	if c.end() {
		return emptyTree
	}
	return plumbing.Hash(c.id)
}

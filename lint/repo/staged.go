package repo

import (
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
)

// StagedPaths returns, in order, the paths below prefix in which the index
// differs from HEAD: added, changed and deleted files, and both names of a
// renamed one. Before the first commit that is every staged file.
func (r *Repository) StagedPaths(prefix string) ([]string, error) {
	prefix = cleanPrefix(prefix)
	index, err := r.staged(prefix)
	if err != nil {
		return nil, err
	}
	head, err := r.headFiles(prefix)
	if err != nil {
		return nil, err
	}
	return differing(head, index), nil
}

// headFiles returns the files of HEAD below prefix, with paths below it.
func (r *Repository) headFiles(prefix string) ([]treeEntry, error) {
	id, _, err := r.lookup(plumbing.HEAD)
	if err != nil || id == plumbing.ZeroHash {
		return nil, err
	}
	commit, err := r.peel(id)
	if err != nil {
		return nil, err
	}
	tree, ok, err := r.objects.subtree(plumbing.NewHash(commit.Tree), prefix)
	if err != nil || !ok {
		return nil, err
	}
	var files []treeEntry
	w := treeWalk{store: r.objects, work: maxTreeWork, visit: func(f treeEntry) { files = append(files, f) }}
	err = w.walk(tree, "")
	return files, err
}

// differing returns the paths that are in one list only or not the same in
// both. Git keeps trees and index in one order, so one pass does.
func differing(a, b []treeEntry) []string {
	var paths []string
	for len(a) > 0 || len(b) > 0 {
		order := 0
		switch {
		case len(a) == 0:
			order = 1
		case len(b) == 0:
			order = -1
		default:
			order = strings.Compare(a[0].path, b[0].path)
		}
		switch {
		case order < 0:
			paths, a = append(paths, a[0].path), a[1:]
		case order > 0:
			paths, b = append(paths, b[0].path), b[1:]
		default:
			if a[0] != b[0] {
				paths = append(paths, a[0].path)
			}
			a, b = a[1:], b[1:]
		}
	}
	return paths
}

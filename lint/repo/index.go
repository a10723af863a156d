package repo

import (
	"strconv"
	"strings"

	"github.com/go-git/go-git/v5/plumbing/filemode"

	"github.com/ismslint/ismslint/lint/message"
)

// IndexSnapshot returns what is staged below prefix, the path of the ISMS below
// the root of the repository. The index is the one that GIT_INDEX_FILE named
// when the repository was discovered, else that of the worktree; a missing one
// is empty. Files that are only intended to be added are not staged.
//
// The error is a [ConflictError] where the index holds conflicts.
func (r *Repository) IndexSnapshot(prefix string, opts Options) (*Snapshot, error) {
	files, err := r.staged(cleanPrefix(prefix))
	if err != nil {
		return nil, err
	}
	c := newCollector(r.objects, Index, opts)
	for _, f := range files {
		c.file(f)
	}
	c.snap.sort()
	return c.snap, nil
}

// staged returns the files of the index below prefix, with paths below it.
func (r *Repository) staged(prefix string) ([]treeEntry, error) {
	if err := r.Supported(); err != nil {
		return nil, err
	}
	if r.Bare {
		return nil, ErrBare
	}
	entries, err := readIndexFile(r.indexFile)
	if err != nil {
		return nil, err
	}
	files := make([]treeEntry, 0, len(entries))
	var conflicts []string
	for _, e := range entries {
		p, below := strings.CutPrefix(e.path, prefix)
		switch {
		case e.mode == filemode.Dir && (below || strings.HasPrefix(prefix, e.path)):
			if files, err = r.expand(e, prefix, files); err != nil {
				return nil, err
			}
		case !below || e.added:
		case e.stage != 0:
			if n := len(conflicts); n == 0 || conflicts[n-1] != p {
				conflicts = append(conflicts, p)
			}
		default:
			files = append(files, treeEntry{path: p, mode: e.mode, id: e.id})
		}
	}
	if conflicts != nil {
		return nil, conflictError(conflicts)
	}
	return files, nil
}

// expand adds the files for which a folder of a sparse index stands.
func (r *Repository) expand(dir indexEntry, prefix string, files []treeEntry) ([]treeEntry, error) {
	w := treeWalk{
		store: r.objects,
		work:  maxTreeWork,
		enter: func(d treeEntry) bool {
			return strings.HasPrefix(d.path+"/", prefix) || strings.HasPrefix(prefix, d.path+"/")
		},
		visit: func(f treeEntry) {
			if p, below := strings.CutPrefix(f.path, prefix); below {
				f.path = p
				files = append(files, f)
			}
		},
	}
	err := w.walk(dir.id, dir.path)
	return files, err
}

func conflictError(paths []string) error {
	const most = 5
	shown := paths[:min(len(paths), most)]
	more := message.Text{}
	if n := len(paths) - len(shown); n > 0 {
		more = message.Textf("（ほか%d件）", " and %d more", n)
	}
	return &ConflictError{Paths: paths, explanation: message.Errorf(
		"マージの競合が残っているファイルがあります: %[2]s%[3]s。競合を解消して git add を実行してください",
		"%[1]d files have unresolved merge conflicts: %[2]s%[3]s; resolve them and run git add",
		len(paths), quoted(shown), more)}
}

// quoted lists paths for a message, in a form that cannot carry terminal escapes.
func quoted(paths []string) string {
	q := make([]string, len(paths))
	for i, p := range paths {
		q[i] = strconv.Quote(p)
	}
	return strings.Join(q, ", ")
}

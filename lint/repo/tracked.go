package repo

import (
	"sort"
	"strings"
	"sync"
)

// trackedFiles are the paths of the index in their order.
type trackedFiles []string

// trackedFiles reads the index once, when it is first asked for. An index that
// cannot be read tracks nothing.
func (r *Repository) trackedFiles() func() trackedFiles {
	return sync.OnceValue(func() trackedFiles {
		entries, err := readIndexFile(r.indexFile)
		if err != nil {
			return nil
		}
		files := make(trackedFiles, len(entries))
		for i, e := range entries {
			files[i] = e.path
		}
		return files
	})
}

// has reports whether a file is tracked; for a path that ends in a slash,
// whether a file below it is.
func (t trackedFiles) has(p string) bool {
	i := sort.SearchStrings(t, p)
	if i == len(t) {
		return false
	}
	return t[i] == p || strings.HasSuffix(p, "/") && strings.HasPrefix(t[i], p)
}

package repo

import "slices"

// Step returns the state of a later commit, from this one and the files in
// which the two differ; see [Differ]. It reads nothing. Entries that were
// refused stay listed as they were.
func (s *Snapshot) Step(c *CommitInfo, changes []FileChange) *Snapshot {
	next := *s
	next.Commit, next.Time = c.ID, c.Committer.When
	if len(changes) == 0 {
		return &next
	}
	next.Entries = make([]Entry, 0, len(s.Entries)+len(changes))
	rest := s.Entries
	for _, change := range changes {
		i, found := slices.BinarySearchFunc(rest, change.Path, func(e Entry, path string) int { return comparePaths(e.Path, path) })
		next.Entries = append(next.Entries, rest[:i]...)
		if found {
			i++
		}
		rest = rest[i:]
		if change.After != "" {
			next.Entries = append(next.Entries, Entry{Path: change.Path, ID: change.After, Size: -1})
		}
	}
	next.Entries = append(next.Entries, rest...)
	return &next
}

func comparePaths(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

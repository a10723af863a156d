package repo

import "slices"

// Step returns the state of a later commit, from this one and the files in
// which the two differ; see [Differ]. It reads nothing. Entries that were
// refused stay listed as they were.
func (s *Snapshot) Step(c *CommitInfo, changes []FileChange) *Snapshot {
	next := *s
	next.Commit, next.Time = c.ID, c.Committer.When
	next.steppedFrom, next.stepped = s.Commit, changes
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

// Since returns the paths of the files that differ from those of an earlier
// state of the same ISMS, in order: those whose content is not known to be the
// same. It compares the states only where neither was made from the other with
// [Snapshot.Step].
func (s *Snapshot) Since(earlier *Snapshot) []string {
	var paths []string
	switch {
	case s.Kind != Commit || earlier.Kind != Commit || s.overlaid || earlier.overlaid:
	case s.Commit == earlier.Commit:
		return nil
	case s.steppedFrom == earlier.Commit:
		for _, c := range s.stepped {
			paths = append(paths, c.Path)
		}
		return paths
	}
	i := 0
	for _, e := range s.Entries {
		for ; i < len(earlier.Entries) && earlier.Entries[i].Path < e.Path; i++ {
			paths = append(paths, earlier.Entries[i].Path)
		}
		same := false
		if i < len(earlier.Entries) && earlier.Entries[i].Path == e.Path {
			same = e.ID != "" && e.ID == earlier.Entries[i].ID
			i++
		}
		if !same {
			paths = append(paths, e.Path)
		}
	}
	for ; i < len(earlier.Entries); i++ {
		paths = append(paths, earlier.Entries[i].Path)
	}
	return paths
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

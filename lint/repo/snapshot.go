// Package repo gives access to the states of a repository: the working tree,
// the index and commits. It is the only importer of go-git.
package repo

import (
	"slices"
	"strings"
	"time"

	"github.com/ismslint/ismslint/lint/message"
)

// Kind is the kind of state that a [Snapshot] shows.
type Kind string

// The kinds of states.
const (
	Worktree Kind = "worktree"
	Index    Kind = "index"
	Commit   Kind = "commit"
	InMemory Kind = "memory" // files given by a program, such as a test or an editor
)

// Snapshot is one state of the files below the root of an ISMS. Its methods
// are safe for concurrent use.
type Snapshot struct {
	Kind Kind
	// Commit is the full id of the commit, "" for other kinds.
	Commit string
	// Time is the committer's time of a commit, with its zone; zero otherwise.
	Time time.Time
	// Entries are the files in the order of their paths.
	Entries []Entry
	// Skipped are the entries that were refused, with the reason.
	Skipped []Skipped

	read func(e Entry, limit int64) ([]byte, error)

	// stepped are the changes from the commit that the state was made from.
	steppedFrom string
	stepped     []FileChange
	overlaid    bool // a file is not that of the commit
}

// Entry is one file of a snapshot.
type Entry struct {
	// Path is the path below the root of the ISMS, with slashes.
	Path string
	// ID is the object id of the content where the snapshot knows it without
	// reading (index, commit), and "" otherwise.
	ID string
	// Size is the size in bytes, or -1 when it is not known without reading.
	Size int64
}

// Entry returns the file with a path below the root of the ISMS, and whether
// there is one.
func (s *Snapshot) Entry(path string) (Entry, bool) {
	i, found := slices.BinarySearchFunc(s.Entries, path, func(e Entry, p string) int { return strings.Compare(e.Path, p) })
	if !found {
		return Entry{}, false
	}
	return s.Entries[i], true
}

// ReadFile returns the content of the file with a path below the root of the
// ISMS; see [Snapshot.Read].
func (s *Snapshot) ReadFile(path string, limit int64) ([]byte, error) {
	e, found := s.Entry(path)
	if !found {
		return nil, message.Errorf("ファイルがありません", "no such file")
	}
	return s.Read(e, limit)
}

// Read returns the content of a file, which belongs to the caller. Files
// larger than limit bytes are not read; [ErrTooLarge] is returned.
func (s *Snapshot) Read(e Entry, limit int64) ([]byte, error) {
	if e.Size > limit {
		return nil, ErrTooLarge
	}
	b, err := s.read(e, limit)
	if err == nil && int64(len(b)) > limit {
		return nil, ErrTooLarge
	}
	return b, err
}

// Skipped is an entry that was not taken into the snapshot.
type Skipped struct {
	Path string
	// Reason says why, and what to do about it.
	Reason message.Text
	// Folder reports whether the entry is a folder, all of whose files are
	// missing from the snapshot.
	Folder bool
	// Unreadable reports whether the entry could not be read, as opposed to
	// being refused on principle.
	Unreadable bool
}

func (s *Snapshot) skip(path string, reason message.Text) {
	s.Skipped = append(s.Skipped, Skipped{Path: path, Reason: reason})
}

// sort puts entries and skipped entries into the order of their paths.
func (s *Snapshot) sort() {
	slices.SortFunc(s.Entries, func(a, b Entry) int { return strings.Compare(a.Path, b.Path) })
	slices.SortFunc(s.Skipped, func(a, b Skipped) int { return strings.Compare(a.Path, b.Path) })
}

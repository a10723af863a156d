package repo

import (
	"bytes"
	"io/fs"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/message"
)

// Memory returns a snapshot of files given by path, for tests and editors.
func Memory(files map[string]string) *Snapshot {
	s := &Snapshot{Kind: InMemory}
	for p, content := range files {
		s.Entries = append(s.Entries, Entry{Path: p, Size: int64(len(content))})
	}
	s.sort()
	s.read = func(e Entry, _ int64) ([]byte, error) {
		content, ok := files[e.Path]
		if !ok {
			return nil, message.Wrap(fs.ErrNotExist, "ファイル「%s」がありません", "there is no file %q", e.Path)
		}
		return []byte(content), nil
	}
	return s
}

// Overlay returns the snapshot with one file replaced or added, as an editor
// shows it before it is saved. The snapshot itself does not change; the content
// must not change either.
func Overlay(s *Snapshot, path string, content []byte) *Snapshot {
	over := *s
	over.overlaid = true
	over.Entries = slices.Clone(s.Entries)
	over.Skipped = slices.DeleteFunc(slices.Clone(s.Skipped), func(k Skipped) bool { return k.Path == path })
	e := Entry{Path: path, Size: int64(len(content))}
	i, found := slices.BinarySearchFunc(over.Entries, path, func(e Entry, p string) int {
		return strings.Compare(e.Path, p)
	})
	if found {
		over.Entries[i] = e
	} else {
		over.Entries = slices.Insert(over.Entries, i, e)
	}
	over.read = func(e Entry, limit int64) ([]byte, error) {
		if e.Path == path {
			return bytes.Clone(content), nil
		}
		return s.read(e, limit)
	}
	return &over
}

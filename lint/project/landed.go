package project

import (
	"context"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/repo"
)

// landed returns the state at the base of a branch with what the branch has in
// common with its target by now: what was taken over by squashing or
// cherry-picking, or came from the target over another of several bases, is
// there already and no change of this branch.
func landed(base, target, tip *repo.Snapshot) (*repo.Snapshot, error) {
	out := base
	for _, path := range differing(base, target) {
		there, onTarget := at(target, path)
		here, onTip := at(tip, path)
		if onTarget != onTip {
			continue
		}
		if onTip {
			same, err := sameContent(there, tip, here)
			if err != nil {
				return nil, err
			}
			if !same {
				continue
			}
		}
		out = with(out, path, there, onTarget)
	}
	return out, nil
}

// joined returns the state that several best common ancestors make up
// together, as after merging in both directions: what one of them changed since
// their own ancestor counts. Where two changed the same file, that of the later
// commit does.
func (p *Project) joined(ctx context.Context, commits []string) (*repo.Snapshot, error) {
	out, err := p.Commit(commits[0])
	if err != nil {
		return nil, err
	}
	for _, id := range commits[1:] {
		next, err := p.Commit(id)
		if err != nil {
			return nil, err
		}
		ancestors, err := p.repository.MergeBases(ctx, out.Commit, id)
		if err != nil {
			return nil, err
		}
		ancestor := repo.Memory(nil)
		if len(ancestors) > 0 {
			if ancestor, err = p.Commit(ancestors[0]); err != nil {
				return nil, err
			}
		}
		for _, path := range differing(out, next) {
			was, _ := at(ancestor, path)
			here, _ := at(out, path)
			there, exists := at(next, path)
			if there.ID != was.ID && (here.ID == was.ID || next.Time.After(out.Time)) {
				out = with(out, path, there, exists)
			}
		}
	}
	return out, nil
}

// with returns a state of a commit with another entry at a path, or with none.
func with(s *repo.Snapshot, path string, e repo.Entry, exists bool) *repo.Snapshot {
	out := *s
	out.Entries = slices.DeleteFunc(slices.Clone(s.Entries), func(e repo.Entry) bool { return e.Path == path })
	if exists {
		out.Entries = append(out.Entries, e)
	}
	slices.SortFunc(out.Entries, func(a, b repo.Entry) int { return strings.Compare(a.Path, b.Path) })
	return &out
}

// differing returns the paths that are not the same in two commits.
func differing(a, b *repo.Snapshot) []string {
	ids := make(map[string]string, len(a.Entries))
	for _, e := range a.Entries {
		ids[e.Path] = e.ID
	}
	var paths []string
	for _, e := range b.Entries {
		if ids[e.Path] != e.ID {
			paths = append(paths, e.Path)
		}
		delete(ids, e.Path)
	}
	for path := range ids {
		paths = append(paths, path)
	}
	return paths
}

func at(s *repo.Snapshot, path string) (repo.Entry, bool) {
	i, found := slices.BinarySearchFunc(s.Entries, path, func(e repo.Entry, p string) int { return strings.Compare(e.Path, p) })
	if !found {
		return repo.Entry{}, false
	}
	return s.Entries[i], true
}

// sameContent compares a file of a commit with one of the state at hand, which
// may be on disk.
func sameContent(committed repo.Entry, s *repo.Snapshot, e repo.Entry) (bool, error) {
	if e.ID != "" {
		return e.ID == committed.ID, nil
	}
	content, err := s.Read(e, document.MaxSize)
	if err == repo.ErrTooLarge {
		return false, nil
	}
	return err == nil && repo.SameBlob(committed.ID, content), err
}

package lint

import (
	"bytes"
	"cmp"
	"context"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
)

// Before is the state that another one is judged as a change of.
type Before struct {
	// Snapshot is the state before; nil when it cannot be told, which Missing
	// then explains.
	Snapshot *repo.Snapshot
	Missing  message.Text
	// Rules is the state whose configuration says who may change the
	// configuration; nil is Snapshot.
	Rules *repo.Snapshot
	// Commit made the change, Parents are what it builds on; Commit is nil for
	// what is not committed.
	Commit  *isms.Commit
	Parents []*isms.Commit
	// Commits are those that make up the change, parents first, where it is a
	// branch.
	Commits []isms.Recorded
	// Past is what the history knows of the time before the change; nil when
	// there is none.
	Past isms.Past
	// Discarded is what the change takes away from a branch, or nil.
	Discarded *isms.Discarded
}

// checkChange applies the rules of scope Change.
func (r *run) checkChange(ctx context.Context, after *isms.System) error {
	if r.Before == nil {
		return nil
	}
	if r.Before.Snapshot == nil {
		for _, rule := range r.rules.change {
			r.notEvaluated = append(r.notEvaluated, NotEvaluated{Rule: rule.Name, Reason: r.Before.Missing})
		}
		return nil
	}
	change, err := r.change(ctx, after)
	if err != nil {
		return err
	}
	for _, rule := range r.rules.change {
		pass := &Pass{Organization: r.builder.Organization(), rule: rule}
		rule.Change(pass, change)
		r.take(pass)
	}
	if r.OnChange != nil {
		r.OnChange(change)
	}
	return nil
}

// change compares the state before with the one that was read.
func (r *run) change(ctx context.Context, after *isms.System) (*isms.Change, error) {
	before := r.Before.Snapshot
	c := &isms.Change{
		AsOf: r.AsOf, Today: r.Today, Commit: r.Before.Commit, Parents: r.Before.Parents, Commits: r.Before.Commits,
		After: after, Past: r.Before.Past, Discarded: r.Before.Discarded,
		Initial: !slices.ContainsFunc(before.Entries, func(e repo.Entry) bool { return Selected(r.Config, e.Path) }),
	}
	var err error
	if c.Config, err = r.configChange(); err != nil {
		return nil, err
	}
	if c.Replaced, err = r.readBefore(ctx, r.replaced()); err != nil {
		return nil, err
	}
	c.Pairs = r.pair(c, after)
	c.Withdrawn, err = r.withdrawn(c)
	return c, err
}

// replaced returns the entries of the state before that are not the same in
// the state after.
func (r *run) replaced() []repo.Entry {
	paths := r.Snapshot.Since(r.Before.Snapshot)
	for _, c := range r.speaking { // documents of which a CSV file of rows changed
		if rows := c.file.RowsFile; rows != nil && rows.Source != nil && !r.sameBefore(rows.Path, rows.Source) {
			paths = append(paths, c.file.Path)
			r.otherRows = append(r.otherRows, c.file.Path)
		}
	}
	slices.Sort(paths)
	var entries []repo.Entry
	for _, path := range slices.Compact(paths) {
		e, existed := r.Before.Snapshot.Entry(path)
		if existed && Selected(r.Config, path) && (slices.Contains(r.otherRows, path) || !r.sameEntry(e)) {
			entries = append(entries, e)
		}
	}
	return entries
}

// sameEntry reports whether a file of the state before is unchanged. A
// different kind of line ends is no change: git may convert them on checkout.
func (r *run) sameEntry(e repo.Entry) bool {
	c := r.at(e.Path)
	return c != nil && (c.id != "" && c.id == e.ID || r.sameBefore(e.Path, c.file.Doc.Source))
}

func (r *run) sameBefore(path string, now []byte) bool {
	e, found := r.Before.Snapshot.Entry(path)
	if !found {
		return false
	}
	if e.ID != "" {
		return r.blobOf(path) == e.ID || repo.SameBlob(e.ID, now)
	}
	before, err := r.Before.Snapshot.Read(e, document.MaxSize)
	return err == nil && bytes.Equal(before, now)
}

// readBefore reads files of the state before.
func (r *run) readBefore(ctx context.Context, entries []repo.Entry) ([]*isms.File, error) {
	files := make([]*isms.File, len(entries))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(r.Parallelism)
	for i, e := range entries {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			if known := r.Session.find(contentID{e.Path, e.ID}, func(path string) string { return blobIn(r.Before.Snapshot, path) }); e.ID != "" && known != nil {
				files[i] = known.file
				return nil
			}
			doc := document.TooLarge()
			switch src, err := r.Before.Snapshot.Read(e, document.MaxSize); err {
			case nil:
				doc = r.Session.parser.Parse(src)
			case repo.ErrTooLarge:
			default:
				return err
			}
			files[i] = r.builder.File(e.Path, doc, besideReader(r.Before.Snapshot))
			return nil
		})
	}
	return files, group.Wait()
}

// pair matches the changed files by what identifies them within the ISMS.
func (r *run) pair(c *isms.Change, after *isms.System) []*isms.Pair {
	byID := map[string]*isms.Pair{}
	replaced := map[string]bool{}
	for _, f := range c.Replaced {
		replaced[f.Path] = true
		if p := byID[f.ID()]; p == nil || p.Before.Meta.Status == isms.Obsolete {
			byID[f.ID()] = &isms.Pair{ID: f.ID(), Before: f}
		}
	}
	for _, path := range r.replacing(replaced) {
		f := r.at(path).file
		c.Replacing = append(c.Replacing, f)
		p := byID[f.ID()]
		if p == nil {
			p = &isms.Pair{ID: f.ID()}
			byID[f.ID()] = p
		}
		if p.After == nil || p.After.Meta.Status == isms.Obsolete {
			p.After = f
		}
	}
	return pairsOf(byID, after.Files(), c.Replacing)
}

// replacing returns the paths of the files that were replaced or added.
func (r *run) replacing(replaced map[string]bool) []string {
	var paths []string
	for _, path := range append(r.Snapshot.Since(r.Before.Snapshot), r.otherRows...) {
		_, existed := r.Before.Snapshot.Entry(path)
		if r.at(path) != nil && (replaced[path] || !existed) {
			paths = append(paths, path)
		}
	}
	slices.Sort(paths)
	return slices.Compact(paths)
}

// pairsOf returns the pairs in the order of their ids. A second file of the
// same number that was added or removed is no change of the document, but
// document/duplicate-number.
func pairsOf(byID map[string]*isms.Pair, after, replacing []*isms.File) []*isms.Pair {
	kept := map[string]bool{}
	if hasHalf(byID) {
		changed := make(map[*isms.File]bool, len(replacing))
		for _, f := range replacing {
			changed[f] = true
		}
		for _, f := range after {
			if !changed[f] {
				kept[f.ID()] = true
			}
		}
	}
	var pairs []*isms.Pair
	for id, p := range byID {
		if !kept[id] || p.Before != nil && p.After != nil {
			pairs = append(pairs, p)
		}
	}
	slices.SortFunc(pairs, func(a, b *isms.Pair) int { return cmp.Compare(a.ID, b.ID) })
	return pairs
}

// hasHalf reports whether a document was added or removed.
func hasHalf(pairs map[string]*isms.Pair) bool {
	for _, p := range pairs {
		if p.Before == nil || p.After == nil {
			return true
		}
	}
	return false
}

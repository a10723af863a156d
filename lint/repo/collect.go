package repo

import (
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"

	"github.com/ismslint/ismslint/lint/message"
)

// maxLinkTarget is the size up to which the target of a symbolic link is read.
const maxLinkTarget = 4096

// collector makes a snapshot from the files of a tree or an index.
type collector struct {
	store *objectStore
	opts  Options
	snap  *Snapshot
}

func newCollector(store *objectStore, kind Kind, opts Options) *collector {
	snap := &Snapshot{Kind: kind, read: func(e Entry, limit int64) ([]byte, error) {
		return store.blob(plumbing.NewHash(e.ID), limit)
	}}
	return &collector{store: store, opts: opts, snap: snap}
}

// enter refuses the folders of a hostile tree.
func (c *collector) enter(dir treeEntry) bool {
	reason := checkPath(dir.path)
	if !reason.IsZero() {
		c.snap.skip(dir.path, reason)
	}
	return reason.IsZero()
}

// file takes up one file, whose path is below the root of the ISMS.
func (c *collector) file(f treeEntry) {
	if f.mode == filemode.Submodule {
		c.snap.skip(f.path, nestedReason)
		return
	}
	if !c.opts.match(f.path) {
		return
	}
	reason := checkPath(f.path)
	switch {
	case !reason.IsZero():
	case f.mode == filemode.Symlink:
		reason = c.link(f)
	case f.mode.IsFile():
		c.snap.Entries = append(c.snap.Entries, Entry{Path: f.path, ID: f.id.String(), Size: -1})
		return
	default:
		reason = message.Textf(
			"ファイルの種類（モード %o）が不明なため、読み込みません",
			"it is of an unknown kind (mode %o) and is not read", uint32(f.mode))
	}
	c.snap.skip(f.path, reason)
}

func (c *collector) link(f treeEntry) message.Text {
	target, err := c.store.blob(f.id, maxLinkTarget)
	if err != nil {
		return linkReason(f.path, "?")
	}
	return linkReason(f.path, string(target))
}

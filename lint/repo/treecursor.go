package repo

import (
	"bytes"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"
)

// treeCursor goes through the entries of a tree object without copying them.
type treeCursor struct {
	rest []byte
	// name and id are those of the current entry and nil at the end.
	name, id []byte
	mode     filemode.FileMode
}

// next goes to the next entry. It reports false where the rest is malformed;
// at the end the name is nil.
func (c *treeCursor) next() bool {
	b := c.rest
	c.name, c.id, c.mode = nil, nil, 0
	if len(b) == 0 {
		return true
	}
	const maxModeDigits = 7
	i := 0
	for ; i < len(b) && i <= maxModeDigits && '0' <= b[i] && b[i] <= '7'; i++ {
		c.mode = c.mode<<3 | filemode.FileMode(b[i]-'0')
	}
	end := bytes.IndexByte(b, 0)
	if i == 0 || i > maxModeDigits || end <= i || b[i] != ' ' || len(b) < end+1+idSize {
		return false
	}
	c.name, c.id, c.rest = b[i+1:end], b[end+1:end+1+idSize], b[end+1+idSize:]
	return true
}

func (c *treeCursor) end() bool { return c.id == nil }

func (c *treeCursor) folder() bool { return c.mode == filemode.Dir }

// file returns the id of a regular file, and "" for anything else.
func (c *treeCursor) file() string {
	switch c.mode {
	case filemode.Regular, filemode.Executable, filemode.Deprecated:
		return plumbing.Hash(c.id).String()
	}
	return ""
}

// compare orders two entries as git does: by name, where that of a folder ends
// in a slash. The end comes after all.
func (c *treeCursor) compare(d *treeCursor) int {
	if c.end() || d.end() {
		return toInt(c.end()) - toInt(d.end())
	}
	n := min(len(c.name), len(d.name))
	if order := bytes.Compare(c.name[:n], d.name[:n]); order != 0 {
		return order
	}
	return c.at(n) - d.at(n)
}

// at is the byte n of a name that may end there.
func (c *treeCursor) at(n int) int {
	switch {
	case n < len(c.name):
		return int(c.name[n])
	case c.folder():
		return '/'
	}
	return 0
}

func toInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// soundTree reports whether the entries of a tree are well formed, each there
// once and in git's order, so that two trees can be compared in one pass.
func soundTree(tree []byte) bool {
	c := treeCursor{rest: tree}
	if !c.next() {
		return false
	}
	for !c.end() {
		last := c
		if !c.next() || last.compare(&c) >= 0 {
			return false
		}
	}
	return true
}

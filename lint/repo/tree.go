package repo

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/filemode"

	"github.com/ismslint/ismslint/lint/message"
)

const (
	// maxTreeWork bounds the work for a tree in which few objects stand for
	// billions of files: one unit for a file, folderWork for a folder.
	maxTreeWork = 1_000_000
	folderWork  = 20
	// maxTreeDepth bounds the folders within folders.
	maxTreeDepth = 1000
)

// treeEntry is one file or folder of a tree object, or a file of a whole tree.
type treeEntry struct {
	path string
	mode filemode.FileMode
	id   plumbing.Hash
}

// nextTreeEntry splits the first entry, "mode name\x00id", off a tree object.
func nextTreeEntry(b []byte) (e treeEntry, rest []byte, ok bool) {
	space := bytes.IndexByte(b, ' ')
	end := bytes.IndexByte(b, 0)
	if space < 0 || end < space || len(b) < end+1+idSize {
		return e, nil, false
	}
	mode, err := strconv.ParseUint(string(b[:space]), 8, 32)
	e.mode = filemode.FileMode(mode)
	e.path = string(b[space+1 : end])
	e.id = plumbing.Hash(b[end+1 : end+1+idSize])
	return e, b[end+1+idSize:], err == nil
}

// treeWalk visits the files of a tree in the order of their paths.
type treeWalk struct {
	store *objectStore
	// enter says whether a folder is to be entered; nil enters all.
	enter func(dir treeEntry) bool
	visit func(file treeEntry)
	// work is how much may still be done.
	work int
}

// walk visits the files of the tree id, whose path is dir, "" or "a/b/".
func (w *treeWalk) walk(id plumbing.Hash, dir string) error {
	b, err := w.store.typed(plumbing.TreeObject, id, maxMeta)
	if err != nil {
		return err
	}
	if w.work -= folderWork; strings.Count(dir, "/") > maxTreeDepth {
		return errTreeSize()
	}
	for len(b) > 0 {
		e, rest, ok := nextTreeEntry(b)
		if !ok {
			return corruptObject(id.String(), message.Errorf("フォルダの一覧が不正です", "its list of files is malformed"))
		}
		b = rest
		if w.work--; w.work < 0 {
			return errTreeSize()
		}
		e.path = dir + e.path
		if e.mode != filemode.Dir {
			w.visit(e)
		} else if w.enter == nil || w.enter(e) {
			if err := w.walk(e.id, e.path+"/"); err != nil {
				return err
			}
		}
	}
	return nil
}

func errTreeSize() error {
	return message.Errorf(
		"フォルダの数や深さが多すぎます。ISMSのフォルダだけを指定してください",
		"the tree has too many or too deep folders; name the folder of the ISMS alone")
}

// subtree returns the id of the folder prefix, "" or "a/b/", below a tree.
// There may be a file of that name or nothing at all: ok is false.
func (s *objectStore) subtree(root plumbing.Hash, prefix string) (id plumbing.Hash, ok bool, err error) {
	id = root
	for name := range strings.SplitSeq(strings.TrimSuffix(prefix, "/"), "/") {
		if name == "" {
			break
		}
		b, err := s.typed(plumbing.TreeObject, id, maxMeta)
		if err != nil {
			return id, false, err
		}
		if id, ok = findFolder(b, name); !ok {
			return id, false, nil
		}
	}
	return id, true, nil
}

func findFolder(tree []byte, name string) (plumbing.Hash, bool) {
	for len(tree) > 0 {
		e, rest, ok := nextTreeEntry(tree)
		if !ok {
			break
		}
		if e.path == name && e.mode == filemode.Dir {
			return e.id, true
		}
		tree = rest
	}
	return plumbing.ZeroHash, false
}

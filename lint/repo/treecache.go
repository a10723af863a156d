package repo

import (
	"github.com/go-git/go-git/v5/plumbing"

	"github.com/ismslint/ismslint/lint/message"
)

// maxTrees bounds the memory for remembered folders, in bytes.
const maxTrees = 16 << 20

// treeCache keeps tree objects. The older of two generations is dropped when
// the younger has filled its half.
type treeCache struct {
	young, old map[plumbing.Hash][]byte
	size       int // bytes in the younger generation
}

func (c *treeCache) get(id plumbing.Hash) ([]byte, bool) {
	if tree, ok := c.young[id]; ok {
		return tree, true
	}
	tree, ok := c.old[id]
	if ok {
		c.put(id, tree)
	}
	return tree, ok
}

func (c *treeCache) put(id plumbing.Hash, tree []byte) {
	if len(tree) > maxTrees/4 {
		return
	}
	if c.young == nil || c.size+len(tree) > maxTrees/2 {
		c.old, c.young, c.size = c.young, map[plumbing.Hash][]byte{}, 0
	}
	c.young[id] = tree
	c.size += len(tree)
}

// tree returns the entries of a folder, which are well formed and in order.
func (d *Differ) tree(id plumbing.Hash) ([]byte, error) {
	if tree, ok := d.trees.get(id); ok {
		return tree, nil
	}
	tree, err := d.store.typed(plumbing.TreeObject, id, maxMeta)
	if err != nil {
		return nil, err
	}
	if !soundTree(tree) {
		return nil, corruptObject(id.String(), message.Errorf(
			"フォルダの一覧が不正です（並び順の誤りや重複を含む）",
			"its list of files is malformed, out of order or has a name twice"))
	}
	d.trees.put(id, tree)
	return tree, nil
}

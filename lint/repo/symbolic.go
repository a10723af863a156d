package repo

import (
	"github.com/go-git/go-git/v5/plumbing"

	"github.com/ismslint/ismslint/lint/message"
)

// SymbolicTarget returns the full name of the reference that a symbolic one,
// such as HEAD, stands for, whether or not there is a commit yet; "" when the
// reference is not there or is no symbolic one.
func (r *Repository) SymbolicTarget(name string) (string, error) {
	if err := r.Supported(); err != nil {
		return "", err
	}
	full := plumbing.ReferenceName(name)
	if !full.IsSafe() {
		return "", nil
	}
	ref, err := r.references().Reference(full)
	switch {
	case absent(err):
		return "", nil
	case err != nil:
		return "", message.Wrap(err,
			"gitの参照「%s」を読み込めません。git fsck で確認してください",
			"cannot read the git reference %q; check the repository with git fsck", name)
	case ref.Type() != plumbing.SymbolicReference:
		return "", nil
	}
	return ref.Target().String(), nil
}

// Branch returns the id of the commit that a reference with a full name leads
// to, "" when there is no such reference or nothing was committed to it yet.
func (r *Repository) Branch(name string) (string, error) {
	if err := r.Supported(); err != nil {
		return "", err
	}
	ref := plumbing.ReferenceName(name)
	if !ref.IsSafe() {
		return "", nil
	}
	id, found, err := r.lookup(ref)
	if err != nil || !found || id == plumbing.ZeroHash {
		return "", err
	}
	c, err := r.peel(id)
	if err != nil {
		return "", err
	}
	return c.ID, nil
}

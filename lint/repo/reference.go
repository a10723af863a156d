package repo

import (
	"errors"
	"io/fs"

	"github.com/go-git/go-billy/v5/osfs"
	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/cache"
	"github.com/go-git/go-git/v5/plumbing/storer"
	"github.com/go-git/go-git/v5/storage/filesystem"
	"github.com/go-git/go-git/v5/storage/filesystem/dotgit"

	"github.com/ismslint/ismslint/lint/message"
)

// reference returns the id to which git's rules for short names lead, and the
// zero id where no reference has that name.
func (r *Repository) reference(name string) (plumbing.Hash, error) {
	for _, full := range []string{name, "refs/" + name, "refs/tags/" + name, "refs/heads/" + name,
		"refs/remotes/" + name, "refs/remotes/" + name + "/HEAD"} {
		ref := plumbing.ReferenceName(full)
		if !ref.IsSafe() {
			continue
		}
		id, found, err := r.lookup(ref)
		if err != nil {
			return plumbing.ZeroHash, err
		}
		if found && id == plumbing.ZeroHash {
			return id, unbornHead()
		}
		if found {
			return id, nil
		}
	}
	return plumbing.ZeroHash, nil
}

// lookup reads a reference. HEAD is found, with the zero id, when its branch
// has no commit yet.
func (r *Repository) lookup(name plumbing.ReferenceName) (id plumbing.Hash, found bool, err error) {
	refs := r.references()
	_, err = refs.Reference(name)
	if absent(err) {
		return plumbing.ZeroHash, false, nil
	}
	ref, err := storer.ResolveReference(refs, name)
	if err == nil && ref.Hash() != plumbing.ZeroHash {
		return ref.Hash(), true, nil
	}
	if absent(err) {
		return plumbing.ZeroHash, name == plumbing.HEAD, nil
	}
	return plumbing.ZeroHash, false, message.Wrap(err,
		"gitの参照「%s」を読み込めません。git fsck で確認してください",
		"cannot read the git reference %q; check the repository with git fsck", name)
}

// absent reports whether an error of go-git means that there is no such
// reference. A folder refs/heads/a is no reference, nor is one below a file.
func absent(err error) bool {
	return errors.Is(err, plumbing.ErrReferenceNotFound) || errors.Is(err, fs.ErrNotExist) ||
		errors.Is(err, dotgit.ErrIsDir)
}

func (r *Repository) references() storer.ReferenceStorer {
	files := dotgit.NewRepositoryFilesystem(osfs.New(r.GitDir), osfs.New(r.CommonDir))
	return filesystem.NewStorage(files, cache.NewObjectLRUDefault())
}

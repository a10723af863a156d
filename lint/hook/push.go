package hook

import (
	"errors"
	"strings"

	"github.com/ismslint/ismslint/lint/project"
	"github.com/ismslint/ismslint/lint/repo"
)

const (
	heads   = "refs/heads/"
	remotes = "refs/remotes/"
)

// Received returns the branches that a push moves in the repository that
// receives it. Tags and other references are no states of the ISMS.
func Received(r *repo.Repository, updates []Update) ([]project.Push, error) {
	trunk, tip, err := receivingTrunk(r, updates)
	if err != nil {
		return nil, err
	}
	var pushes []project.Push
	for _, u := range updates {
		name, isBranch := strings.CutPrefix(u.Ref, heads)
		if !isBranch {
			continue
		}
		p := project.Push{Branch: name, Before: u.Before, After: u.After, Default: u.Ref == trunk, Trunk: tip}
		if p.Default {
			p.Trunk = ""
		}
		pushes = append(pushes, p)
	}
	return pushes, nil
}

// receivingTrunk returns the default branch and its last commit: the branch of
// HEAD, or one of the usual names while that one has no commit. The first push
// brings it along.
func receivingTrunk(r *repo.Repository, updates []Update) (ref, tip string, err error) {
	head, err := r.SymbolicTarget("HEAD")
	if err != nil {
		return "", "", err
	}
	names := []string{head, heads + "main", heads + "master"}
	for _, name := range names {
		if tip, err = r.Branch(name); err != nil || tip != "" {
			return name, tip, err
		}
	}
	for _, name := range names {
		for _, u := range updates {
			if u.Ref == name && u.After != "" {
				return name, u.After, nil
			}
		}
	}
	return "", "", nil
}

// Sent returns the branches that a push moves in a remote repository, as far as
// it is known here. The remote has a name, or is an address of which nothing
// is known.
func Sent(r *repo.Repository, remote string, updates []Update) ([]project.Push, error) {
	trunk, tip, err := remoteTrunk(r, remote)
	if err != nil {
		return nil, err
	}
	var pushes []project.Push
	for _, u := range updates {
		name, isBranch := strings.CutPrefix(u.Ref, heads)
		if !isBranch {
			continue
		}
		p := project.Push{Branch: name, Before: u.Before, After: u.After, Default: name == trunk, Trunk: tip}
		if u.Before != "" && !known(r, u.Before) {
			p.Lost = u.Before
			if p.Before, err = r.Branch(remotes + remote + "/" + name); err != nil {
				return nil, err
			}
		}
		if p.Default {
			p.Trunk = ""
		}
		pushes = append(pushes, p)
	}
	return pushes, nil
}

// known reports whether the commit of an id is here.
func known(r *repo.Repository, id string) bool {
	_, err := r.Resolve(id)
	var e *repo.RevisionError
	return !errors.As(err, &e)
}

// remoteTrunk returns the short name of the default branch of a remote and its
// last commit that is known here.
func remoteTrunk(r *repo.Repository, remote string) (name, tip string, err error) {
	prefix := remotes + remote + "/"
	target, err := r.SymbolicTarget(prefix + "HEAD")
	if err != nil {
		return "", "", err
	}
	for _, ref := range []string{target, prefix + "main", prefix + "master"} {
		name, ok := strings.CutPrefix(ref, prefix)
		if !ok {
			continue
		}
		if tip, err = r.Branch(ref); err != nil || tip != "" {
			return name, tip, err
		}
	}
	return "", "", nil
}

// Package hook puts ismslint into the hooks of a git repository and reads what
// git tells those hooks.
package hook

import (
	"slices"

	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
)

// Kind is a hook by git's name.
type Kind string

// The hooks that ismslint has something to do in.
const (
	// PreCommit checks what is staged.
	PreCommit Kind = "pre-commit"
	// PrePush checks what is about to be pushed, where it is pushed from.
	PrePush Kind = "pre-push"
	// PreReceive checks what is pushed, where it is pushed to.
	PreReceive Kind = "pre-receive"
)

// Kinds returns all hooks.
func Kinds() []Kind { return []Kind{PreCommit, PrePush, PreReceive} }

// Parse returns the hook of a name.
func Parse(name string) (Kind, error) {
	if k := Kind(name); slices.Contains(Kinds(), k) {
		return k, nil
	}
	return "", message.Errorf("「%s」は実行できません。pre-commit、pre-push、pre-receive のいずれかを指定してください",
		"cannot run %q; expected pre-commit, pre-push or pre-receive", name)
}

// Defaults returns the hooks that are installed into a repository when none is
// named.
func Defaults(r *repo.Repository) []Kind {
	if r.Bare {
		return []Kind{PreReceive}
	}
	return []Kind{PreCommit, PrePush}
}

// Package hook puts ismslint into the hooks of a git repository and reads what
// git tells those hooks.
package hook

import (
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

// ParsePush returns the hook of a push of a name. The other one is no more than
// a check of what is staged.
func ParsePush(name string) (Kind, error) {
	if k := Kind(name); k == PrePush || k == PreReceive {
		return k, nil
	}
	return "", message.Errorf("「%s」は実行できません。pre-push か pre-receive を指定してください",
		"cannot run %q; expected pre-push or pre-receive", name)
}

// Defaults returns the hooks that are installed into a repository when none is
// named.
func Defaults(r *repo.Repository) []Kind {
	if r.Bare {
		return []Kind{PreReceive}
	}
	return []Kind{PreCommit, PrePush}
}

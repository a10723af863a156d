package repo

import (
	"strings"
	"testing"
)

func TestSymbolicTarget(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b 本流 one && cd one && echo a >a && git add a && git commit -qm a && git branch topic && git tag v1 && cd ..
git clone -q one two
git init -q --bare -b trunk none.git
git clone -q --bare one detached.git && git -C detached.git update-ref --no-deref HEAD topic
`)
	tests := []struct{ dir, name, want string }{
		{"one", "HEAD", "refs/heads/本流"},
		{"one", "refs/heads/topic", ""},
		{"one", "refs/heads/nosuch", ""},
		{"two", "refs/remotes/origin/HEAD", "refs/remotes/origin/本流"},
		{"two", "refs/remotes/../../HEAD", ""},
		{"none.git", "HEAD", "refs/heads/trunk"},
		{"detached.git", "HEAD", ""},
	}
	for _, tt := range tests {
		if got, err := s.open(tt.dir).SymbolicTarget(tt.name); err != nil || got != tt.want {
			t.Errorf("%s in %s: %q, %v, want %q", tt.name, tt.dir, got, err, tt.want)
		}
	}
}

func TestBranch(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main one && cd one && echo a >a && git add a && git commit -qm a && git tag -a -m tag v1 && git pack-refs --all && git branch topic
cd .. && git init -q --bare -b trunk none.git
`)
	id := strings.TrimSpace(s.run(`git -C one rev-parse main`))
	tests := []struct{ dir, name, want string }{
		{"one", "refs/heads/main", id},
		{"one", "refs/heads/topic", id},
		{"one", "refs/tags/v1", id},
		{"one", "HEAD", id},
		{"one", "main", ""}, // no full name
		{"one", "refs/heads", ""},
		{"one", "refs/heads/main/x", ""},
		{"one", "refs/heads/../../HEAD", ""},
		{"one", "", ""},
		{"none.git", "HEAD", ""},
		{"none.git", "refs/heads/trunk", ""},
	}
	for _, tt := range tests {
		if got, err := s.open(tt.dir).Branch(tt.name); err != nil || got != tt.want {
			t.Errorf("%s in %s: %q, %v, want %q", tt.name, tt.dir, got, err, tt.want)
		}
	}
}

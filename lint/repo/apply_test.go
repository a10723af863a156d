package repo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// TestStep goes through a random history in random steps and compares each
// state, and what it says of its difference, with the state that is read.
func TestStep(t *testing.T) {
	s := newSandbox(t)
	h := randomHistory{seed: 31, commits: 80, files: 6}
	h.make(s, "r")
	r := s.open("r")
	rnd := rand.New(rand.NewPCG(31, 4))
	read := func(rev string) (*CommitInfo, *Snapshot) {
		c, err := r.Commit(rev)
		if err != nil {
			t.Fatal(err)
		}
		state, err := r.CommitSnapshot(rev, "isms", Options{})
		if err != nil {
			t.Fatal(err)
		}
		return c, state
	}
	differ := r.NewDiffer("isms")
	info, state := read("n0")
	differences := 0
	for range 60 {
		next, want := read(fmt.Sprintf("n%d", rnd.IntN(h.commits)))
		changes, err := differ.Diff(context.Background(), info, next)
		if err != nil {
			t.Fatal(err)
		}
		stepped := state.Step(next, changes)
		if !slices.EqualFunc(stepped.Entries, want.Entries, func(a, b Entry) bool { return a.Path == b.Path && a.ID == b.ID }) {
			t.Fatalf("after a step to %s: %v, want %v", next.ID, stepped.Entries, want.Entries)
		}
		var paths []string
		for _, c := range changes {
			paths = append(paths, c.Path)
		}
		if got := stepped.Since(state); !slices.Equal(got, paths) {
			t.Errorf("Since = %q, want %q", got, paths)
		}
		if got := want.Since(state); !slices.Equal(got, paths) { // finds it out by comparing
			t.Errorf("Since without a step = %q, want %q", got, paths)
		}
		differences += len(paths)
		info, state = next, stepped
	}
	if differences == 0 {
		t.Error("the states do not differ: this tests nothing")
	}
}

func TestSinceOfAnOverlay(t *testing.T) {
	s := newSandbox(t)
	s.run("git init -q r && cd r && echo a >a.md && echo b >b.md && git add . && git commit -qm one")
	state, err := s.open("r").CommitSnapshot("HEAD", "", Options{})
	if err != nil {
		t.Fatal(err)
	}
	if got := Overlay(state, "b.md", []byte("c")).Since(state); !slices.Equal(got, []string{"b.md"}) {
		t.Errorf("Since = %q, want the file that was laid over the commit", got)
	}
}

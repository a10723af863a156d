package repo

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// truncatedRepositories makes a repository r with five commits and clones of
// it that lack or alter something.
func truncatedRepositories(s sandbox) {
	s.t.Helper()
	s.run(`
git init -q -b main r && cd r && git config uploadpack.allowFilter true
for i in 1 2 3 4 5; do mkdir -p isms && echo $i >isms/a.md && git add . && git commit -qm $i; done
git clone -q --depth 2 "file://$PWD" ../shallow && git clone -q --filter=blob:none "file://$PWD" ../blobless 2>/dev/null
git clone -q --filter=tree:0 "file://$PWD" ../treeless 2>/dev/null
for n in whole grafts replace packed comment; do git clone -q . ../$n; done
printf '# nothing here\n\n' >../comment/.git/info/grafts
echo "$(git rev-parse main~1)" >../grafts/.git/info/grafts
git -C ../replace replace main~2 main~4 && git -C ../packed replace main~2 main~4 && git -C ../packed pack-refs --all
git -C ../grafts worktree add -q --detach ../linked
`)
}

func TestTruncation(t *testing.T) {
	s := newSandbox(t)
	truncatedRepositories(s)
	tests := []struct {
		dir        string
		kind       TruncationKind
		incomplete bool
		ja, en     string
	}{
		{"shallow", ShallowClone, true, "GIT_DEPTH: 0", "git fetch --unshallow"},
		{"blobless", PartialClone, false, "git fetch --refetch", "git fetch --refetch --no-filter"},
		{"treeless", PartialClone, false, "git fetch --refetch", "git fetch --refetch --no-filter"},
		{"grafts", Grafts, false, "info/grafts", "ismslint ignores it"},
		{"linked", Grafts, false, "info/grafts", "ismslint ignores it"},
		{"replace", Replacements, false, "git replace -l", "ismslint ignores it"},
		{"packed", Replacements, false, "git replace -l", "ismslint ignores it"},
	}
	for _, tt := range tests {
		all := s.open(tt.dir).Truncation()
		if len(all) != 1 || all[0].Kind != tt.kind || all[0].Incomplete != tt.incomplete {
			t.Errorf("%s: %+v", tt.dir, all)
			continue
		}
		if reason := all[0].Reason; !strings.Contains(reason.JA, tt.ja) || !strings.Contains(reason.EN, tt.en) {
			t.Errorf("%s: %+v", tt.dir, reason)
		}
	}
	for _, dir := range []string{"r", "whole", "comment"} {
		if all := s.open(dir).Truncation(); all != nil {
			t.Errorf("%s: %+v", dir, all)
		}
	}
}

// What is local to a clone must not change the evidence.
func TestWalkIgnoresGraftsAndReplacements(t *testing.T) {
	s := newSandbox(t)
	truncatedRepositories(s)
	want := strings.Fields(s.run(`git -C r rev-list --reverse main`))
	for _, dir := range []string{"whole", "grafts", "linked", "replace", "packed", "blobless", "treeless"} {
		commits, err := s.open(dir).Walk(t.Context(), []string{"origin/main"}, nil)
		if got := ids(commits); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v %v", dir, got, err)
		}
	}
	for _, dir := range []string{"grafts", "replace"} {
		if s.run(`git -C "$D" rev-list --reverse main 2>/dev/null`, "D="+dir) == strings.Join(want, "\n") {
			t.Errorf("git itself shows the same history of %s, so the test shows nothing", dir)
		}
	}
}

func TestShallowHistory(t *testing.T) {
	s := newSandbox(t)
	truncatedRepositories(s)
	r := s.open("shallow")
	want := strings.Fields(s.run(`git -C shallow rev-list --reverse main`))
	commits, err := r.Walk(t.Context(), []string{"main"}, nil)
	if got := ids(commits); err != nil || len(want) != 2 || !slices.Equal(got, want) {
		t.Fatalf("%v %v", got, err)
	}
	line, err := r.FirstParents(t.Context(), "main")
	if got := ids(line); err != nil || !slices.Equal(got, want) {
		t.Errorf("mainline: %v %v", got, err)
	}
	if c := commits[0]; !c.Boundary || len(c.Parents) != 1 || c.Parents[0] != s.run(`git -C r rev-parse main~2`) {
		t.Errorf("%+v", c)
	}
	if commits[1].Boundary {
		t.Error("the tip is no boundary")
	}
	if is, err := r.IsAncestor(t.Context(), "main~1", "main"); err != nil || !is {
		t.Errorf("%v %v", is, err)
	}
	// A push from a shallow clone brings its boundary in a file of its own.
	s.write("boundary", s.run(`git -C whole rev-parse main~3`)+"\n")
	pushed := s.open("whole", "GIT_SHALLOW_FILE="+s.path("boundary"))
	commits, err = pushed.Walk(t.Context(), []string{"main"}, nil)
	if err != nil || len(commits) != 4 || !commits[0].Boundary || !pushed.Shallow {
		t.Errorf("%d commits, %v", len(commits), err)
	}
	// Whatever else is missing is an error.
	s.run(`cd shallow && git fetch -q --unshallow && git unpack-objects -q <$(ls .git/objects/pack/*.pack | head -1) && : >.git/shallow`)
	if r := s.open("shallow"); r.Shallow || r.Truncation() != nil {
		t.Error("the clone is whole again")
	}
}

func TestPartialHistory(t *testing.T) {
	s := newSandbox(t)
	truncatedRepositories(s)
	var missing *ObjectError
	r := s.open("blobless")
	changes, err := r.Diff(t.Context(), "main~3", "main~2", "isms")
	if err != nil || len(changes) != 1 {
		t.Fatalf("folders are there: %v %v", changes, err)
	}
	_, err = r.ReadBlob(changes[0].Before, 1<<20)
	wantError(t, err, "部分クローン", "git fetch --refetch --no-filter")
	if !errors.As(err, &missing) || !missing.Missing {
		t.Errorf("%#v", err)
	}
	_, err = s.open("treeless").Diff(t.Context(), "main~3", "main~2", "isms")
	wantError(t, err, "部分クローン", "git fetch --refetch --no-filter")
	if !errors.As(err, &missing) || !missing.Missing {
		t.Errorf("%#v", err)
	}
}

package repo

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func ids(commits []*CommitInfo) []string {
	list := make([]string, len(commits))
	for i, c := range commits {
		list[i] = c.ID
	}
	return list
}

// wantParentsFirst states the law of Walk: every commit is there once and after
// those of its parents that are there.
func wantParentsFirst(t *testing.T, commits []*CommitInfo) {
	t.Helper()
	at := map[string]int{}
	for i, c := range commits {
		if _, twice := at[c.ID]; twice {
			t.Errorf("%s is there twice", c.ID)
		}
		at[c.ID] = i
	}
	for i, c := range commits {
		for _, p := range c.Parents {
			if j, ok := at[p]; ok && j >= i {
				t.Errorf("%s comes before its parent %s", c.ID, p)
			}
		}
	}
}

// On histories that are made up the walk must be that of git.
func TestWalkLikeGit(t *testing.T) {
	tests := map[string]struct {
		history randomHistory
		script  string
	}{
		"dates in order":       {randomHistory{seed: 1, commits: 250, files: 5}, `true`},
		"same dates and packs": {randomHistory{seed: 2, commits: 250, skew: 3600, files: 5}, `git gc -q`},
		// With wrong clocks git itself is right only by its commit-graph.
		"wrong clocks": {randomHistory{seed: 3, commits: 250, skew: 900_000, files: 5}, `git commit-graph write --reachable`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s := newSandbox(t)
			tt.history.make(s, "r")
			s.run(`cd r && ` + tt.script)
			r := s.open("r")
			rnd := rand.New(rand.NewPCG(tt.history.seed, 2))
			pick := func(n int) []string {
				revs := make([]string, n)
				for i := range revs {
					revs[i] = fmt.Sprintf("n%d", rnd.IntN(tt.history.commits))
				}
				return revs
			}
			for range 25 {
				include, exclude := pick(1+rnd.IntN(3)), pick(rnd.IntN(3))
				commits, err := r.Walk(t.Context(), include, exclude)
				if err != nil {
					t.Fatal(err)
				}
				wantParentsFirst(t, commits)
				want := strings.Fields(s.run(`cd r && git rev-list --topo-order --reverse $I --not $E`,
					"I="+strings.Join(include, " "), "E="+strings.Join(exclude, " ")))
				if got := ids(commits); !slices.Equal(got, want) {
					t.Errorf("%v not %v: %d commits, git has %d\n%v\n%v", include, exclude, len(got), len(want), got, want)
				}
			}
		})
	}
}

func TestFirstParentsLikeGit(t *testing.T) {
	s := newSandbox(t)
	randomHistory{seed: 4, commits: 200, files: 5}.make(s, "r")
	line, err := s.open("r").FirstParents(t.Context(), "HEAD")
	want := strings.Fields(s.run(`git -C r rev-list --first-parent --reverse HEAD`))
	if got := ids(line); err != nil || len(got) < 5 || !slices.Equal(got, want) {
		t.Errorf("%v\n%v\n%v", got, want, err)
	}
}

func TestRange(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main r && cd r
for i in 1 2 3; do git commit -q --allow-empty -m $i && git tag v$i; done
git checkout -q -b side v1 && git commit -q --allow-empty -m side && git checkout -q main && git merge -q -m merge side
`)
	r := s.open("r")
	for spec, git := range map[string]string{
		"v1..main": "v1..main", "v1..": "v1..HEAD", "..side": "HEAD..side", "side": "side", "v3..side": "v3..side",
		"side..side": "side..side", "main~2..main^2": "main~2..main^2", "v1..v3": "v1..v3",
	} {
		commits, err := r.Range(t.Context(), spec)
		want := strings.Fields(s.run(`git -C r rev-list --topo-order --reverse ` + git))
		if got := ids(commits); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v, %v; git says %v", spec, got, err, want)
		}
	}
	for spec, en := range map[string]string{
		"v1...main": `"v1...main" is not a supported range of commits; expected A..B`, "..": "not a supported range",
		"a..b..c": "not a supported range", "v1....main": "not a supported range", "v1..nowhere": `"nowhere" names no commit`,
		"-x..main": `"-x" is not a supported way`, "": "is not a supported way",
	} {
		_, err := r.Range(t.Context(), spec)
		wantError(t, err, "指定してください", en)
		if e := (*RevisionError)(nil); !errors.As(err, &e) {
			t.Errorf("%q: %T", spec, err)
		}
	}
}

func TestWalkInterrupted(t *testing.T) {
	s := newSandbox(t)
	s.run(`git init -q -b main r && cd r && git commit -q --allow-empty -m first && git commit -q --allow-empty -m second`)
	r := s.open("r")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, walkErr := r.Walk(ctx, []string{"main"}, nil)
	_, lineErr := r.FirstParents(ctx, "main")
	_, baseErr := r.MergeBases(ctx, "main", "main~1")
	_, ancestorErr := r.IsAncestor(ctx, "main~1", "main")
	_, diffErr := r.Diff(ctx, "main~1", "main", "")
	for name, err := range map[string]error{"walk": walkErr, "line": lineErr, "bases": baseErr, "ancestor": ancestorErr} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if diffErr != nil {
		t.Errorf("two commits with one tree need no reading: %v", diffErr)
	}
}

// What is wrong with a repository must be said, whoever meets it first.
func TestWalkErrors(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main r && cd r && for i in 1 2 3 4; do git commit -q --allow-empty -m $i; done
for n in missing corrupt; do cp -R . ../$n; done
file() { h=$(git rev-parse "$1"); echo .git/objects/$(echo $h | cut -c1-2)/$(echo $h | cut -c3-); }
rm -f ../missing/$(file main~2) && chmod u+w ../corrupt/$(file main~2) && echo nonsense >../corrupt/$(file main~2)
cp -R . ../badpack && cd ../badpack && git gc -q --prune=now && git commit -q --allow-empty -m 5 && cd .git/objects/pack && rm -f *.rev && chmod u+w *.pack && dd if=/dev/zero of=$(ls *.pack) bs=1 seek=13 count=200 conv=notrunc 2>/dev/null
cd ../../../../r && cp -R . ../sha256 && git -C ../sha256 config core.repositoryformatversion 1 && git -C ../sha256 config extensions.objectFormat sha256
cp -R . ../reftable && git -C ../reftable config extensions.refStorage reftable
`)
	tests := []struct{ dir, ja, en string }{
		{"missing", "git fsck", "is missing"},
		{"corrupt", "壊れています", "is damaged"},
		{"badpack", "壊れています", "is damaged"},
		{"sha256", "sha256", `object format "sha256"`},
		{"reftable", "reftable", `reference storage "reftable"`},
	}
	for _, tt := range tests {
		t.Run(tt.dir, func(t *testing.T) {
			r := s.open(tt.dir)
			_, err := r.Walk(t.Context(), []string{"main"}, nil)
			wantError(t, err, tt.ja, tt.en)
			_, err = r.FirstParents(t.Context(), "main")
			wantError(t, err, tt.ja, tt.en)
			if tt.dir == "sha256" || tt.dir == "reftable" {
				_, err = r.Tags(t.Context())
				wantError(t, err, tt.ja, tt.en)
				_, err = r.ReadBlob(strings.Repeat("1", 40), 1)
				wantError(t, err, tt.ja, tt.en)
			}
		})
	}
}

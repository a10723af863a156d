package repo

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestMergeBasesLikeGit(t *testing.T) {
	for seed, skew := range []int{0, 3600, 900_000} {
		s := newSandbox(t)
		h := randomHistory{seed: uint64(10 + seed), commits: 200, skew: skew, files: 5}
		h.make(s, "r")
		rnd := rand.New(rand.NewPCG(h.seed, 3))
		var pairs [][2]string
		var input strings.Builder
		for range 100 {
			a, b := fmt.Sprintf("n%d", rnd.IntN(h.commits)), fmt.Sprintf("n%d", rnd.IntN(h.commits))
			pairs = append(pairs, [2]string{a, b})
			fmt.Fprintln(&input, a, b)
		}
		s.write("pairs", input.String())
		out := s.run(`cd r && while read a b; do
  git merge-base --is-ancestor $a $b && printf yes || printf no
  echo " "$(git merge-base --all $a $b | sort)
done <../pairs`)
		r := s.open("r")
		several := 0
		for i, line := range strings.Split(out, "\n") {
			f := strings.Fields(line)
			a, b := pairs[i][0], pairs[i][1]
			bases, err := r.MergeBases(t.Context(), a, b)
			if several += max(0, len(bases)-1); err != nil {
				t.Fatal(err)
			}
			slices.Sort(bases)
			if !slices.Equal(bases, f[1:]) {
				t.Errorf("skew %d: merge bases of %s and %s: %v, git says %v", skew, a, b, bases, f[1:])
			}
			if is, err := r.IsAncestor(t.Context(), a, b); err != nil || is != (f[0] == "yes") {
				t.Errorf("skew %d: %s is an ancestor of %s: %v %v, git says %s", skew, a, b, is, err, f[0])
			}
		}
		if several == 0 {
			t.Errorf("skew %d: no pair has several merge bases, so the test shows nothing of them", skew)
		}
	}
}

func TestMergeBasesOfCrissCrossAndUnrelated(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b a r && cd r
export GIT_COMMITTER_DATE="1600000000 +0000"
git commit -q --allow-empty -m root && git checkout -q -b b
git commit -q --allow-empty -m b1 && git tag b1 && git checkout -q a
export GIT_COMMITTER_DATE="1600000100 +0000"
git commit -q --allow-empty -m a1 && git tag a1
git merge -q -m cross b1 && git checkout -q b && git merge -q -m criss a1
git checkout -q --orphan other && git commit -q --allow-empty -m other
`)
	r := s.open("r")
	got, err := r.MergeBases(t.Context(), "a", "b")
	want := strings.Fields(s.run(`cd r && git rev-parse a1 b1`))
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("criss-cross: %v, %v; the latest first: %v", got, err, want)
	}
	if got, err := r.MergeBases(t.Context(), "a", "other"); err != nil || len(got) != 0 {
		t.Errorf("unrelated: %v, %v", got, err)
	}
	if got, err := r.MergeBases(t.Context(), "a", "a1"); err != nil || !slices.Equal(got, want[:1]) {
		t.Errorf("an ancestor: %v, %v", got, err)
	}
}

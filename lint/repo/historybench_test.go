package repo

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

const benchCommits = 10_000

// benchHistory makes a packed history of 10,000 commits over 1,000 documents in
// the given number of folders. Every tenth commit is a merge.
func benchHistory(b *testing.B, folders int) sandbox {
	b.Helper()
	s := newSandbox(b)
	rnd := rand.New(rand.NewPCG(1, 1))
	var script strings.Builder
	for i := range benchFiles {
		fmt.Fprintf(&script, "blob\nmark :%d\ndata 20\ndocument %010d\n\n", benchCommits+1+i, i)
	}
	path := func(i int) string { return fmt.Sprintf("isms/registers-%02d/ISMS-B-%04d.md", i%folders, i) }
	for i := range benchCommits {
		fmt.Fprintf(&script, "commit refs/heads/main\nmark :%d\nauthor 田中 <tanaka@example.com> %d +0900\ncommitter Sato <sato@example.com> %d +0900\n",
			i+1, 1_500_000_000+i*9000, 1_500_000_060+i*9000)
		text := fmt.Sprintf("台帳を更新 %d\n\n%s\n", i, strings.Repeat("理由と影響を記載。", 1+i%10))
		fmt.Fprintf(&script, "data %d\n%s\n", len(text), text)
		if i > 10 && i%10 == 0 {
			fmt.Fprintf(&script, "merge :%d\n", i-5)
		}
		if i == 0 {
			for k := range benchFiles {
				fmt.Fprintf(&script, "M 100644 :%d %s\n", benchCommits+1+k, path(k))
			}
		}
		fmt.Fprintf(&script, "M 100644 inline %s\ndata 10\n%010d\n", path(rnd.IntN(benchFiles)), i)
	}
	s.write("script", script.String())
	s.run(`git init -q -b main r && cd r && git fast-import --quiet <../script && git gc -q --prune=now`)
	return s
}

// BenchmarkWalk reads a history, cold, as a command does.
func BenchmarkWalk(b *testing.B) {
	s := benchHistory(b, 20)
	for b.Loop() {
		r := s.open("r")
		commits, err := r.Walk(b.Context(), []string{"main"}, nil)
		if err != nil || len(commits) != benchCommits {
			b.Fatal(len(commits), err)
		}
		if err := r.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRangeOfOne is what a hook asks at a push on top of a long history.
func BenchmarkRangeOfOne(b *testing.B) {
	s := benchHistory(b, 20)
	for b.Loop() {
		r := s.open("r")
		commits, err := r.Range(b.Context(), "main~1..main")
		if err != nil || len(commits) != 1 {
			b.Fatal(len(commits), err)
		}
		if err := r.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDiffer compares every commit with its first parent.
func BenchmarkDiffer(b *testing.B) {
	for _, folders := range []int{1, 20} {
		b.Run(fmt.Sprintf("folders-%d", folders), func(b *testing.B) {
			s := benchHistory(b, folders)
			r := s.open("r")
			commits, err := r.Walk(b.Context(), []string{"main"}, nil)
			if err != nil {
				b.Fatal(err)
			}
			byID := map[string]*CommitInfo{}
			for _, c := range commits {
				byID[c.ID] = c
			}
			for b.Loop() {
				d, changes := r.NewDiffer("isms"), 0
				for _, c := range commits {
					var parent *CommitInfo
					if len(c.Parents) > 0 {
						parent = byID[c.Parents[0]]
					}
					found, err := d.Diff(b.Context(), parent, c)
					if err != nil {
						b.Fatal(err)
					}
					changes += len(found)
				}
				b.ReportMetric(float64(changes), "changes")
			}
		})
	}
}

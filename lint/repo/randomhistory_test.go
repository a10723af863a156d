package repo

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// randomHistory describes a history that is made up from a seed: every commit
// has a branch of its own, n0, n1 and so on, and up to three parents.
type randomHistory struct {
	seed    uint64
	commits int
	// skew is how far, in seconds, a clock may be wrong.
	skew int
	// files is the number of files that are changed.
	files int
}

// make makes the repository dir of the history.
func (h randomHistory) make(s sandbox, dir string) {
	s.t.Helper()
	rnd := rand.New(rand.NewPCG(h.seed, 1))
	var b strings.Builder
	for i := range h.commits {
		fmt.Fprintf(&b, "commit refs/heads/n%d\nmark :%d\n", i, i+1)
		date := 1_600_000_000 + i*3600
		if h.skew > 0 {
			date += rnd.IntN(2*h.skew) - h.skew
		}
		fmt.Fprintf(&b, "author 田中 <tanaka@example.com> %d +0900\ncommitter Sato <sato@example.com> %d -0330\n", date-60, date)
		message := fmt.Sprintf("commit %d\n", i)
		fmt.Fprintf(&b, "data %d\n%s\n", len(message), message)
		h.parents(&b, rnd, i)
		for range 1 + rnd.IntN(3) {
			h.change(&b, rnd)
		}
	}
	s.write(dir+".script", b.String())
	s.run(`git init -q -b main "$D" && cd "$D" && git fast-import --quiet --force <"../$D.script" && git symbolic-ref HEAD "refs/heads/n$LAST" && git pack-refs --all`,
		"D="+dir, fmt.Sprintf("LAST=%d", h.commits-1))
}

// parents writes the parents of the commit i: mostly a recent one, now and then
// two or three, or none.
func (h randomHistory) parents(b *strings.Builder, rnd *rand.Rand, i int) {
	if i == 0 || rnd.IntN(40) == 0 {
		return
	}
	n := 1
	if k := rnd.IntN(10); k >= 6 {
		n += k/6 + k/9
	}
	seen := map[int]bool{}
	for range n {
		p := i - 1 - rnd.IntN(min(i, 12))
		if rnd.IntN(20) == 0 {
			p = rnd.IntN(i)
		}
		if seen[p] {
			continue
		}
		word := "merge"
		if len(seen) == 0 {
			word = "from"
		}
		seen[p] = true
		fmt.Fprintf(b, "%s :%d\n", word, p+1)
	}
}

// change writes a change of one path. Names are chosen such that files turn
// into folders of the same name and back, and sort between them.
func (h randomHistory) change(b *strings.Builder, rnd *rand.Rand) {
	name := func() string {
		p := ""
		for range rnd.IntN(3) {
			p += []string{"isms/", "a/", "a.b/", "a0/", "日本/"}[rnd.IntN(5)]
		}
		return p + []string{"a", "a.b", "a0", "a-", "日本", "x.md"}[rnd.IntN(6)] + fmt.Sprint(rnd.IntN(h.files))[:1]
	}
	switch rnd.IntN(12) {
	case 0:
		fmt.Fprintf(b, "D %s\n", name())
	case 1:
		fmt.Fprintf(b, "M 160000 %040x %s\n", 1+rnd.IntN(9), name())
	case 2:
		b.WriteString("M 120000 inline " + name() + "\ndata 1\nx\n")
	case 3:
		fmt.Fprintf(b, "M 100755 inline %s\ndata 2\n%d\n", name(), 10+rnd.IntN(20))
	case 4:
		// A folder or file of the name, whatever was there.
		fmt.Fprintf(b, "M 100644 inline isms/a\ndata 2\n%d\n", 10+rnd.IntN(9))
	default:
		fmt.Fprintf(b, "M 100644 inline %s\ndata 2\n%d\n", name(), 10+rnd.IntN(20))
	}
}

package repo

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// gitDiff asks git for the changes of regular files; those of the mode alone
// are none.
func gitDiff(s sandbox, before, after, prefix string) []FileChange {
	s.t.Helper()
	if before == "" {
		before = emptyTree.String()
	}
	if after == "" {
		after = emptyTree.String()
	}
	out := s.run(`cd r && git diff-tree -r -z --no-renames --no-abbrev "$A" "$B" ${P:+-- "$P"}`, "A="+before, "B="+after, "P="+prefix)
	var changes []FileChange
	fields := strings.Split(strings.TrimSuffix(out, "\x00"), "\x00")
	for i := 0; i+1 < len(fields); i += 2 {
		f := strings.Fields(strings.TrimPrefix(fields[i], ":"))
		regular := func(mode, id string) string {
			if strings.HasPrefix(mode, "100") {
				return id
			}
			return ""
		}
		path := fields[i+1]
		if prefix != "" {
			path = strings.TrimPrefix(path, prefix+"/")
		}
		c := FileChange{Path: path, Before: regular(f[0], f[2]), After: regular(f[1], f[3])}
		if c.Before != c.After && path != prefix {
			changes = append(changes, c)
		}
	}
	return changes
}

func TestDiffLikeGit(t *testing.T) {
	s := newSandbox(t)
	h := randomHistory{seed: 20, commits: 150, files: 5}
	h.make(s, "r")
	r := s.open("r")
	rnd := rand.New(rand.NewPCG(20, 4))
	differs := map[string]*Differ{}
	found := 0
	for range 60 {
		pick := func() string {
			if rnd.IntN(12) == 0 {
				return ""
			}
			return fmt.Sprintf("n%d", rnd.IntN(h.commits))
		}
		before, after, prefix := pick(), pick(), []string{"", "isms", "isms/a.b", "nowhere"}[rnd.IntN(4)]
		want := gitDiff(s, before, after, prefix)
		found += len(want)
		got, err := r.Diff(t.Context(), before, after, prefix)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s to %s below %q: %v\n%v\ngit says\n%v", before, after, prefix, err, got, want)
		}
		// One that remembers folders must not answer otherwise.
		if differs[prefix] == nil {
			differs[prefix] = r.NewDiffer(prefix)
		}
		again, err := differs[prefix].Diff(t.Context(), commitOrNil(t, r, before), commitOrNil(t, r, after))
		if err != nil || !slices.Equal(again, got) {
			t.Errorf("%s to %s with a Differ: %v %v", before, after, again, err)
		}
	}
	if found < 100 {
		t.Errorf("only %d changes were compared", found)
	}
}

func commitOrNil(t *testing.T, r *Repository, rev string) *CommitInfo {
	t.Helper()
	if rev == "" {
		return nil
	}
	c, err := r.Commit(rev)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A change that reads more than it must would meet the folders that are missing.
func TestDiffReadsOnlyWhatDiffers(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main r && cd r && mkdir same other isms && echo 1 >same/a && echo 2 >other/a && echo 3 >isms/a && git add . && git commit -qm first
echo 4 >isms/a && echo 5 >other/a && git commit -qam second
for f in HEAD:same HEAD:other HEAD~1:other; do h=$(git rev-parse $f); rm -f .git/objects/$(echo $h | cut -c1-2)/$(echo $h | cut -c3-); done
`)
	r := s.open("r")
	got, err := r.Diff(t.Context(), "HEAD~1", "HEAD", "isms")
	if err != nil || len(got) != 1 || got[0].Path != "a" {
		t.Errorf("%v %v", got, err)
	}
	_, err = r.Diff(t.Context(), "HEAD~1", "HEAD", "")
	wantError(t, err, "git fsck", "is missing")
}

func TestDiffOfHostileTrees(t *testing.T) {
	s := newSandbox(t)
	s.run(`git init -q -b main r`)
	const file, folder = "100644", "40000"
	blob := s.store("blob", "evil\n")
	good := treeLine(file, "good.md", blob)
	inner := s.store("tree", good)
	tests := map[string]struct {
		tree string
		want []string
	}{
		"names that leave":     {treeLine(folder, "..", inner) + treeLine(file, "bell\a.md", blob) + good, []string{"good.md"}},
		"out of order":         {treeLine(file, "z.md", blob) + good, nil},
		"a name twice":         {good + good, nil},
		"cut off":              {good[:len(good)-1], nil},
		"no mode":              {" x\x00" + strings.Repeat("1", 20), nil},
		"a mode without end":   {strings.Repeat("1", 50) + " x\x00" + strings.Repeat("1", 20), nil},
		"padded mode":          {"0" + treeLine(folder, "fine", inner) + good, []string{"fine/good.md", "good.md"}},
		"a mode of no meaning": {good + treeLine("150000", "odd.md", blob), []string{"good.md"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s.commit("evil", s.store("tree", tt.tree))
			got, err := s.open("r").Diff(t.Context(), "", "evil", "")
			if tt.want == nil {
				wantError(t, err, "フォルダの一覧が不正です", "its list of files is malformed")
				return
			}
			var paths []string
			for _, c := range got {
				paths = append(paths, c.Path)
			}
			if err != nil || !slices.Equal(paths, tt.want) {
				t.Errorf("%q %v", paths, err)
			}
		})
	}
	// Ten objects may stand for a billion files.
	tree := s.store("tree", treeLine(file, "x.md", blob))
	for range 9 {
		var lines string
		for i := range 10 {
			lines += treeLine(folder, fmt.Sprint(i), tree)
		}
		tree = s.store("tree", lines)
	}
	s.commit("bomb", tree)
	_, err := s.open("r").Diff(t.Context(), "", "bomb", "")
	wantError(t, err, "フォルダの数や深さ", "too many or too deep folders")
}

package repo

import (
	"slices"
	"strings"
	"testing"
)

// What is staged must be what git says, for all kinds of changes at once.
func TestStagedPaths(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main r && cd r && mkdir -p isms/sub isms/sub-x other
for f in same changed deleted renamed mode kind sub/x sub/y sub-x/z; do echo $f >isms/$f.md; done
echo o >other/o.md
git add . && git commit -qm first
echo new >isms/changed.md && echo new >other/o.md
echo new >isms/added.md && echo new >isms/sub.md && echo new >isms/日本語.md
git mv isms/renamed.md isms/sub/moved.md
git rm -q isms/deleted.md isms/sub/y.md
rm isms/kind.md && ln -s same.md isms/kind.md
git add . && git update-index --chmod=+x isms/mode.md
echo intended >isms/intended.md && git add -N isms/intended.md
echo later >isms/same.md
echo untracked >isms/untracked.md
`)
	r := s.open("r")
	for _, prefix := range []string{"isms", "", "isms/sub", "nowhere"} {
		got, err := r.StagedPaths(prefix)
		if err != nil {
			t.Fatal(err)
		}
		want := gitStaged(s, prefix)
		if !slices.Equal(got, want) {
			t.Errorf("below %q: %q\ngit says %q", prefix, got, want)
		}
		if strings.HasPrefix(prefix, "isms/sub") && !slices.Equal(want, []string{"moved.md", "y.md"}) {
			t.Errorf("git says %q: the script no longer stages what this test is about", want)
		}
	}
}

// gitStaged asks git for the staged paths below a folder of the repository r.
func gitStaged(s sandbox, prefix string) []string {
	out := s.run(`git -C r -c core.quotePath=false diff --cached --name-only --no-renames -- "$P"`, "P=./"+prefix)
	if out == "" {
		return nil
	}
	paths := strings.Split(out, "\n")
	for i, p := range paths {
		paths[i] = strings.TrimPrefix(strings.TrimPrefix(p, prefix), "/")
	}
	slices.Sort(paths)
	return paths
}

func TestStagedPathsBeforeFirstCommit(t *testing.T) {
	s := newSandbox(t)
	s.run(`git init -q -b main r && cd r && mkdir sub && echo a | tee a.md >sub/b.md && git add .`)
	got, err := s.open("r").StagedPaths("")
	if err != nil || !slices.Equal(got, []string{"a.md", "sub/b.md"}) {
		t.Errorf("%q, %v", got, err)
	}
	s.run(`cd r && git commit -qm first && git checkout -q --orphan other && git rm -q --cached a.md`)
	got, err = s.open("r").StagedPaths("")
	if err != nil || !slices.Equal(got, []string{"sub/b.md"}) {
		t.Errorf("orphan branch: %q, %v", got, err)
	}
}

func TestStagedPathsDetachedHead(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main r && cd r && echo a >a.md && git add . && git commit -qm first
git checkout -q --detach && git pack-refs --all && echo b >a.md && git add .`)
	got, err := s.open("r").StagedPaths("")
	if err != nil || !slices.Equal(got, []string{"a.md"}) {
		t.Errorf("%q, %v", got, err)
	}
	s.run(`cd r && echo nonsense >.git/HEAD`)
	_, err = s.open("r").StagedPaths("")
	wantError(t, err, "git fsck", "git fsck")
}

package repo

import (
	"errors"
	"fmt"
	"maps"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/go-git/go-git/v5/plumbing"
)

func TestCommitSnapshot(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main r && cd r && mkdir -p isms/registers other
printf 'first\n' >isms/a.md
printf 'one\r\ntwo\r\n' >isms/registers/日本語.md
echo x | tee other/b.md >isms/c.csv
ln -s ../../out.md isms/link.md && ln -s /etc isms/etc
git init -q isms/sub && git -C isms/sub commit -q --allow-empty -m sub
git add . 2>/dev/null && git commit -qm first && git tag -m v1 v1
echo second >isms/a.md && git rm -q isms/registers/日本語.md && git commit -qam second
echo dirty >isms/a.md
`)
	r := s.open("r")
	snap, err := r.CommitSnapshot("v1", "isms", Options{Match: markdown})
	want := map[string]string{"a.md": "first\n", "registers/日本語.md": "one\r\ntwo\r\n"}
	if got := contents(t, snap, err); !maps.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if snap.Kind != Commit || snap.Commit != s.run("git -C r rev-parse v1^{commit}") {
		t.Errorf("kind %s, commit %s", snap.Kind, snap.Commit)
	}
	if got := snap.Time.Format(time.RFC3339); got != "2024-04-02T10:30:00+09:00" {
		t.Errorf("time %s", got)
	}
	reasons := skipped(snap)
	if len(reasons) != 2 || !strings.Contains(reasons["link.md"], "out of the folder") || !strings.Contains(reasons["sub"], "another git repository") {
		t.Errorf("skipped %v", reasons)
	}
	snap, err = r.CommitSnapshot("HEAD", "/isms/", Options{Match: markdown})
	if got := contents(t, snap, err); !maps.Equal(got, map[string]string{"a.md": "second\n"}) {
		t.Errorf("HEAD: %q", got)
	}
	for _, prefix := range []string{"isms/registers", "isms/a.md", "../r"} {
		snap, err = r.CommitSnapshot("HEAD", prefix, Options{})
		if got := contents(t, snap, err); len(got) != 0 {
			t.Errorf("%s is no folder of HEAD: %q", prefix, got)
		}
	}
}

func TestCommitSnapshotEmptyTree(t *testing.T) {
	s := newSandbox(t)
	s.run(`git init -q -b main r && git -C r commit -q --allow-empty -m first`)
	snap, err := s.open("r").CommitSnapshot("HEAD", "isms", Options{})
	if got := contents(t, snap, err); len(got) != 0 {
		t.Errorf("%q", got)
	}
}

func TestResolve(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main r && cd r
commit() { git commit -q --allow-empty -m "$1"; }
commit 1 && commit 2 && git tag -m annotated v1 && git tag -m nested -f v1-again v1 2>/dev/null && git tag light
commit 3 && git checkout -q -b feature/x HEAD~2 && commit 4 && git checkout -q main && git merge -q --no-ff -m 5 feature/x
git branch add HEAD~1 && git branch $(git rev-parse HEAD~2 | cut -c1-7) HEAD~1
git clone -q . ../clone && cd ../clone && git checkout -q -b own && git remote add up ../r && git fetch -q up main
`)
	full := s.run(`git -C clone rev-parse HEAD`)
	revs := []string{
		"HEAD", "@", "own", "refs/heads/own", "heads/own", "origin", "origin/feature/x", "remotes/origin/add", "v1", "v1-again", "light", "tags/v1",
		"FETCH_HEAD", "HEAD~2", "HEAD~", "HEAD^", "HEAD^2", "HEAD^2~1", "HEAD~1^1", "@~1", "HEAD^{commit}", "v1^{}", "v1^{commit}~1", "HEAD^0", "HEAD~0",
		"HEAD^0~1", full, strings.ToUpper(full), full[:7], full[:4], full[:12] + "~1", s.run(`git -C clone rev-parse --short v1`),
	}
	for _, packed := range []bool{false, true} {
		if packed {
			s.run(`cd clone && git gc -q && git pack-refs --all`)
		}
		r := s.open("clone")
		for _, rev := range revs {
			got, err := r.Resolve(rev)
			if want := s.run(`git -C clone rev-parse "$REV^{commit}"`, "REV="+rev); err != nil || got != want {
				t.Errorf("packed %v, %s: %s, %v, git says %s", packed, rev, got, err, want)
			}
		}
	}
	r := s.open("r")
	for _, rev := range []string{"add", s.run(`git -C r rev-parse HEAD~2`)[:7]} {
		got, err := r.Resolve(rev)
		if want := s.run(`git -C r rev-parse "$REV^{commit}" 2>/dev/null`, "REV="+rev); err != nil || got != want {
			t.Errorf("a branch that looks like a commit id, %s: %s, %v, git says %s", rev, got, err, want)
		}
	}
}

func TestResolveErrors(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main r && cd r && echo text >a.md && git add . && git commit -qm first && git tag blob HEAD:a.md && mkdir -p .git/refs/heads/folder
git init -q -b main ../empty
git commit -q --allow-empty -m second && git clone -q --depth 1 "file://$PWD" ../shallow
`)
	tests := []struct{ dir, rev, ja, en string }{
		{"r", "nowhere", "当たるコミットがありません", `"nowhere" names no commit`},
		{"r", "folder", "当たるコミットがありません", `"folder" names no commit`},
		{"r", "config", "当たるコミットがありません", `"config" names no commit`},
		{"r", "../HEAD", "対応していません", `"../HEAD" is not a supported`},
		{"r", strings.Repeat("1", 40), "当たるコミットがありません", `names no commit`},
		{"r", "abcdef1", "当たるコミットがありません", `names no commit`},
		{"r", "blob", "当たるコミットがありません", `names no commit`},
		{"r", "", "対応していません", `"" is not a supported`},
		{"r", "-x", "対応していません", `"-x" is not a supported`},
		{"r", "HEAD@{1}", "対応していません", `"HEAD@{1}" is not a supported`},
		{"r", "main@{upstream}", "対応していません", `is not a supported`},
		{"r", "HEAD:a.md", "対応していません", `is not a supported`},
		{"r", "HEAD..main", "対応していません", `is not a supported`},
		{"r", "^main", "対応していません", `is not a supported`},
		{"r", "HEAD^{tree}", "対応していません", `is not a supported`},
		{"r", "HEAD^{/first}", "対応していません", `is not a supported`},
		{"r", "HEAD~99999999999999999999", "対応していません", `is not a supported`},
		{"r", "HEAD^2", "より前のコミットがありません", `goes back further`},
		{"r", "HEAD~2", "より前のコミットがありません", `goes back further`},
		{"shallow", "HEAD~1", "git fetch --unshallow", `git fetch --unshallow`},
		{"empty", "HEAD", "まだコミットがありません", `no commit yet`},
		{"empty", "main", "当たるコミットがありません", `names no commit`},
	}
	for _, tt := range tests {
		_, err := s.open(tt.dir).CommitSnapshot(tt.rev, "", Options{})
		wantError(t, err, tt.ja, tt.en)
		if e := (*RevisionError)(nil); !errors.As(err, &e) {
			t.Errorf("%s in %s: %T", tt.rev, tt.dir, err)
		}
	}
}

func TestResolveAmbiguous(t *testing.T) {
	s := newSandbox(t)
	// 1,000 commits have two that share four digits, by far more likely than not.
	s.run(`git init -q -b main r && cd r && i=0
while [ $i -lt 1000 ]; do
  printf 'commit refs/heads/main\ncommitter A <a@b> %d +0000\ndata 0\n\n' $i; i=$((i+1))
done | git fast-import --quiet`)
	seen := map[string]bool{}
	for id := range strings.FieldsSeq(s.run(`git -C r rev-list main`)) {
		if p := id[:4]; seen[p] {
			_, err := s.open("r").Resolve(p)
			wantError(t, err, "もっと長く", fmt.Sprintf("%q is the beginning of several commit ids", p))
			return
		}
		seen[id[:4]] = true
	}
	t.Skip("no two of the commits share their first digits")
}

// Names that would leave the tree, or write to a terminal, are refused whatever
// made the tree.
func TestHostileTree(t *testing.T) {
	s := newSandbox(t)
	s.run(`git init -q -b main r`)
	const file, folder = "100644", "40000"
	blob := s.store("blob", "evil\n")
	inner := s.store("tree", treeLine(file, "x.md", blob))
	s.commit("evil", s.store("tree", treeLine(file, "../up.md", blob)+treeLine(file, "/root.md", blob)+
		treeLine(file, "back\\slash.md", blob)+treeLine(file, "bell\a.md", blob)+treeLine(file, "c1\u009b.md", blob)+
		treeLine(file, "\x8a\xbf.md", blob)+treeLine(folder, "..", inner)+treeLine(folder, ".", inner)+
		treeLine(folder, "", inner)+treeLine(folder, "fine", inner)+treeLine(file, "good.md", blob)+treeLine("150000", "odd.md", blob)))
	r := s.open("r")
	snap, err := r.CommitSnapshot("evil", "", Options{Match: markdown})
	if got := contents(t, snap, err); !maps.Equal(got, map[string]string{"good.md": "evil\n", "fine/x.md": "evil\n"}) {
		t.Errorf("%q", got)
	}
	want := map[string]string{
		"../up.md": "leaves the folder", "/root.md": "leaves the folder", "back\\slash.md": "backslash", "bell\a.md": "control character",
		"c1\u009b.md": "control character", "\x8a\xbf.md": "not UTF-8", "..": "leaves the folder", ".": "leaves the folder", "": "leaves the folder",
		"odd.md": "mode 150000",
	}
	reasons := skipped(snap)
	for path, reason := range want {
		if !strings.Contains(reasons[path], reason) {
			t.Errorf("%q: %q, should say %q", path, reasons[path], reason)
		}
	}
	if len(reasons) != len(want) {
		t.Errorf("skipped %q", reasons)
	}
}

// Ten objects may stand for a billion files.
func TestTreeBomb(t *testing.T) {
	s := newSandbox(t)
	s.run(`git init -q -b main r`)
	tree := s.store("tree", treeLine("100644", "x.md", s.store("blob", "x")))
	for range 9 {
		var lines string
		for i := range 10 {
			lines += treeLine("40000", strconv.Itoa(i), tree)
		}
		tree = s.store("tree", lines)
	}
	files := 0
	w := treeWalk{store: s.open("r").objects, visit: func(treeEntry) { files++ }, work: 10_000}
	wantError(t, w.walk(tree, ""), "フォルダの数や深さ", "too many or too deep folders")
	if files == 0 || files > 10_000/folderWork {
		t.Errorf("%d files", files)
	}
}

// store writes an object, sound or not, into the repository r.
func (s sandbox) store(typ, content string) plumbing.Hash {
	s.t.Helper()
	s.write("object", content)
	return plumbing.NewHash(s.run(`git -C r hash-object -t "$T" -w --stdin --literally <object`, "T="+typ))
}

// commit makes a branch of r with one commit of a tree.
func (s sandbox) commit(branch string, tree plumbing.Hash) {
	s.t.Helper()
	id := s.store("commit", "tree "+tree.String()+"\nauthor A <a> 0 +0000\ncommitter A <a> 0 +0000\n\nx\n")
	s.run(`git -C r update-ref "$B" "$C"`, "B=refs/heads/"+branch, "C="+id.String())
}

func treeLine(mode, name string, id plumbing.Hash) string {
	return mode + " " + name + "\x00" + string(id[:])
}

func TestManyFilesInOneFolder(t *testing.T) {
	s := newSandbox(t)
	const n = 10_000
	var script strings.Builder
	script.WriteString("commit refs/heads/main\ncommitter A <a@b> 0 +0000\ndata 0\n\n")
	for i := range n {
		content := fmt.Sprintf("file %d\n", i)
		fmt.Fprintf(&script, "M 100644 inline isms/%05d.md\ndata %d\n%s\n", i, len(content), content)
	}
	s.write("script", script.String())
	s.run(`git init -q -b main r && cd r && git fast-import --quiet <../script`)
	snap, err := s.open("r").CommitSnapshot("main", "isms", Options{Match: markdown})
	got := contents(t, snap, err)
	if len(got) != n || got["00000.md"] != "file 0\n" || got["09999.md"] != "file 9999\n" {
		t.Errorf("%d files", len(got))
	}
}

package repo

import (
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestWorktreeSnapshot(t *testing.T) {
	s := newSandbox(t)
	s.run(`
mkdir -p plain/registers/deep plain/.git-not && cd plain
printf 'one\r\n' >a.md && echo b >registers/日本語.md && echo c >registers/deep/c.md && echo d >data.csv
echo e >a-b.md && mkdir a && echo f >a/f.md && echo .hidden >.hidden.md && echo x >.git-not/x.md
cp -R ../plain ../repository && cd ../repository && git init -q
`)
	want := map[string]string{
		"a.md": "one\r\n", "registers/日本語.md": "b\n", "registers/deep/c.md": "c\n", "a-b.md": "e\n", "a/f.md": "f\n",
		".hidden.md": ".hidden\n", ".git-not/x.md": "x\n",
	}
	for _, dir := range []string{"plain", "repository"} {
		snap, err := WorktreeSnapshot(s.path(dir), Options{Match: markdown})
		if got := contents(t, snap, err); !maps.Equal(got, want) {
			t.Errorf("%s: %q", dir, got)
		}
		if snap.Kind != Worktree || snap.Commit != "" || len(snap.Skipped) != 0 {
			t.Errorf("%s: kind %s, skipped %v", dir, snap.Kind, snap.Skipped)
		}
		if !slices.IsSortedFunc(snap.Entries, func(a, b Entry) int { return strings.Compare(a.Path, b.Path) }) {
			t.Errorf("%s: not in order: %v", dir, snap.Entries)
		}
		for _, e := range snap.Entries {
			if e.Size != int64(len(want[e.Path])) || e.ID != "" {
				t.Errorf("entry %+v", e)
			}
		}
	}
	if got := worktree(t, s.path("plain"), Options{}); got["data.csv"] != "d\n" {
		t.Errorf("without a filter: %q", got)
	}
	if got := worktree(t, s.path("repository/registers"), Options{}); len(got) != 2 || got["deep/c.md"] != "c\n" {
		t.Errorf("subfolder: %q", got)
	}
}

func TestWorktreeErrors(t *testing.T) {
	s := newSandbox(t)
	s.run(`git init -q --bare bare && echo a >file.md && mkdir -p work && git init -q work`)
	for _, dir := range []string{"nowhere", "file.md"} {
		_, err := WorktreeSnapshot(s.path(dir), Options{})
		wantError(t, err, "フォルダ「", "cannot open the folder")
	}
	for _, dir := range []string{"bare", "bare/refs", "work/.git"} {
		if _, err := WorktreeSnapshot(s.path(dir), Options{}); !errors.Is(err, ErrBare) {
			t.Errorf("%s: %v", dir, err)
		}
	}
	wantError(t, ErrBare, "--rev", "--rev")
	// A server-side hook may check files that it wrote elsewhere.
	s.run(`mkdir out && echo a >out/a.md`)
	if got := worktree(t, s.path("out"), Options{Env: variables("GIT_DIR=" + s.path("bare"))}); got["a.md"] != "a\n" {
		t.Errorf("outside of the bare repository: %q", got)
	}
	if got := worktree(t, s.path("work"), Options{}); len(got) != 0 {
		t.Errorf("empty repository: %q", got)
	}
}

func TestWorktreeRead(t *testing.T) {
	s := newSandbox(t)
	s.run(`mkdir w && printf 12345 | tee w/a.md w/b.md >w/c.md`)
	snap, err := WorktreeSnapshot(s.path("w"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	a, b, c := snap.Entries[0], snap.Entries[1], snap.Entries[2]
	if got, err := snap.Read(a, 5); err != nil || string(got) != "12345" {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := snap.Read(a, 4); !errors.Is(err, ErrTooLarge) {
		t.Errorf("limit: %v", err)
	}
	s.run(`printf 1234567890 >w/b.md && rm w/c.md`)
	if got, err := snap.Read(b, 10); err != nil || string(got) != "1234567890" {
		t.Errorf("a file that grew: %q, %v", got, err)
	}
	if _, err := snap.Read(b, 9); !errors.Is(err, ErrTooLarge) {
		t.Errorf("a file that grew beyond the limit: %v", err)
	}
	_, err = snap.Read(c, 9)
	wantError(t, err, "削除または移動", "was removed or renamed")
	if !errors.Is(err, fs.ErrNotExist) && !strings.Contains(err.Error(), "no such file") {
		t.Errorf("the cause is lost: %v", err)
	}
	if strings.Contains(err.Error(), s.dir) {
		t.Errorf("the message depends on the machine: %v", err)
	}
}

func TestWorktreeIgnored(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main r && cd r && mkdir -p isms/build/sub isms/drafts isms/kept docs
for f in isms/a isms/build/b isms/build/sub/c isms/drafts/d isms/drafts/e isms/kept/f isms/excluded isms/upper isms/local; do echo $f >$f.md; done
git add -f isms/build/sub/c.md isms/drafts/e.md && git commit -qm first
printf '/isms/upper.md\n/docs\n' >.gitignore
printf 'build/\ndrafts/*\n!important.md\nlocal.md\n' >isms/.gitignore
printf 'excluded.md\n' >.git/info/exclude
echo important >isms/drafts/important.md
printf '*\n' >isms/kept/.gitignore
echo nested >isms/build/sub/n.md
mkdir isms/gone && echo x >isms/gone/x.md && git add isms/gone && rm -r isms/gone && echo 'gone/' >>isms/.gitignore
`)
	want := []string{"a.md", "build/sub/c.md", "drafts/e.md", "drafts/important.md"}
	if got := slices.Sorted(maps.Keys(worktree(t, s.path("r/isms"), Options{Match: markdown}))); !slices.Equal(got, want) {
		t.Errorf("subfolder: %q", got)
	}
	for i := range want {
		want[i] = "isms/" + want[i]
	}
	if got := slices.Sorted(maps.Keys(worktree(t, s.path("r"), Options{Match: markdown}))); !slices.Equal(got, want) {
		t.Errorf("whole repository: %q", got)
	}
	// Git says the same of what is tracked or not ignored.
	git := strings.Fields(s.run(`cd r && rm isms/.gitignore.orig 2>/dev/null || true; git ls-files --cached --others --exclude-standard -- '*.md' | sort`))
	if !slices.Equal(slices.DeleteFunc(git, func(p string) bool { return p == "isms/gone/x.md" }), want) {
		t.Errorf("git says %q", git)
	}
	// Without git the files named .gitignore are all there is.
	s.run(`cp -R r/isms plain`)
	want = []string{"a.md", "drafts/important.md", "excluded.md", "upper.md"}
	if got := slices.Sorted(maps.Keys(worktree(t, s.path("plain"), Options{Match: markdown}))); !slices.Equal(got, want) {
		t.Errorf("plain folder: %q", got)
	}
}

func TestWorktreeSkipped(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main r && cd r && mkdir -p isms/dir
echo secret >../secret.md && echo a >isms/a.md
cd isms
ln -s ../../secret.md out.md && ln -s /etc/passwd abs.md && ln -s a.md near.md && ln -s nowhere dangling.md && ln -s / root && ln -s dir/../../x up.md
git init -q nested && echo n >nested/n.md
mkdir false && mkdir false/.git && echo f >false/f.md
printf 'x' >"$(printf 'bell\007.md')" && printf x >"$(printf 'back\\slash.md')" && printf x >"$(printf 'sjis\212\277.md')"
mkdir "$(printf 'folder\033')" && printf x >"$(printf 'folder\033/x.md')"
mkfifo pipe.md
`)
	snap, err := WorktreeSnapshot(s.path("r/isms"), Options{Match: markdown})
	if got := contents(t, snap, err); !maps.Equal(got, map[string]string{"a.md": "a\n", "false/f.md": "f\n"}) {
		t.Errorf("%q", got)
	}
	want := map[string]string{
		"out.md": "link out of the folder", "abs.md": "link out of the folder", "near.md": "is a symbolic link", "dangling.md": "is a symbolic link",
		"up.md": "link out of the folder", "root": "link out of the folder", "nested": "another git repository", "bell\a.md": "control character", "back\\slash.md": "backslash",
		"sjis\x8a\xbf.md": "not UTF-8", "folder\x1b": "control character", "pipe.md": "not a regular file",
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

func TestUnreadableReason(t *testing.T) {
	for err, want := range map[error]string{
		&fs.PathError{Op: "open", Path: "/x", Err: fs.ErrPermission}: "no permission",
		&fs.PathError{Op: "open", Path: "/x", Err: fs.ErrNotExist}:   "removed or renamed",
		&fs.PathError{Op: "open", Path: "/x", Err: fs.ErrInvalid}:    "cannot be read",
	} {
		if got := unreadableReason(err).EN; !strings.Contains(got, want) {
			t.Errorf("%v: %q", err, got)
		}
		wantError(t, unreadable(err), "", want)
	}
}

// checkUnreadable runs the test binary in a folder with a file and a folder
// that it must not read.
func checkUnreadable(t *testing.T, s sandbox, run func(args ...string) ([]byte, error)) {
	t.Helper()
	s.run(`
chmod 755 . ..
mkdir -p w/closed w/open && cd w
echo a >a.md && echo b >b.md && echo c >closed/c.md && echo d >open/d.md && echo e >e.md
chmod 000 b.md closed && chmod 604 e.md`)
	t.Cleanup(func() { os.Chmod(s.path("w/closed"), 0o755) })
	out, err := run()
	if err != nil {
		t.Fatalf("%v %s", err, out)
	}
	var got helperReport
	if err := json.Unmarshal(out, &got); err != nil || got.Error != "" {
		t.Fatalf("%v %s", err, got.Error)
	}
	if want := map[string]string{"a.md": "a\n", "open/d.md": "d\n", "e.md": "e\n"}; !maps.Equal(got.Files, want) {
		t.Errorf("files %q", got.Files)
	}
	if len(got.Skipped) != 2 || !strings.Contains(got.Skipped["b.md"], "no permission") || !strings.Contains(got.Skipped["closed"], "no permission") {
		t.Errorf("skipped %q", got.Skipped)
	}
}

package repo

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestDiscover(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main main
mkdir -p main/isms/registers
echo a >main/isms/a.md
git -C main add . && git -C main commit -qm first
git -C main worktree add -q ../linked
git init -q -b main bare --bare
git clone -q --bare main other.git
git -c protocol.file.allow=always -C main submodule --quiet add ../other.git sub
mkdir plain
mkdir main/isms/.git
ln -s main/isms shortcut
git clone -q --separate-git-dir=elsewhere.git main moved
git clone -q --depth 1 "file://$PWD/main" shallow
git clone -q --filter=blob:none "file://$PWD/main" partial
`)
	tests := []struct {
		dir                     string
		root, gitDir, commonDir string // below the sandbox; "" for a bare root
		shallow, partial        bool
	}{
		{dir: "main", root: "main", gitDir: "main/.git"},
		{dir: "main/isms/registers", root: "main", gitDir: "main/.git"},
		{dir: "main/isms/a.md", root: "main", gitDir: "main/.git"},
		{dir: "shortcut", root: "main", gitDir: "main/.git"},
		{dir: "linked/isms", root: "linked", gitDir: "main/.git/worktrees/linked", commonDir: "main/.git"},
		{dir: "main/sub", root: "main/sub", gitDir: "main/.git/modules/sub"},
		{dir: "moved", root: "moved", gitDir: "elsewhere.git"},
		{dir: "bare", gitDir: "bare"},
		{dir: "bare/refs", gitDir: "bare"},
		{dir: "other.git", gitDir: "other.git"},
		{dir: "main/.git/objects", gitDir: "main/.git"},
		{dir: "shallow", root: "shallow", gitDir: "shallow/.git", shallow: true},
		{dir: "partial", root: "partial", gitDir: "partial/.git", partial: true},
	}
	for _, tt := range tests {
		t.Run(tt.dir, func(t *testing.T) {
			r := s.open(tt.dir)
			root := ""
			if tt.root != "" {
				root = s.path(tt.root)
			}
			if tt.commonDir == "" {
				tt.commonDir = tt.gitDir
			}
			if r.Root != root || r.GitDir != s.path(tt.gitDir) || r.CommonDir != s.path(tt.commonDir) {
				t.Errorf("root %q, git folder %q, common folder %q", r.Root, r.GitDir, r.CommonDir)
			}
			if r.Bare != (root == "") || r.Shallow != tt.shallow || r.Partial != tt.partial {
				t.Errorf("bare %v, shallow %v, partial %v", r.Bare, r.Shallow, r.Partial)
			}
		})
	}
	if _, err := Discover(s.path("plain"), nil); !errors.Is(err, ErrNoRepository) {
		t.Errorf("plain folder: %v", err)
	}
	_, err := Discover(s.path("nowhere"), nil)
	wantError(t, err, "開けません", "cannot open the folder")
}

func TestDiscoverEnvironment(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main main
mkdir -p main/isms plain/isms
git -C main commit -q --allow-empty -m first
git -C main worktree add -q ../linked
mkdir linked/isms
`)
	main, linked := s.path("main/.git"), s.path("main/.git/worktrees/linked")
	tests := map[string]struct {
		dir    string
		env    []string
		root   string
		gitDir string
	}{
		"hook in a linked worktree":     {"linked", []string{"GIT_DIR=" + linked}, s.path("linked"), linked},
		"hook that changed its folder":  {"linked/isms", []string{"GIT_DIR=" + linked}, s.path("linked"), linked},
		"hook in the main worktree":     {"main/isms", []string{"GIT_DIR=" + main}, s.path("main"), main},
		"GIT_DIR is a .git file":        {"linked", []string{"GIT_DIR=" + s.path("linked/.git")}, s.path("linked"), linked},
		"work tree elsewhere":           {"plain", []string{"GIT_DIR=" + main, "GIT_WORK_TREE=" + s.path("plain")}, s.path("plain"), main},
		"current folder as work tree":   {"plain/isms", []string{"GIT_DIR=" + main}, s.path("plain/isms"), main},
		"server-side hook in .git":      {"main/.git", []string{"GIT_DIR=" + main}, "", main},
		"an empty variable counts not":  {"main", []string{"GIT_DIR="}, s.path("main"), main},
		"another common folder is used": {"linked", []string{"GIT_DIR=" + linked, "GIT_COMMON_DIR=" + main}, s.path("linked"), linked},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			r := s.open(tt.dir, tt.env...)
			if r.Root != tt.root || r.GitDir != tt.gitDir || r.CommonDir != main {
				t.Errorf("root %q, git folder %q, common folder %q", r.Root, r.GitDir, r.CommonDir)
			}
		})
	}
	_, err := Discover(s.path("main"), variables("GIT_DIR="+s.path("plain")))
	wantError(t, err, "GIT_DIR を外してください", "unset it")
	_, err = Discover(s.path("main"), variables("GIT_DIR="+main, "GIT_WORK_TREE="+s.path("nowhere")))
	wantError(t, err, "GIT_WORK_TREE", "GIT_WORK_TREE")
}

func TestDiscoverSettings(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main a && mkdir a-tree && git -C a config core.worktree ../../a-tree
git init -q -b main b && git -C b config core.bare true
git init -q -b main c && git -C c config core.worktree ../../nowhere
git init -q -b main d && echo '[core' >>d/.git/config
`)
	if r := s.open("a"); r.Root != s.path("a-tree") {
		t.Errorf("core.worktree: root %q", r.Root)
	}
	if r := s.open("b"); !r.Bare || r.Root != "" {
		t.Errorf("core.bare: root %q", r.Root)
	}
	_, err := Discover(s.path("c"), nil)
	wantError(t, err, "core.worktree", "core.worktree")
	_, err = Discover(s.path("d"), nil)
	wantError(t, err, "設定ファイル", "git configuration")
}

// A worktree whose main repository is not mounted, as in a container, is named
// as such instead of looking like a folder without git.
func TestDiscoverLostRepository(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main main
git -C main commit -q --allow-empty -m first
git -C main worktree add -q ../linked
mv main gone
`)
	_, err := Discover(s.path("linked"), nil)
	wantError(t, err, "git worktree repair", "git worktree repair")
	if errors.Is(err, ErrNoRepository) {
		t.Error("the error says that there is no repository")
	}
	s.write("linked/a.md", "text")
	if files := worktree(t, s.path("linked"), Options{Match: markdown}); files["a.md"] != "text" {
		t.Errorf("working tree: %v", files)
	}
}

func TestPrefix(t *testing.T) {
	s := newSandbox(t)
	s.run(`git init -q main && mkdir -p main/a/b && git init -q --bare bare && ln -s main/a/b link`)
	r := s.open("main")
	for dir, want := range map[string]string{"main": "", "main/a/b": "a/b", "link": "a/b"} {
		if got, err := r.Prefix(s.path(dir)); err != nil || got != want {
			t.Errorf("%s: %q, %v", dir, got, err)
		}
	}
	_, err := r.Prefix(s.dir)
	wantError(t, err, "外にあります", "is not in the git repository")
	if _, err := s.open("bare").Prefix(s.dir); !errors.Is(err, ErrBare) {
		t.Errorf("bare: %v", err)
	}
}

// Formats that cannot be read are named; the working tree can still be checked.
func TestUnsupportedFormats(t *testing.T) {
	s := newSandbox(t)
	if out, err := s.try(`git init -q -b main --object-format=sha256 sha256`); err != nil {
		t.Skipf("this git makes no SHA-256 repository: %s", out)
	}
	s.run(`
echo text >sha256/a.md
echo drop.md >sha256/.gitignore
echo text >sha256/drop.md
git -C sha256 add . && git -C sha256 commit -qm first
cp -R sha256 reftable
git -C reftable config --unset extensions.objectformat
git -C reftable config extensions.refStorage reftable
`)
	for dir, want := range map[string]string{"sha256": `"sha256"`, "reftable": `"reftable"`} {
		r := s.open(dir)
		_, err := r.CommitSnapshot("HEAD", "", Options{})
		wantError(t, err, "対応していません", want)
		_, err = r.IndexSnapshot("", Options{})
		wantError(t, err, "対応していません", want)
		_, err = r.StagedPaths("")
		wantError(t, err, "対応していません", want)
		files := worktree(t, s.path(dir), Options{Match: markdown})
		if len(files) != 1 || files["a.md"] != "text\n" {
			t.Errorf("%s: working tree %v", dir, files)
		}
	}
}

// worktree reads the whole working tree below a folder.
func worktree(t testing.TB, dir string, opts Options) map[string]string {
	t.Helper()
	s, err := WorktreeSnapshot(dir, opts)
	return contents(t, s, err)
}

// A relative path in the environment is read from the current folder.
func TestDiscoverRelative(t *testing.T) {
	s := newSandbox(t)
	s.run(`git init -q -b main main && mkdir main/isms`)
	t.Chdir(s.path("main"))
	r, err := Discover("isms", variables("GIT_DIR=.git"))
	if err != nil || r.Root != s.path("main") || r.GitDir != s.path("main/.git") {
		t.Errorf("%+v, %v", r, err)
	}
	wd, err := os.Getwd()
	if err != nil || filepath.Base(wd) != "main" {
		t.Errorf("the current folder became %q, %v", wd, err)
	}
}

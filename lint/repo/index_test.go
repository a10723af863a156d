package repo

import (
	"encoding/json"
	"errors"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestIndexSnapshot(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main r && cd r
mkdir -p isms/registers other
printf 'first\n' >isms/a.md
printf 'one\r\ntwo\r\n' >isms/registers/日本語.md
echo outside >other/b.md
echo data >isms/c.csv
git add . && git commit -qm first
printf 'staged\n' >isms/a.md && git add isms/a.md
printf 'not staged\n' >isms/a.md
echo untracked >isms/d.md
echo intended >isms/e.md && git add --intent-to-add isms/e.md
ln -s ../../secret.md isms/link.md
ln -s a.md isms/near.md
ln -s a.md isms/near.txt
git add isms/*.txt isms/link.md isms/near.md
`)
	want := map[string]string{"a.md": "staged\n", "registers/日本語.md": "one\r\ntwo\r\n"}
	for version, dir := range map[string]string{"2": "v2", "3": "v3", "4": "v4"} {
		s.run("cp -R r "+dir+" && cd "+dir+` && git update-index --index-version "$V" && git update-index --refresh || true`, "V="+version)
		snap, err := s.open(dir).IndexSnapshot("isms", Options{Match: markdown})
		if got := contents(t, snap, err); !maps.Equal(got, want) {
			t.Errorf("index version %s: %q", version, got)
		}
		if snap.Kind != Index || snap.Commit != "" || !snap.Time.IsZero() {
			t.Errorf("kind %s, commit %q, time %s", snap.Kind, snap.Commit, snap.Time)
		}
		if e := snap.Entries[0]; e.ID != s.run("git -C r rev-parse :isms/a.md") || e.Size != -1 {
			t.Errorf("entry %+v", e)
		}
		reasons := skipped(snap)
		if len(reasons) != 2 || !strings.Contains(reasons["link.md"], "out of the folder") ||
			!strings.Contains(reasons["near.md"], "is a symbolic link (to \"a.md\")") {
			t.Errorf("skipped %v", reasons)
		}
	}
	snap, err := s.open("r").IndexSnapshot("", Options{})
	if got := contents(t, snap, err); len(got) != 4 || got["other/b.md"] != "outside\n" || got["isms/c.csv"] != "data\n" {
		t.Errorf("whole repository: %q", got)
	}
	snap, err = s.open("r").IndexSnapshot("nowhere", Options{})
	if got := contents(t, snap, err); len(got) != 0 {
		t.Errorf("folder that is not there: %q", got)
	}
}

// The states in which an index may be: each must give the same files.
func TestIndexVariants(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main base && cd base
mkdir -p isms/deep/er other
for f in isms/a isms/deep/b isms/deep/er/c other/d; do echo $f >$f.md; done
git add . && git commit -qm first
`)
	tests := map[string]string{
		"skip-worktree":    `git update-index --skip-worktree isms/deep/b.md && rm isms/deep/b.md`,
		"assume-unchanged": `git update-index --assume-unchanged isms/a.md`,
		"sparse index":     `git sparse-checkout set --cone --sparse-index other`,
		"sparse deeper":    `git sparse-checkout set --cone --sparse-index isms/deep/er`,
		"untracked cache":  `git update-index --untracked-cache && git status`,
		"no cache tree":    `git read-tree HEAD && git update-index --force-write-index`,
		"resolved conflict": `git checkout -q -b x && echo x >other/d.md && git commit -qam x && git checkout -q main &&
			echo y >other/d.md && git commit -qam y && { git merge x || true; } && git add .`,
		"linked worktree": `git worktree add -q --detach w && cd w && git rm -q --cached -r other`,
	}
	want := map[string]string{"a.md": "isms/a\n", "deep/b.md": "isms/deep/b\n", "deep/er/c.md": "isms/deep/er/c\n"}
	for name, script := range tests {
		t.Run(name, func(t *testing.T) {
			dir := strings.ReplaceAll(name, " ", "-")
			s.run(`cp -R base "$D" && cd "$D" && git status -s && `+script, "D="+dir)
			if name == "linked worktree" {
				dir += "/w"
			}
			if strings.HasPrefix(name, "sparse") && !strings.Contains(s.run("git -C "+dir+" ls-files --sparse")+"\n", "/\n") {
				t.Fatal("git made no sparse index")
			}
			snap, err := s.open(dir).IndexSnapshot("isms", Options{Match: markdown})
			if got := contents(t, snap, err); !maps.Equal(got, want) {
				t.Errorf("%q", got)
			}
			snap, err = s.open(dir).IndexSnapshot("isms/deep", Options{Match: markdown})
			if got := contents(t, snap, err); len(got) != 2 || got["er/c.md"] != want["deep/er/c.md"] {
				t.Errorf("deeper folder: %q", got)
			}
		})
	}
}

func TestIndexMissing(t *testing.T) {
	s := newSandbox(t)
	s.run(`git init -q new && echo a >new/a.md`)
	snap, err := s.open("new").IndexSnapshot("", Options{})
	if got := contents(t, snap, err); len(got) != 0 {
		t.Errorf("new repository: %q", got)
	}
	s.run(`git init -q --bare bare`)
	if _, err := s.open("bare").IndexSnapshot("", Options{}); !errors.Is(err, ErrBare) {
		t.Errorf("bare repository: %v", err)
	}
}

func TestIndexConflict(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main r && cd r && mkdir isms
echo base | tee isms/a.md >isms/b.md && echo base >c.md && git add . && git commit -qm base
git checkout -q -b side && echo side | tee isms/a.md isms/b.md >c.md && git commit -qam side
git checkout -q main && echo main | tee isms/a.md isms/b.md >c.md && git commit -qam main
git merge side || true
git add c.md
`)
	r := s.open("r")
	_, err := r.IndexSnapshot("isms", Options{})
	var conflict *ConflictError
	if !errors.As(err, &conflict) || !slices.Equal(conflict.Paths, []string{"a.md", "b.md"}) {
		t.Fatalf("error %v", err)
	}
	wantError(t, err, `競合が残っているファイルがあります: "a.md", "b.md"。`, `2 files have unresolved merge conflicts: "a.md", "b.md"; resolve`)
	if _, err := r.StagedPaths("isms"); !errors.As(err, &conflict) {
		t.Errorf("staged paths: %v", err)
	}
	snap, err := r.IndexSnapshot("elsewhere", Options{})
	if got := contents(t, snap, err); len(got) != 0 {
		t.Errorf("a conflict outside of the ISMS matters: %q", got)
	}
}

func TestConflictErrorIsShort(t *testing.T) {
	err := conflictError([]string{"a", "b", "c", "d", "e", "f\x1b", "g"})
	wantError(t, err, "（ほか2件）。", `"e" and 2 more; resolve`)
}

func TestIndexErrors(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main r && cd r
echo a >a.md && git add . && git commit -qm first
`)
	tests := map[string]struct{ script, ja, en string }{
		"split":   {`git update-index --split-index`, "--no-split-index", "--no-split-index"},
		"damaged": {`printf x | dd of=.git/index bs=1 seek=40 conv=notrunc 2>&1`, "git reset", "git reset"},
		"empty":   {`: >.git/index`, "git reset", "git reset"},
		"folder":  {`rm .git/index && mkdir .git/index`, "インデックス", "cannot read the git index"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			s.run("cp -R r " + name + " && cd " + name + " && " + tt.script)
			_, err := s.open(name).IndexSnapshot("", Options{})
			wantError(t, err, tt.ja, tt.en)
		})
	}
	index, err := os.ReadFile(s.path("r/.git/index"))
	if err != nil {
		t.Fatal(err)
	}
	clear(index[len(index)-idSize:]) // as with index.skipHash
	index[7] = 5
	_, err = parseIndex(index)
	wantError(t, err, "バージョン 5", "index version 5 is not supported")
	index[7] = 2
	if e, err := parseIndex(index); err != nil || len(e) != 1 || e[0].path != "a.md" {
		t.Errorf("index without a checksum: %v, %v", e, err)
	}
	unknown := append(slices.Clip(index[:len(index)-idSize]), "xxxx\x00\x00\x00\x00"...)
	_, err = parseIndex(append(unknown, make([]byte, idSize)...))
	wantError(t, err, "「xxxx」", `"xxxx"`)
}

// git commit PATH commits from a temporary index, which the hook must see: the
// index of the repository holds more than what will be committed.
func TestIndexInHook(t *testing.T) {
	s := newSandbox(t)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s.run(`
git init -q -b main r && cd r && mkdir isms
echo one | tee a.md b.md >isms/c.md
git add . && git commit -qm first
git worktree add -q --detach ../linked
cat >.git/hooks/pre-commit <<'EOF'
#!/bin/sh
cd "$HOOK_DIR"
` + helperVar + `=staged "$SELF" >"$OUT"
EOF
chmod +x .git/hooks/pre-commit
`)
	tests := map[string]struct {
		script, dir string
		staged      []string
	}{
		"all":             {`cd r && echo two | tee a.md >b.md && git commit -qam second`, ".", []string{"a.md", "b.md"}},
		"path":            {`cd r && echo 3 | tee a.md >b.md && git add a.md && git commit -qm third b.md`, ".", []string{"b.md"}},
		"path, subfolder": {`cd r && echo 4 | tee a.md >isms/c.md && git add a.md && git commit -qm 4 isms`, "isms", []string{"isms/c.md"}},
		"linked":          {`cd linked && echo 5 >a.md && git commit -qam 5`, ".", []string{"a.md"}},
		"linked, path":    {`cd linked && echo 6 | tee b.md >isms/c.md && git commit -qm 6 isms/c.md`, "isms", []string{"isms/c.md"}},
	}
	for _, name := range []string{"all", "path", "path, subfolder", "linked", "linked, path"} {
		t.Run(name, func(t *testing.T) {
			tt := tests[name]
			s.run(tt.script, "SELF="+self, "OUT="+s.path("out"), "HOOK_DIR="+tt.dir)
			b, err := os.ReadFile(s.path("out"))
			if err != nil {
				t.Fatal(err)
			}
			var got helperReport
			if err := json.Unmarshal(b, &got); err != nil || got.Error != "" {
				t.Fatalf("%v %s", err, got.Error)
			}
			if !slices.Equal(got.Staged, tt.staged) {
				t.Errorf("staged %q, want %q", got.Staged, tt.staged)
			}
			dir := strings.Fields(tt.script)[1]
			for path, content := range got.Files {
				if want := s.run(`git -C ` + dir + ` show HEAD:` + path); want != strings.TrimSuffix(content, "\n") {
					t.Errorf("%s: the hook saw %q, committed is %q", path, content, want)
				}
			}
			if len(got.Files) != 3 {
				t.Errorf("files %v", got.Files)
			}
		})
	}
}

func TestIndexFileVariable(t *testing.T) {
	s := newSandbox(t)
	s.run(`
git init -q -b main r && cd r && mkdir isms
echo one >isms/a.md && git add . && git commit -qm first
echo two >isms/a.md && GIT_INDEX_FILE=$PWD/next git add isms/a.md
`)
	for value, want := range map[string]string{"": "one\n", "next": "two\n", s.path("r/next"): "two\n"} {
		snap, err := s.open("r/isms", "GIT_INDEX_FILE="+value).IndexSnapshot("isms", Options{})
		if got := contents(t, snap, err); got["a.md"] != want {
			t.Errorf("GIT_INDEX_FILE=%s: %q", value, got)
		}
	}
}

func FuzzParseIndex(f *testing.F) {
	s := newSandbox(f)
	s.run(`git init -q r && cd r && echo a | tee a.md >b.md && git add .`)
	for _, version := range []string{"2", "4"} {
		s.run(`cd r && git update-index --force-write-index --index-version ` + version)
		b, err := os.ReadFile(s.path("r/.git/index"))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) >= idSize {
			b = slices.Clone(b)
			clear(b[len(b)-idSize:])
		}
		if _, err := parseIndex(b); err != nil && err.Error() == "" {
			t.Error("an error without a text")
		}
	})
}

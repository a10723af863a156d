package scaffold_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/scaffold"
)

// tree returns the content of all files below a folder; folders end with /.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	m := map[string]string{}
	err := filepath.WalkDir(dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || p == dir {
			return err
		}
		name, _ := filepath.Rel(dir, p)
		name = filepath.ToSlash(name)
		switch {
		case e.IsDir():
			m[name+"/"] = ""
		case e.Type()&fs.ModeSymlink != 0:
			target, err := os.Readlink(p)
			m[name] = "-> " + target
			return err
		default:
			b, err := os.ReadFile(p)
			m[name] = string(b)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func write(t *testing.T, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
}

func sameTree(t *testing.T, got, want map[string]string) {
	t.Helper()
	for name, content := range got {
		if w, ok := want[name]; !ok {
			t.Errorf("%s is left over", name)
		} else if w != content {
			t.Errorf("%s has changed", name)
		}
	}
	for name := range want {
		if _, ok := got[name]; !ok {
			t.Errorf("%s is missing", name)
		}
	}
}

func TestInit(t *testing.T) {
	o := options(message.Japanese)
	parent := t.TempDir()
	for name, dir := range map[string]string{"existing folder": parent, "new folder": filepath.Join(t.TempDir(), "a", "b")} {
		t.Run(name, func(t *testing.T) {
			o.Dir = dir
			written, err := scaffold.Init(o)
			if err != nil {
				t.Fatal(err)
			}
			got := tree(t, dir)
			for name := range got {
				if strings.HasSuffix(name, "/") {
					delete(got, name)
				}
			}
			sameTree(t, got, generate(t, o))
			if !slices.IsSorted(written) || len(written) != len(got) {
				t.Errorf("Init returns %q", written)
			}
			info, err := os.Stat(filepath.Join(dir, "ismslint.toml"))
			if err != nil {
				t.Fatal(err)
			}
			if info.Mode().Perm()&0o400 == 0 || info.Mode().Perm()&0o111 != 0 {
				t.Errorf("mode is %v", info.Mode())
			}
		})
	}
}

func TestInitBesideOtherFiles(t *testing.T) {
	o := options(message.Japanese)
	o.Dir = t.TempDir()
	write(t, filepath.Join(o.Dir, "policies", "other.md"), "other")
	if _, err := scaffold.Init(o); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, o.Dir)["policies/other.md"]; got != "other" {
		t.Errorf("other.md is now %q", got)
	}
}

func TestInitRefusesToOverwrite(t *testing.T) {
	const soa = "policies/ISMS-A-02-適用宣言書.md"
	for name, test := range map[string]struct {
		prepare func(t *testing.T, dir string)
		named   []string
	}{
		"two files": {func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, "README.md"), "mine")
			write(t, filepath.Join(dir, filepath.FromSlash(soa)), "")
		}, []string{"README.md", soa}},
		"a link to nowhere": {func(t *testing.T, dir string) {
			if err := os.Symlink("nowhere", filepath.Join(dir, "ismslint.toml")); err != nil {
				t.Skip(err)
			}
		}, []string{"ismslint.toml"}},
		"a folder in the place of a file": {func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, "ismslint.toml", "x"), "")
		}, []string{"ismslint.toml"}},
		"a file in the place of a folder": {func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, "registers"), "mine")
		}, []string{"registers"}},
		"a file in the place of an inner folder": {func(t *testing.T, dir string) {
			write(t, filepath.Join(dir, ".github", "workflows"), "mine")
		}, []string{".github/workflows"}},
	} {
		t.Run(name, func(t *testing.T) {
			o := options(message.Japanese)
			o.Dir = t.TempDir()
			test.prepare(t, o.Dir)
			before := tree(t, o.Dir)
			_, err := scaffold.Init(o)
			e := bilingual(t, err)
			if want := ": " + strings.Join(test.named, ", "); !strings.HasSuffix(e.EN, want) || !strings.HasSuffix(e.JA, want) {
				t.Errorf("message is %q, want it to end with %q", e.EN, want)
			}
			sameTree(t, tree(t, o.Dir), before)
		})
	}
}

// A folder that is a link out of the tree is found out only when most files
// are written; all of them must go again.
func TestInitCleansUp(t *testing.T) {
	outside := t.TempDir()
	o := options(message.Japanese)
	o.Dir = t.TempDir()
	if err := os.Symlink(outside, filepath.Join(o.Dir, "registers")); err != nil {
		t.Skip(err)
	}
	write(t, filepath.Join(o.Dir, "policies", "mine.md"), "mine")
	before := tree(t, o.Dir)
	_, err := scaffold.Init(o)
	if e := bilingual(t, err); !strings.Contains(e.EN, "registers/ISMS-B-01") {
		t.Errorf("message is %q, want it to name the file", e.EN)
	}
	sameTree(t, tree(t, o.Dir), before)
	sameTree(t, tree(t, outside), nil)
}

func TestInitIntoFile(t *testing.T) {
	parent := t.TempDir()
	write(t, filepath.Join(parent, "file"), "mine")
	before := tree(t, parent)
	for _, dir := range []string{"file", filepath.Join("file", "below")} {
		o := options(message.Japanese)
		o.Dir = filepath.Join(parent, dir)
		_, err := scaffold.Init(o)
		bilingual(t, err)
		sameTree(t, tree(t, parent), before)
	}
}

// Wrong options leave not even the folder behind.
func TestInitWithWrongOptions(t *testing.T) {
	parent := t.TempDir()
	o := options(message.Japanese)
	o.Dir, o.President = filepath.Join(parent, "new"), "a\nb"
	_, err := scaffold.Init(o)
	bilingual(t, err)
	sameTree(t, tree(t, parent), nil)
}

package hook

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2/maybe"

	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
)

// Options say how hooks are installed.
type Options struct {
	Repository *repo.Repository
	// Folder is the path of the ISMS below the root of the repository, "" for
	// the root itself.
	Folder string
	// Program is the absolute path of ismslint.
	Program string
	// Force installs in spite of a shared folder, of another ISMS that the
	// hook checks, and of an earlier hook that is kept already.
	Force bool
}

// State is what a hook is.
type State string

// The states of a hook.
const (
	Absent    State = "absent"
	Installed State = "installed" // that of ismslint
	Other     State = "other"     // that of someone else
)

// Hook is one hook of a repository.
type Hook struct {
	Kind Kind
	// Path is the file, whether or not it is there, and Kept the one that an
	// earlier hook was renamed to, "" where there was none.
	Path, Kept string
	State      State
	// Changed reports whether it was just written, removed or put back.
	Changed bool
}

// List returns the state of all hooks.
func List(r *repo.Repository) ([]Hook, error) {
	f, err := FindFolder(r)
	if err != nil {
		return nil, err
	}
	var hooks []Hook
	for _, k := range Kinds() {
		h, _, err := look(f, k)
		if err != nil {
			return nil, err
		}
		hooks = append(hooks, h)
	}
	return hooks, nil
}

// look reads a hook.
func look(f *Folder, k Kind) (Hook, string, error) {
	h := Hook{Kind: k, Path: filepath.Join(f.Path, string(k)), State: Absent}
	if exists(h.Path + Suffix) {
		h.Kept = h.Path + Suffix
	}
	b, err := os.ReadFile(h.Path)
	switch {
	case err == nil && isOurs(string(b)):
		h.State = Installed
	case err == nil, exists(h.Path): // a broken link is a hook of someone, too
		h.State = Other
	case !errors.Is(err, fs.ErrNotExist):
		return h, "", message.Wrap(err, "フック「%s」を読み込めません", "cannot read the hook %q", h.Path)
	}
	return h, string(b), nil
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// Install writes hooks. A hook that is there already is kept under another
// name and called first. Installing twice changes nothing.
func Install(kinds []Kind, o Options) ([]Hook, error) {
	for _, k := range kinds {
		if o.Repository.Bare && k != PreReceive {
			return nil, message.Errorf("作業フォルダのないリポジトリ（bare）では %s は呼ばれません。--pre-receive を指定してください",
				"git does not run %s in a bare repository; use --pre-receive", k)
		}
	}
	f, err := FindFolder(o.Repository)
	if err != nil {
		return nil, err
	}
	if err := f.usable(o.Repository); err != nil && !o.Force {
		return nil, err
	}
	if err := os.MkdirAll(f.Path, 0o755); err != nil {
		return nil, message.Wrap(err, "フックのフォルダ「%s」を作成できません", "cannot make the hooks folder %q", f.Path)
	}
	var hooks []Hook
	for _, k := range kinds {
		h, err := install(f, k, o)
		if err != nil {
			return hooks, err
		}
		hooks = append(hooks, h)
	}
	return hooks, nil
}

func install(f *Folder, k Kind, o Options) (Hook, error) {
	h, old, err := look(f, k)
	if err != nil {
		return h, err
	}
	text := script(k, o.Folder, o.Program)
	switch {
	case h.State == Installed && old == text && executable(h.Path):
		return h, nil
	case h.State == Installed && folderOf(old) != o.Folder && !o.Force:
		return h, message.Errorf("フック「%[1]s」は別のISMS（フォルダ「%[2]s」）を検査しています。こちらに替える場合は --force を付けてください",
			"the hook %[1]q checks another ISMS, in the folder %[2]q; use --force to have it check this one instead", h.Path, orDot(folderOf(old)))
	case h.State == Other:
		if err := h.keep(o.Force); err != nil {
			return h, err
		}
	}
	if err := maybe.WriteFile(h.Path, []byte(text), 0o755); err != nil {
		if h.State == Other {
			err = errors.Join(err, os.Rename(h.Kept, h.Path))
		}
		return h, message.Wrap(err, "フック「%s」を書き込めません", "cannot write the hook %q", h.Path)
	}
	h.State, h.Changed = Installed, true
	// The file may have been there with other permissions.
	return h, os.Chmod(h.Path, 0o755)
}

// keep makes room for the hook of ismslint.
func (h *Hook) keep(force bool) error {
	if h.Kept != "" {
		if !force {
			return message.Errorf("「%[1]s」のほかに「%[2]s」も残っているため、どちらを先に実行するか決められません。不要なほうを削除するか、--force を付けてください（後者は番号を付けて残し、実行しません）",
				"there is %[2]q beside %[1]q, so it is open which one to run first; delete the one that is not needed, or use --force, which puts the latter aside under a number and does not run it",
				h.Path, h.Kept)
		}
		if err := os.Rename(h.Kept, freeName(h.Kept)); err != nil {
			return message.Wrap(err, "「%s」の名前を変更できません", "cannot rename %q", h.Kept)
		}
	}
	h.Kept = h.Path + Suffix
	if err := os.Rename(h.Path, h.Kept); err != nil {
		return message.Wrap(err, "フック「%s」の名前を変更できません", "cannot rename the hook %q", h.Path)
	}
	return nil
}

func freeName(path string) string {
	for n := 1; ; n++ {
		if name := fmt.Sprintf("%s.%d", path, n); !exists(name) {
			return name
		}
	}
}

func executable(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().Perm()&0o111 != 0
}

func orDot(folder string) string {
	if folder == "" {
		return "."
	}
	return folder
}

// Uninstall removes the hooks of ismslint and puts back those that were there
// before. Hooks of others are left alone.
func Uninstall(kinds []Kind, r *repo.Repository) ([]Hook, error) {
	f, err := FindFolder(r)
	if err != nil {
		return nil, err
	}
	var hooks []Hook
	for _, k := range kinds {
		h, _, err := look(f, k)
		if err != nil {
			return hooks, err
		}
		if h.State == Installed {
			if err := h.restore(); err != nil {
				return hooks, message.Wrap(err, "フック「%s」を取り外せません", "cannot remove the hook %q", h.Path)
			}
		}
		hooks = append(hooks, h)
	}
	return hooks, nil
}

// restore puts the earlier hook in the place of that of ismslint.
func (h *Hook) restore() error {
	h.Changed = true
	if h.Kept != "" {
		h.State = Other
		return os.Rename(h.Kept, h.Path)
	}
	h.State = Absent
	return os.Remove(h.Path)
}

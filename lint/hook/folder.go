package hook

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
)

// Folder is where the hooks of a repository are.
type Folder struct {
	// Path is the absolute path.
	Path string
	// Configured reports whether core.hooksPath says so, and Scope which
	// configuration: local, worktree, global, system or command.
	Configured bool
	Scope      string
}

// notSet is the exit code of git config for a setting that is not there.
const notSet = 1

// FindFolder asks git where it looks for the hooks of a repository.
func FindFolder(r *repo.Repository) (*Folder, error) {
	path, err := askGit(r, "rev-parse", "--git-path", "hooks")
	if err != nil {
		return nil, err
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(workFolder(r), path)
	}
	f := &Folder{Path: filepath.Clean(path)}
	scope, err := askGit(r, "config", "--show-scope", "--get", "core.hooksPath")
	var exit *exec.ExitError
	switch {
	case err == nil:
		f.Configured = true
		f.Scope, _, _ = strings.Cut(scope, "\t")
	case !errors.As(err, &exit) || exit.ExitCode() != notSet:
		return nil, err
	}
	return f, nil
}

// usable refuses a folder whose hooks other repositories share, or that only
// seems to belong to the repository.
func (f *Folder) usable(r *repo.Repository) error {
	if f.Configured {
		if f.Scope == "global" || f.Scope == "system" {
			return message.Errorf(
				"フックのフォルダ「%[1]s」は、gitの共通設定（%[2]s）の core.hooksPath により、ほかのリポジトリでも使われます。このリポジトリだけの設定（git config core.hooksPath .git/hooks など）にするか、承知のうえで --force を付けてください",
				"the hooks folder %[1]q is set by core.hooksPath in the %[2]s configuration of git and serves other repositories as well; set it for this repository (git config core.hooksPath .git/hooks), or use --force if that is intended",
				f.Path, f.Scope)
		}
		return nil
	}
	real, err := filepath.EvalSymlinks(f.Path)
	if err != nil {
		return nil // not made yet
	}
	common, err := filepath.EvalSymlinks(r.CommonDir)
	if err != nil {
		return err
	}
	if rel, err := filepath.Rel(common, real); err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return message.Errorf(
			"フックのフォルダ「%[1]s」はリポジトリの外の「%[2]s」へのリンクです。git config core.hooksPath で指定するか、承知のうえで --force を付けてください",
			"the hooks folder %[1]q is a link to %[2]q outside of the repository; name that folder with git config core.hooksPath, or use --force if this is intended",
			f.Path, real)
	}
	return nil
}

// workFolder is where git runs hooks, and what it reads a relative
// core.hooksPath from.
func workFolder(r *repo.Repository) string {
	if r.Bare {
		return r.GitDir
	}
	return r.Root
}

// askGit runs git in a repository and returns what it says, without the final
// line break.
func askGit(r *repo.Repository, args ...string) (string, error) {
	program, err := exec.LookPath("git")
	if err != nil {
		return "", message.Wrap(err, "git が見つかりません。git をインストールするか、PATH を確認してください",
			"cannot find git; install it, or check PATH")
	}
	cmd := exec.Command(program, args...)
	cmd.Dir = workFolder(r)
	cmd.Env = append(os.Environ(), "GIT_DIR="+r.GitDir)
	if !r.Bare {
		cmd.Env = append(cmd.Env, "GIT_WORK_TREE="+r.Root)
	}
	var complaint bytes.Buffer
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		return "", message.Wrap(err, "git %s が失敗しました（%s）", "git %s failed (%s)", args[0], strings.TrimSpace(complaint.String()))
	}
	return strings.TrimRight(string(out), "\r\n"), nil
}

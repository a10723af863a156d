package repo

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/ismslint/ismslint/lint/message"
)

// Discover finds the git repository that holds dir, by looking into dir and
// the folders above it as git does: a work tree with a .git folder, a linked
// worktree or submodule with a .git file, or a bare repository. GIT_DIR,
// GIT_WORK_TREE, GIT_COMMON_DIR, GIT_INDEX_FILE, GIT_OBJECT_DIRECTORY and
// GIT_ALTERNATE_OBJECT_DIRECTORIES are taken from env.
//
// The error is [ErrNoRepository] where there is no repository, and an error
// that says what to do where there is one that cannot be used.
func Discover(dir string, env Env) (*Repository, error) {
	start, err := realPath(dir)
	if err != nil {
		return nil, message.Wrap(err,
			"フォルダ「%s」を開けません。パスと権限を確認してください",
			"cannot open the folder %q; check the path and its permissions", dir)
	}
	if g := env.get("GIT_DIR"); g != "" {
		return discoverGitDir(g, start, env)
	}
	for d := start; ; d = filepath.Dir(d) {
		r, err := repositoryAt(d, env)
		if r != nil || err != nil {
			return r, err
		}
		if d == filepath.Dir(d) {
			return nil, ErrNoRepository
		}
	}
}

// repositoryAt returns the repository whose work tree or bare folder is d, and
// nil when d is neither.
func repositoryAt(d string, env Env) (*Repository, error) {
	dotGit := filepath.Join(d, ".git")
	switch info, err := os.Stat(dotGit); {
	case err != nil:
	case info.IsDir():
		if isGitDir(dotGit, env) {
			return openRepository(dotGit, d, env)
		}
	case info.Mode().IsRegular():
		gitDir, err := readGitFile(dotGit, env)
		if err != nil {
			return nil, err
		}
		return openRepository(gitDir, d, env)
	}
	// The three stats of a bare repository are spared where the first fails.
	if isGitDir(d, env) {
		return openRepository(d, "", env)
	}
	return nil, nil
}

// discoverGitDir opens the repository that GIT_DIR names. Without
// GIT_WORK_TREE the work tree is the one above start that belongs to it: git
// itself takes the current folder, which is wrong in a hook that changed it.
func discoverGitDir(name, start string, env Env) (*Repository, error) {
	gitDir, err := realPath(name)
	if err == nil {
		if info, statErr := os.Stat(gitDir); statErr == nil && info.Mode().IsRegular() {
			gitDir, err = readGitFile(gitDir, env)
		}
	}
	if err != nil || !isGitDir(gitDir, env) {
		return nil, message.Wrap(err,
			"環境変数 GIT_DIR の「%s」はgitリポジトリではありません。値を直すか、GIT_DIR を外してください",
			"GIT_DIR names %q, which is no git repository; correct the value or unset it", name)
	}
	if t := env.get("GIT_WORK_TREE"); t != "" {
		root, err := realPath(t)
		if err != nil {
			return nil, message.Wrap(err,
				"環境変数 GIT_WORK_TREE の「%s」を開けません。値を直してください",
				"cannot open %q, which GIT_WORK_TREE names; correct the value", t)
		}
		r, err := openRepository(gitDir, "", env)
		if err == nil {
			r.setRoot(root)
		}
		return r, err
	}
	return openRepository(gitDir, workTreeAbove(start, gitDir), env)
}

// workTreeAbove returns the folder at or above start whose .git is gitDir, or
// start when there is none and start is not inside of gitDir.
func workTreeAbove(start, gitDir string) string {
	for d := start; ; d = filepath.Dir(d) {
		if d == gitDir {
			return ""
		}
		dotGit := filepath.Join(d, ".git")
		if target, err := filepath.EvalSymlinks(dotGit); err == nil {
			if target == gitDir {
				return d
			}
			if to, err := readGitFile(target, nil); err == nil && to == gitDir {
				return d
			}
		}
		if d == filepath.Dir(d) {
			return start
		}
	}
}

// isGitDir reports whether d has what git demands of a repository: HEAD, and
// objects and refs here or in the common folder.
func isGitDir(d string, env Env) bool {
	if _, err := os.Lstat(filepath.Join(d, "HEAD")); err != nil {
		return false
	}
	common := commonDir(d, env)
	objects := env.get("GIT_OBJECT_DIRECTORY")
	if objects == "" {
		objects = filepath.Join(common, "objects")
	}
	return isDir(objects) && isDir(filepath.Join(common, "refs"))
}

// commonDir returns the folder with the objects and branches of a repository,
// which for a linked worktree is not its own.
func commonDir(gitDir string, env Env) string {
	if c := env.get("GIT_COMMON_DIR"); c != "" {
		if p, err := realPath(c); err == nil {
			return p
		}
	}
	b, err := os.ReadFile(filepath.Join(gitDir, "commondir"))
	if err != nil {
		return gitDir
	}
	return relativeTo(gitDir, strings.TrimRight(string(b), "\r\n"))
}

// readGitFile follows a .git file to the folder that it names.
func readGitFile(file string, env Env) (string, error) {
	b, err := os.ReadFile(file)
	target, ok := strings.CutPrefix(strings.TrimRight(string(b), "\r\n"), "gitdir: ")
	if err == nil && ok {
		gitDir, evalErr := filepath.EvalSymlinks(relativeTo(filepath.Dir(file), target))
		if evalErr == nil && isGitDir(gitDir, env) {
			return gitDir, nil
		}
		err = evalErr
	}
	if err == nil || errors.Is(err, fs.ErrNotExist) {
		return "", message.Errorf(
			"「%s」が指すgitリポジトリ（%q）がありません。元のリポジトリを同じ場所に用意するか、git worktree repair または git submodule update --init を実行してください",
			"%q points to the git repository %q, which is not there; provide it at that place, or run git worktree repair or git submodule update --init",
			file, target)
	}
	return "", message.Wrap(err, "「%s」を読み込めません。権限を確認してください",
		"cannot read %q; check its permissions", file)
}

func relativeTo(dir, name string) string {
	if filepath.IsAbs(name) {
		return filepath.Clean(name)
	}
	return filepath.Join(dir, name)
}

// realPath makes a path absolute and resolves its symbolic links, so that two
// ways to one folder compare as equal (temporary folders are links on macOS).
func realPath(p string) (string, error) {
	abs, err := filepath.Abs(p)
	if err != nil {
		return "", err
	}
	return filepath.EvalSymlinks(abs)
}

func isDir(p string) bool {
	info, err := os.Stat(p)
	return err == nil && info.IsDir()
}

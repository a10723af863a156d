// Package project finds the ISMS that a command is about: its root folder, the
// repository around it, its configuration and the state of it that is meant.
package project

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
)

// Project is one ISMS on disk. It need not be in a git repository, and may be
// a subfolder of a larger one.
type Project struct {
	// Root is the absolute path of the folder of the ISMS, symbolic links
	// resolved; "" in a bare repository.
	Root string
	// Prefix is the path from the root of the repository to Root with a final
	// slash, or "".
	Prefix string

	repository    *repo.Repository
	repositoryErr error
	env           repo.Env
}

// Place tells the ISMS from others on the machine. It is the same in all
// worktrees of a repository.
func (p *Project) Place() string {
	if p.repository == nil {
		return p.Root
	}
	return p.repository.CommonDir + "\n" + p.Prefix
}

// UsageError is an error in what the user asked for.
type UsageError struct{ reason *message.Error }

// Error returns the English text.
func (e *UsageError) Error() string { return e.reason.Error() }

// In returns the text in the given language.
func (e *UsageError) In(lang message.Language) string { return e.reason.In(lang) }

// Unwrap returns the cause.
func (e *UsageError) Unwrap() error { return e.reason.Unwrap() }

func usage(ja, en string, args ...any) error {
	return &UsageError{message.Errorf(ja, en, args...)}
}

// Find returns the ISMS that the paths, relative to dir, belong to, or that of
// dir itself where there are none. The root is the nearest folder at or above
// them that holds an ismslint.toml, up to the root of the git repository.
// Without an ismslint.toml it is the folder that the only path names, else the
// root of the repository, else dir.
func Find(dir string, paths []string, env repo.Env) (*Project, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	starts, err := startFolders(dir, paths)
	if err != nil {
		return nil, err
	}
	p := &Project{env: env}
	p.repository, p.repositoryErr = repo.Discover(starts[0], env)
	if p.repository != nil && p.repository.Bare {
		return p, nil
	}
	top := string(filepath.Separator)
	if p.repository != nil {
		top = p.repository.Root
	}
	for i, start := range starts {
		root, found := configFolder(start, top)
		if !found {
			root = fallbackRoot(start, p.repository, len(paths) == 1)
		}
		if i > 0 && root != p.Root {
			return nil, usage("「%s」と「%s」は別のISMSに属しています。1回の実行では1つのISMSだけを指定してください",
				"%q and %q belong to different ISMS; name one ISMS at a time", paths[0], paths[i])
		}
		p.Root = root
	}
	if p.repository != nil {
		if rel, err := filepath.Rel(p.repository.Root, p.Root); err == nil && rel != "." {
			p.Prefix = filepath.ToSlash(rel) + "/"
		}
	}
	return p, nil
}

// startFolders returns the folders to search from: those of the paths, or dir.
func startFolders(dir string, paths []string) ([]string, error) {
	if len(paths) == 0 {
		paths = []string{dir}
	}
	var starts []string
	for _, path := range paths {
		abs := path
		if !filepath.IsAbs(abs) {
			abs = filepath.Join(dir, path)
		}
		real, err := filepath.EvalSymlinks(abs)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, usage("「%s」というファイルもフォルダもありません。パスを確認してください",
				"there is no file or folder %q; check the path", path)
		}
		if err != nil {
			return nil, &UsageError{message.Wrap(err, "「%s」を開けません。パスと権限を確認してください",
				"cannot open %q; check the path and its permissions", path)}
		}
		if info, err := os.Stat(real); err == nil && !info.IsDir() {
			real = filepath.Dir(real)
		}
		starts = append(starts, real)
	}
	return starts, nil
}

// configFolder returns the nearest folder at or above start, but not above
// top, that holds a configuration.
func configFolder(start, top string) (string, bool) {
	for d := start; ; d = filepath.Dir(d) {
		if info, err := os.Lstat(filepath.Join(d, config.FileName)); err == nil && info.Mode().IsRegular() {
			return d, true
		}
		if d == top || d == filepath.Dir(d) {
			return "", false
		}
	}
}

func fallbackRoot(start string, r *repo.Repository, named bool) string {
	if r == nil || named {
		return start
	}
	return r.Root
}

// Repository returns the git repository around the ISMS. The error says why
// there is none that can be used.
func (p *Project) Repository() (*repo.Repository, error) { return p.repository, p.repositoryErr }

// Relative returns a path, relative to dir or absolute, as a path with slashes
// below the root of the ISMS; ok is false when it is not below it.
func (p *Project) Relative(dir, path string) (rel string, ok bool) {
	if !filepath.IsAbs(path) {
		path = filepath.Join(dir, path)
	}
	// The file itself may be absent, or a link whose own name is meant.
	if parent, err := filepath.EvalSymlinks(filepath.Dir(path)); err == nil {
		path = filepath.Join(parent, filepath.Base(path))
	}
	rel, err := filepath.Rel(p.Root, path)
	if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
		return "", false
	}
	return filepath.ToSlash(rel), true
}

// PathFrom returns how a file below the root of the ISMS is named from dir:
// relative to it, or as it is where there is no such name.
func (p *Project) PathFrom(dir, file string) string {
	if p.Root == "" {
		return file
	}
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	rel, err := filepath.Rel(dir, filepath.Join(p.Root, filepath.FromSlash(file)))
	if err != nil {
		return file
	}
	return rel
}

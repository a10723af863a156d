package repo

import (
	"path/filepath"
	"strings"

	"github.com/go-git/go-git/v5/plumbing"

	"github.com/ismslint/ismslint/lint/message"
)

// Repository is a git repository on disk. Its methods are safe for concurrent
// use; none of them writes.
type Repository struct {
	// Root is the folder of the work tree, absolute and without symbolic
	// links, and "" when there is none.
	Root string
	// GitDir is the folder with HEAD and the index.
	GitDir string
	// CommonDir is the folder with objects and branches. It differs from
	// GitDir in a linked worktree.
	CommonDir string
	// Bare says that there is no work tree.
	Bare bool
	// Shallow says that the history was cut off when it was fetched.
	Shallow bool
	// Partial says that git fetches missing objects only on demand, which
	// ismslint never does.
	Partial bool

	indexFile  string
	graftsFile string
	boundary   map[plumbing.Hash]bool // the commits at which a shallow history ends
	format     formatSettings
	objects    *objectStore
	graph      commitGraph
	commits    CommitStore // nil where none are kept between runs
}

// openRepository reads what there is to know about the repository at gitDir.
// The root is that of the folder where it was found, "" for a bare one; the
// configuration may say otherwise.
func openRepository(gitDir, root string, env Env) (*Repository, error) {
	common := commonDir(gitDir, env)
	cfg, err := readSettings(gitDir, common)
	if err != nil {
		return nil, err
	}
	r := &Repository{
		GitDir:    gitDir,
		CommonDir: common,
		Partial:   cfg.partial,
		format:    cfg.format,
		objects:   newObjectStore(objectDirs(common, env), cfg.partial),
	}
	// A linked worktree knows its folder; the settings are those of the main one.
	if common == gitDir {
		if cfg.bare {
			root = ""
		}
		if cfg.worktree != "" {
			if root, err = filepath.EvalSymlinks(relativeTo(gitDir, cfg.worktree)); err != nil {
				return nil, message.Wrap(err,
					"gitの設定 core.worktree のフォルダ「%s」を開けません。設定を直してください",
					"cannot open %q, the folder of core.worktree in the git configuration; correct it", cfg.worktree)
			}
		}
	}
	r.setRoot(root)
	r.indexFile = indexFile(gitDir, r.Root, env)
	r.graftsFile = inCommonDir(common, "info/grafts", env.get("GIT_GRAFT_FILE"))
	r.boundary, err = readBoundary(inCommonDir(common, "shallow", env.get("GIT_SHALLOW_FILE")))
	r.Shallow = len(r.boundary) > 0
	return r, err
}

func (r *Repository) setRoot(root string) {
	r.Root, r.Bare = root, root == ""
}

// indexFile is the index to read. Git reads a relative GIT_INDEX_FILE from the
// top of the work tree, where it runs its hooks.
func indexFile(gitDir, root string, env Env) string {
	name := env.get("GIT_INDEX_FILE")
	switch {
	case name == "":
		return filepath.Join(gitDir, "index")
	case filepath.IsAbs(name):
		return name
	case root != "":
		return filepath.Join(root, name)
	}
	return name
}

// Close releases the files that reading objects has opened. Reading again opens
// them again.
func (r *Repository) Close() error { return r.objects.close() }

// Prefix returns the path of dir below the root of the work tree, with
// slashes; "" for the root itself.
func (r *Repository) Prefix(dir string) (string, error) {
	if r.Bare {
		return "", ErrBare
	}
	p, err := realPath(dir)
	if err != nil {
		return "", message.Wrap(err,
			"フォルダ「%s」を開けません。パスと権限を確認してください",
			"cannot open the folder %q; check the path and its permissions", dir)
	}
	rel, err := filepath.Rel(r.Root, p)
	rel = filepath.ToSlash(rel)
	if err != nil || !insideTree(rel) {
		return "", message.Errorf(
			"フォルダ「%s」はgitリポジトリ「%s」の外にあります",
			"the folder %q is not in the git repository %q", dir, r.Root)
	}
	return strings.TrimSuffix(cleanPrefix(rel), "/"), nil
}

// holds reports whether a folder is inside of the repository's own.
func (r *Repository) holds(dir string) bool {
	rel, err := filepath.Rel(r.GitDir, dir)
	return err == nil && insideTree(filepath.ToSlash(rel))
}

// Supported says why the objects, branches or index of a repository cannot be
// read, if they cannot.
func (r *Repository) Supported() error {
	if f := r.format.objects; f != "" && f != "sha1" {
		return message.Errorf(
			"オブジェクト形式「%s」のgitリポジトリにはまだ対応していません（対応: sha1）。作業フォルダの確認（オプションなしの check）は使えます",
			"git repositories with the object format %q are not supported yet, only sha1; check the working tree instead", f)
	}
	if f := r.format.refs; f != "" && f != "files" {
		return message.Errorf(
			"参照の保存形式「%s」のgitリポジトリにはまだ対応していません（対応: files）。git refs migrate --ref-format=files で変換するか、作業フォルダの確認（オプションなしの check）を使ってください",
			"git repositories with the reference storage %q are not supported yet, only files; run git refs migrate --ref-format=files, or check the working tree instead", f)
	}
	return nil
}

package repo

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/ismslint/ismslint/lint/message"
)

// WorktreeSnapshot returns the files below root as they are on disk, whether or
// not a git repository holds them. Files that .gitignore or .git/info/exclude
// name are left out unless they are tracked. Symbolic links to files that
// matter or to folders are not followed, other repositories inside are not
// entered; these, and what cannot be read, are in Skipped.
//
// A repository that cannot be read is no reason to fail: the files are then
// taken as those of a plain folder. The error is [ErrBare] in a bare one.
func WorktreeSnapshot(root string, opts Options) (*Snapshot, error) {
	dir, err := realPath(root)
	if err == nil && !isDir(dir) {
		err = message.Errorf("フォルダではありません", "it is not a folder")
	}
	if err != nil {
		return nil, message.Wrap(err,
			"フォルダ「%s」を開けません。パスと権限を確認してください",
			"cannot open the folder %q; check the path and its permissions", root)
	}
	w := &walker{root: dir, opts: opts, snap: &Snapshot{Kind: Worktree}}
	r, err := Discover(dir, opts.Env)
	switch {
	case err != nil:
	case !r.Bare:
		w.within(r)
	case r.holds(dir):
		return nil, ErrBare
	}
	w.snap.read = func(e Entry, limit int64) ([]byte, error) {
		return readFile(filepath.Join(dir, filepath.FromSlash(e.Path)), e, limit)
	}
	w.dir("", false)
	w.snap.sort()
	return w.snap, nil
}

// readFile reads a file of at most limit bytes; it may have grown since it was
// listed.
func readFile(name string, e Entry, limit int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, unreadable(err)
	}
	defer f.Close()
	// One byte more than the size shows the end without growing the buffer.
	b := make([]byte, 0, max(e.Size, 0)+1)
	for {
		n, err := f.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		switch {
		case int64(len(b)) > limit:
			return nil, ErrTooLarge
		case err == io.EOF:
			return b, nil
		case err != nil:
			return nil, unreadable(err)
		case len(b) == cap(b):
			b = append(b, 0)[:len(b)]
		}
	}
}

// unreadable leaves the absolute path out of an error: reports must not differ
// from machine to machine.
func unreadable(err error) error {
	reason := unreadableReason(err)
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return &message.Error{Text: reason, Cause: err}
}

func unreadableReason(err error) message.Text {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return message.Textf("読み取り権限がありません。権限を与えてからやり直してください",
			"there is no permission to read it; grant the permission and try again")
	case errors.Is(err, fs.ErrNotExist):
		return message.Textf("確認の途中で削除または移動されました。やり直してください",
			"it was removed or renamed while it was checked; try again")
	}
	return message.Textf("読み込めません。ファイルの状態を確認してください",
		"it cannot be read; check the state of the file")
}

// walker lists the files of a folder.
type walker struct {
	root  string // of the ISMS
	above string // path of root below the root of the repository, "" or "a/b/"
	opts  Options
	snap  *Snapshot
	rules []ignoreRules
	// tracked gives the files of the index, read when something is ignored.
	tracked func() trackedFiles
}

// within takes the rules from what lies above root in its repository.
func (w *walker) within(r *Repository) {
	prefix, err := r.Prefix(w.root)
	if err != nil {
		return
	}
	w.above = cleanPrefix(prefix)
	w.tracked = r.trackedFiles()
	w.addRules("", filepath.Join(r.CommonDir, "info", "exclude"))
	for i := range w.above {
		if w.above[i] == '/' {
			dir := w.above[:strings.LastIndexByte(w.above[:i], '/')+1]
			w.addRules(dir, filepath.Join(r.Root, filepath.FromSlash(dir), ".gitignore"))
		}
	}
}

// addRules reads a file of rules that hold below dir. One that cannot be read
// ignores nothing.
func (w *walker) addRules(dir, file string) {
	const maxRules = 1 << 20
	info, err := os.Lstat(file)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxRules {
		return
	}
	if b, err := os.ReadFile(file); err == nil {
		w.rules = append(w.rules, parseIgnore(dir, string(b)))
	}
}

// dir lists the folder rel, "" or "a/b/", below the root. In an ignored folder
// only tracked files count.
func (w *walker) dir(rel string, trackedOnly bool) {
	abs := filepath.Join(w.root, filepath.FromSlash(rel))
	entries, err := os.ReadDir(abs)
	if err != nil {
		w.snap.skip(path.Clean(rel), unreadableReason(err))
	}
	if rel != "" && hasNested(abs, entries) {
		w.snap.skip(path.Clean(rel), nestedReason)
		return
	}
	inherited := len(w.rules)
	if !trackedOnly && hasName(entries, ".gitignore") {
		w.addRules(w.above+rel, filepath.Join(abs, ".gitignore"))
	}
	for _, e := range entries {
		if e.Name() == ".git" {
			continue
		}
		if p := rel + e.Name(); e.IsDir() {
			w.folder(p, trackedOnly)
		} else if w.opts.match(p) || e.Type()&fs.ModeSymlink != 0 && isDir(filepath.Join(abs, e.Name())) {
			w.file(p, e, trackedOnly)
		}
	}
	w.rules = w.rules[:inherited]
}

func (w *walker) folder(p string, trackedOnly bool) {
	if !trackedOnly {
		trackedOnly = ignored(w.rules, w.above+p, true)
	}
	if trackedOnly && !w.isTracked(p+"/") {
		return
	}
	if reason := checkPath(p); !reason.IsZero() {
		w.snap.skip(p, reason)
		return
	}
	w.dir(p+"/", trackedOnly)
}

func (w *walker) file(p string, e fs.DirEntry, trackedOnly bool) {
	if (trackedOnly || ignored(w.rules, w.above+p, false)) && !w.isTracked(p) {
		return
	}
	if reason := checkPath(p); !reason.IsZero() {
		w.snap.skip(p, reason)
		return
	}
	abs := filepath.Join(w.root, filepath.FromSlash(p))
	if e.Type()&fs.ModeSymlink != 0 {
		target, err := os.Readlink(abs)
		if err != nil {
			target = "?"
		}
		w.snap.skip(p, linkReason(p, target))
		return
	}
	if !e.Type().IsRegular() {
		w.snap.skip(p, message.Textf("通常のファイルではないため、読み込みません",
			"it is not a regular file and is not read"))
		return
	}
	info, err := e.Info()
	if err == nil {
		err = probe(abs, info.Mode())
	}
	if err != nil {
		w.snap.skip(p, unreadableReason(err))
		return
	}
	w.snap.Entries = append(w.snap.Entries, Entry{Path: p, Size: info.Size()})
}

// probe opens a file that not everyone may read, to learn whether we may.
func probe(name string, mode fs.FileMode) error {
	const everyone = 0o004
	if mode.Perm()&everyone != 0 {
		return nil
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	return f.Close()
}

// isTracked reports whether the index has a file, or one below "folder/".
func (w *walker) isTracked(p string) bool {
	return w.tracked != nil && w.tracked().has(w.above+p)
}

func hasName(entries []fs.DirEntry, name string) bool {
	for _, e := range entries {
		if e.Name() == name {
			return true
		}
	}
	return false
}

// hasNested reports whether a folder is the work tree of a repository of its own.
func hasNested(dir string, entries []fs.DirEntry) bool {
	if !hasName(entries, ".git") {
		return false
	}
	r, err := repositoryAt(dir, nil)
	return r != nil || err != nil
}

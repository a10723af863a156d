package scaffold

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/ismslint/ismslint/lint/message"
)

// Init writes the files of the ISMS below o.Dir, which it creates when it is
// missing, and returns their paths below it, sorted.
//
// It writes nothing and fails with a [message.Error] that names all conflicts
// when any of the files exists already or a file stands where a folder is
// needed. When it fails half-way it removes the files and folders that it
// made. It does not follow symbolic links out of o.Dir.
func Init(o Options) ([]string, error) {
	files, err := Files(o)
	if err != nil {
		return nil, err
	}
	dir := filepath.Clean(o.Dir)
	made, err := makeFolder(dir)
	if err == nil {
		err = fill(dir, files)
	}
	if err != nil {
		removeFolders(made)
		return nil, err
	}
	paths := make([]string, len(files))
	for i, f := range files {
		paths[i] = f.Path
	}
	return paths, nil
}

// fill writes the files below an existing folder.
func fill(dir string, files []File) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return message.Wrap(err, "フォルダー %q を開けません", "cannot open the folder %q", dir)
	}
	defer root.Close()
	if found := conflicts(root, files); len(found) > 0 {
		names := strings.Join(found, ", ")
		return message.Errorf(
			"既にあるファイルは上書きしません。別のフォルダーを指定するか、次のファイルを移してください: %s",
			"refusing to overwrite existing files, expected another folder or that these are moved away: %s", names)
	}
	w := writer{root: root}
	for _, f := range files {
		if err := w.write(f); err != nil {
			w.undo()
			return message.Wrap(err, "%q に書き込めません", "cannot write %q", f.Path)
		}
	}
	return nil
}

// conflicts returns the paths, sorted and each once, that keep files from
// being written: files that exist, and whatever stands where a folder should.
func conflicts(root *os.Root, files []File) []string {
	var found []string
	seen := map[string]bool{}
	add := func(name string) {
		if !seen[name] {
			seen[name] = true
			found = append(found, name)
		}
	}
	for _, f := range files {
		blocked := false
		for _, folder := range folders(f.Path) {
			// Stat follows links, so that a folder may be a link within the
			// tree; one that leads out of it fails and is left to the writer.
			if info, err := root.Stat(folder); err == nil && !info.IsDir() {
				add(folder)
				blocked = true
				break
			}
		}
		if _, err := root.Lstat(f.Path); err == nil && !blocked {
			add(f.Path)
		}
	}
	return found
}

// folders returns the folders above a path, outermost first.
func folders(name string) []string {
	var out []string
	for i, c := range name {
		if c == '/' {
			out = append(out, name[:i])
		}
	}
	return out
}

// makeFolder creates a folder with its parents and returns those that it had
// to create, outermost first, also when it fails.
func makeFolder(dir string) (made []string, err error) {
	var missing []string
	for d := dir; ; d = filepath.Dir(d) {
		_, err := os.Stat(d)
		if err == nil || d == filepath.Dir(d) {
			break
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, message.Wrap(err, "フォルダー %q を使えません", "cannot use the folder %q", dir)
		}
		missing = append(missing, d)
	}
	for i := len(missing) - 1; i >= 0; i-- {
		if err := os.Mkdir(missing[i], 0o777); err != nil {
			return made, message.Wrap(err, "フォルダー %q を作れません", "cannot create the folder %q", missing[i])
		}
		made = append(made, missing[i])
	}
	return made, nil
}

func removeFolders(made []string) {
	for i := len(made) - 1; i >= 0; i-- {
		// A folder that someone else has put a file into stays.
		_ = os.Remove(made[i])
	}
}

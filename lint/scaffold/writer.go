package scaffold

import (
	"crypto/rand"
	"errors"
	"io/fs"
	"os"
	"path"
)

// writer writes files below a root and remembers what it made.
type writer struct {
	root *os.Root
	made []string // files and folders in the order of creation
}

// write creates one file with the folders above it. The file appears under
// its name with all of its content or not at all, and never in the place of
// another.
func (w *writer) write(f File) (err error) {
	for _, folder := range folders(f.Path) {
		switch err := w.root.Mkdir(folder, 0o777); {
		case err == nil:
			w.made = append(w.made, folder)
		case !errors.Is(err, fs.ErrExist):
			return err
		}
	}
	temp := path.Join(path.Dir(f.Path), ".ismslint-"+rand.Text()+".tmp")
	if err := w.create(temp, f.Content); err != nil {
		return err
	}
	defer func() {
		if removed := w.root.Remove(temp); err == nil && !errors.Is(removed, fs.ErrNotExist) {
			err = removed
		}
	}()
	if err := w.publish(temp, f.Path); err != nil {
		return err
	}
	w.made = append(w.made, f.Path)
	return nil
}

// create writes a new file, and leaves none behind when it fails.
func (w *writer) create(name string, content []byte) error {
	file, err := w.root.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = file.Write(content)
	if err = errors.Join(err, file.Close()); err != nil {
		_ = w.root.Remove(name)
	}
	return err
}

// publish gives a file its name unless the name is taken. A hard link does
// both in one step; where the file system has none, a rename must do.
func (w *writer) publish(temp, name string) error {
	err := w.root.Link(temp, name)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := w.root.Lstat(name); err == nil {
		return &fs.PathError{Op: "create", Path: name, Err: fs.ErrExist}
	}
	return w.root.Rename(temp, name)
}

// undo removes what was written, files before the folders around them.
func (w *writer) undo() {
	for i := len(w.made) - 1; i >= 0; i-- {
		_ = w.root.Remove(w.made[i])
	}
}

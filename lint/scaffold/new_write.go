package scaffold

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2/maybe"

	"github.com/ismslint/ismslint/lint/message"
)

// Write makes the creation on disk, below the root folder of the ISMS. A file
// appears whole or not at all; a new one never takes the place of another, and
// one that was changed since it was read is left alone.
func (c *Creation) Write(dir string) error {
	if c.before != nil {
		return c.replace(dir)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return message.Wrap(err, "フォルダー %q を開けません", "cannot open the folder %q", dir)
	}
	defer root.Close()
	w := writer{root: root}
	if err := w.write(File{Path: c.Path, Content: c.Content}); err != nil {
		w.undo()
		if errors.Is(err, fs.ErrExist) {
			return message.Wrap(err, "「%s」は既にあるため書き込みません", "%q exists already and is never overwritten", c.Path)
		}
		return message.Wrap(err, "「%s」に書き込めません", "cannot write %q", c.Path)
	}
	return nil
}

func (c *Creation) replace(dir string) error {
	name := filepath.Join(dir, filepath.FromSlash(c.Path))
	info, err := os.Lstat(name)
	if err != nil {
		return message.Wrap(err, "「%s」を開けません", "cannot open %q", c.Path)
	}
	now, err := os.ReadFile(name)
	if err != nil {
		return message.Wrap(err, "「%s」を読めません", "cannot read %q", c.Path)
	}
	if !info.Mode().IsRegular() || !bytes.Equal(now, c.before) {
		return message.Errorf("「%s」はほかで変更されたため、何も書き込みませんでした。もう一度実行してください",
			"%q was changed by someone else, so nothing was written; run again", c.Path)
	}
	if err := maybe.WriteFile(name, c.Content, info.Mode().Perm()); err != nil {
		return message.Wrap(err, "「%s」に書き込めません", "cannot write %q", c.Path)
	}
	return nil
}

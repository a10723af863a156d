package approve

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/google/renameio/v2/maybe"

	"github.com/ismslint/ismslint/lint/approval"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// Signed is a plan with its statement signed, ready to be written.
type Signed struct {
	*Plan
	// Text and Signature are those of the statement; nil when the approval
	// exists and the front matter alone is filled in.
	Text, Signature []byte
}

// Sign signs the statement of a plan and judges it, so that nothing is written
// that proves nothing.
func (d *Desk) Sign(p *Plan) (*Signed, error) {
	if p.Already != nil {
		return &Signed{Plan: p}, nil
	}
	if p.signer == nil {
		if _, err := d.ChooseKey(p); err != nil {
			return nil, err
		}
	}
	signer, err := p.signer()
	if err != nil {
		return nil, err
	}
	text := p.Statement.Format()
	armored, err := signer.Sign(text, approval.Namespace)
	if err != nil {
		return nil, err
	}
	judged := p.by.System.Judge(isms.StatementFile{Path: p.Statement.Path(), Source: text, Signature: armored})
	if !judged.Proven() {
		return nil, refuse("この署名では承認を証明できません: %s", "the signature would not prove the approval: %s", judged.Problem)
	}
	return &Signed{Plan: p, Text: text, Signature: armored}, nil
}

// Write puts statement, signature and document in their places: all of them or
// none, and never in the place of another statement. It returns the paths
// below the root of the ISMS that it wrote.
func (d *Desk) Write(s *Signed) (written []string, err error) {
	root, err := os.OpenRoot(d.root)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, root.Close()) }()
	w := &writer{root: root}
	defer func() {
		if err != nil {
			w.undo()
			written = nil
		}
	}()
	if s.Text != nil {
		name, err := w.free(s.Statement.Path(), s.Text)
		if err != nil {
			return nil, err
		}
		if err := w.statement(name, s); err != nil {
			return nil, message.Wrap(err, "承認書「%s」を書き込めません", "cannot write the statement %q", name)
		}
		written = append(written, name, name+approval.SignatureSuffix)
	}
	if s.Content != nil {
		if err := w.document(d.root, s); err != nil {
			return nil, err
		}
		written = append(written, s.Path)
	}
	return written, nil
}

// writer writes below a root and remembers what it made.
type writer struct {
	root *os.Root
	made []string
}

// free returns the first name for a statement that no other one has. One that
// is the same and lacks its signature is completed.
func (w *writer) free(name string, text []byte) (string, error) {
	base, ext := strings.TrimSuffix(name, path.Ext(name)), path.Ext(name)
	const most = 100
	for n := 2; n < most; n++ {
		old, err := w.root.ReadFile(name)
		_, sigErr := w.root.Lstat(name + approval.SignatureSuffix)
		unsigned := errors.Is(sigErr, fs.ErrNotExist)
		if unsigned && (errors.Is(err, fs.ErrNotExist) || err == nil && string(old) == string(text)) {
			return name, nil
		}
		name = fmt.Sprintf("%s-%d%s", base, n, ext)
	}
	return "", message.Errorf("承認書「%s」と同じ名前のファイルが多すぎます", "too many statements are called %q", name)
}

// statement writes a statement and, before it, its signature: a signature
// without a statement says nothing.
func (w *writer) statement(name string, s *Signed) error {
	if err := w.folder(path.Dir(name)); err != nil {
		return err
	}
	if err := w.create(name+approval.SignatureSuffix, s.Signature); err != nil {
		return err
	}
	err := w.create(name, s.Text)
	if errors.Is(err, fs.ErrExist) {
		if old, readErr := w.root.ReadFile(name); readErr == nil && string(old) == string(s.Text) {
			return nil
		}
	}
	return err
}

func (w *writer) folder(name string) error {
	if name == "." {
		return nil
	}
	if err := w.folder(path.Dir(name)); err != nil {
		return err
	}
	switch err := w.root.Mkdir(name, 0o777); {
	case err == nil:
		w.made = append(w.made, name)
	case !errors.Is(err, fs.ErrExist):
		return err
	}
	return nil
}

// create makes a file appear with all of its content, unless its name is taken.
func (w *writer) create(name string, content []byte) (err error) {
	temp := path.Join(path.Dir(name), ".ismslint-"+rand.Text()+".tmp")
	file, err := w.root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	defer func() {
		if removed := w.root.Remove(temp); err == nil && !errors.Is(removed, fs.ErrNotExist) {
			err = removed
		}
	}()
	_, err = file.Write(content)
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		return err
	}
	err = w.root.Link(temp, name)
	if err != nil && !errors.Is(err, fs.ErrExist) {
		// A file system without hard links.
		if _, taken := w.root.Lstat(name); taken == nil {
			return fs.ErrExist
		}
		err = w.root.Rename(temp, name)
	}
	if err == nil {
		w.made = append(w.made, name)
	}
	return err
}

// document replaces a document, unless it was changed since it was read.
func (w *writer) document(root string, s *Signed) error {
	info, err := w.root.Lstat(s.Path)
	if err != nil {
		return err
	}
	now, err := w.root.ReadFile(s.Path)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() || string(now) != string(s.File.Doc.Source) {
		return message.Errorf("「%s」は確認の途中で変更されたため、何も書き込みませんでした。もう一度実行してください",
			"%q changed while it was looked at, so nothing was written; run again", s.Path)
	}
	return maybe.WriteFile(filepath.Join(root, filepath.FromSlash(s.Path)), s.Content, info.Mode().Perm())
}

// undo removes what was written, files before the folders around them.
func (w *writer) undo() {
	for i := len(w.made) - 1; i >= 0; i-- {
		_ = w.root.Remove(w.made[i])
	}
}

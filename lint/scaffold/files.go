package scaffold

import (
	"bytes"
	"embed"
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"
	"text/template"

	"github.com/ismslint/ismslint/lint/message"
)

//go:embed all:templates
var templates embed.FS

// Files returns the files of the ISMS that the options ask for, sorted by
// path. The result depends on nothing but the options. It fails with a
// [message.Error] when an option cannot be used.
func Files(o Options) ([]File, error) {
	v, err := newValues(o)
	if err != nil {
		return nil, err
	}
	dir, err := fs.Sub(templates, path.Join("templates", string(o.Language)))
	if err != nil {
		return nil, err
	}
	var files []File
	err = fs.WalkDir(dir, ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := render(dir, name, v)
		files = append(files, File{Path: name, Content: content})
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil, message.Errorf("言語 %q のひな形はまだありません", "there are no templates in language %q yet", string(o.Language))
	}
	if err != nil {
		return nil, message.Wrap(err, "ひな形から文書を作れませんでした", "cannot make the documents from their templates")
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return files, nil
}

// render executes the template of the given name.
func render(dir fs.FS, name string, v values) ([]byte, error) {
	source, err := fs.ReadFile(dir, name)
	if err != nil {
		return nil, err
	}
	t, err := template.New(name).Delims("<%", "%>").Option("missingkey=error").Funcs(template.FuncMap{
		"toml":     text(quoted),
		"yaml":     text(quoted),
		"markdown": text(markdown),
	}).Parse(string(source))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, v); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

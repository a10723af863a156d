package demo

import (
	"bytes"
	"embed"
	"strings"
	"text/template"

	"github.com/ismslint/ismslint/lint/message"
)

//go:embed content
var content embed.FS

// texts are the named pieces of text of one language.
type texts struct{ all *template.Template }

// values are what a piece may use.
type values map[string]any

func newTexts(lang message.Language, functions template.FuncMap) (*texts, error) {
	src, err := content.ReadFile("content/" + string(lang) + ".tmpl")
	if err != nil {
		return nil, err
	}
	t, err := template.New("").Delims("<%", "%>").Option("missingkey=error").Funcs(functions).Parse(string(src))
	return &texts{t}, err
}

// piece returns a piece without the line ends around it.
func (t *texts) piece(name string, v values) (string, error) {
	var b bytes.Buffer
	err := t.all.ExecuteTemplate(&b, name, v)
	return strings.Trim(b.String(), "\n"), err
}

package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

// declaredNames finds files by the names that they declare: headings, headers
// of tables, and the cells of columns that hold names.
var declaredNames = isms.NewIndex("declared-name", func(f *isms.File, add func(string)) {
	found := func(text string) {
		if text != "" && endsLikeName(text) {
			add(fold.Key(text))
		}
	}
	for i := range f.Doc.Headings {
		found(f.Doc.Headings[i].Title)
		found(f.Doc.Headings[i].Text)
	}
	for i := range f.Doc.Tables {
		namesInTable(&f.Doc.Tables[i], found)
	}
})

// namesInTable passes on the header cells and the cells of columns of names.
func namesInTable(t *document.Table, found func(string)) {
	for column, header := range t.Header {
		found(header.Text)
		if !holdsNames(header.Text) {
			continue
		}
		for _, row := range t.Rows {
			if column >= len(row.Cells) {
				continue
			}
			text := row.Cells[column].Text
			found(bareName(text))
			for _, part := range strings.FieldsFunc(text, func(r rune) bool { return r == '、' || r == ',' || r == '，' || r == '\n' }) {
				found(bareName(part))
			}
		}
	}
}

// holdsNames reports whether the header of a column says that its cells are
// names of documents, laws or terms.
func holdsNames(header string) bool {
	header = strings.ReplaceAll(strings.ReplaceAll(header, " ", ""), "　", "")
	return holdsAny(header, "名称", "文書", "様式", "帳票", "記録", "台帳", "法令", "法律", "規程", "規則", "規格", "用語", "契約", "資料", "書類") ||
		hasAnySuffix(header, "名") || holdsAny(strings.ToLower(header), "title", "name", "document", "record", "law", "term", "form")
}

// endsLikeName is a quick test for texts that can be the name of a document.
func endsLikeName(text string) bool {
	return text[len(text)-1] < 0x80 || kindOfEnding(strings.TrimSpace(text)) != noDocument
}

// titles returns the names that a misspelt one is compared with.
func (n *nameIndex) titles() []string {
	if n.titleList != nil {
		return n.titleList
	}
	add := func(names ...string) {
		for _, name := range names {
			if key := fold.Key(name); key != "" {
				n.titleList = append(n.titleList, name)
				n.titleKeys = append(n.titleKeys, []rune(key))
			}
		}
	}
	for _, e := range n.system.Catalogue.Entries {
		add(e.Title, e.TitleEN)
		add(e.Aliases...)
	}
	for _, e := range n.system.Config.Documents.External {
		add(e.Title)
		add(e.Aliases...)
	}
	for _, f := range n.system.Files() {
		if f.Entry == nil {
			add(f.Meta.Title.Text)
		}
	}
	return n.titleList
}

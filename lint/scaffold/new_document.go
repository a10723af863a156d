package scaffold

import (
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// document makes a document of the catalogue that has no file yet.
func (m *maker) document() (*Creation, error) {
	if f := m.Document(m.entry.Number); f != nil {
		return nil, message.Errorf("%[1]s は既に「%[2]s」にあります。内容を変えるときは、その文書を改訂してください",
			"%[1]s exists already as %[2]q; to change it, revise that document", m.entry.Label(), f.Path)
	}
	lang := m.Language
	if f := m.anyFile(isms.Controlled); f != nil {
		lang = languageOf(f, lang)
	}
	title := m.Title
	if title == "" {
		title = entryTitle(m.entry, lang)
	}
	if title == "" {
		return nil, message.Errorf("%[1]s の文書名が文書一覧にありません。--title で指定してください",
			"the catalogue has no title for %[1]s, expected one with --title", m.entry.Number)
	}
	c := &Creation{Entry: m.entry, ID: m.entry.Number}
	var err error
	if c.Path, err = m.documentPath(title); err != nil {
		return nil, err
	}
	if c.Content, err = m.documentText(title, lang); err != nil {
		return nil, err
	}
	c.Added = c.Content
	f := m.read(c.Path, c.Content)
	if f.Meta.DraftedBy.Empty() {
		c.Open = append(c.Open, message.Text{JA: "作成者", EN: "Drafted by"})
	}
	c.Open = append(c.Open, message.Text{JA: "本文", EN: "the text"})
	return c, nil
}

// documentPath returns where the document goes: where the user says, else into
// the folder that holds most of its series and kind.
func (m *maker) documentPath(title string) (string, error) {
	file := m.entry.Number + "-" + fileName(title) + ".md"
	p := path.Join(m.seriesFolder(), file)
	switch {
	case m.Output == "":
	case strings.HasSuffix(m.Output, "/"):
		p = path.Join(m.Output, file)
	default:
		p = m.Output
	}
	return p, m.checkPath(p)
}

// seriesFolder returns the folder of the documents whose numbers differ from
// the entry's in the last part alone.
func (m *maker) seriesFolder() string {
	series := seriesOf(m.entry.Number)
	count, best := map[string]int{}, ""
	for _, sameKind := range []bool{true, false} {
		for _, f := range m.Files() {
			if f.Kind != isms.Controlled || f.Entry == nil || seriesOf(f.Entry.Number) != series ||
				f.Entry.Records || sameKind && f.Entry.Kind != m.entry.Kind {
				continue
			}
			dir := path.Dir(f.Path)
			if count[dir]++; count[dir] > count[best] {
				best = dir
			}
		}
		if best != "" {
			return best
		}
	}
	if m.entry.Kind == isms.KindDocument {
		return "policies"
	}
	return "registers"
}

func seriesOf(number string) string {
	return number[:strings.LastIndexByte(number, '-')+1]
}

// fileName returns a title as a part of the name of a file.
func fileName(title string) string {
	title = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, title)
	if isLatin(title) {
		return strings.Trim(strings.Join(strings.Fields(strings.ToLower(title)), "-"), "-.")
	}
	return strings.Trim(strings.Join(strings.Fields(title), ""), "-.")
}

// documentText returns a document without content, which its history and its
// front matter begin.
func (m *maker) documentText(title string, lang message.Language) ([]byte, error) {
	h := &head{format: document.YAML, names: map[string]string{}, schema: m.set.Document, ids: true}
	if like := m.anyFile(isms.Controlled); like != nil {
		h.imitate(like, m.People)
	}
	revision := strconv.Itoa(m.Config.Documents.InitialRevision)
	h.set("number", m.entry.Number)
	h.set("title", title)
	h.setRaw("revision", revision)
	h.setStatus()
	h.setRaw("established", m.Date.String())
	if class := m.classification(); class != "" {
		h.set("classification", class)
	}
	h.add("drafted_by", nil)
	h.setAuthor(m)
	_, author, _ := m.author()
	text := message.Textf("# %[1]s\n\n## 目的\n\n## 適用範囲\n\n## 改訂履歴\n\n| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |\n|---|---|---|---|---|\n| %[2]s | %[3]s | 制定 | %[4]s| |\n",
		"# %[1]s\n\n## Purpose\n\n## Scope\n\n## Revision history\n\n| Revision | Date | Change | Drafted | Approved |\n|---|---|---|---|---|\n| %[2]s | %[3]s | First issue | %[4]s| |\n",
		markdown(title), revision, m.Date, spaced(markdown(author)))
	return append(h.bytes(), text.In(lang)...), nil
}

func spaced(s string) string {
	if s == "" {
		return ""
	}
	return s + " "
}

// classification returns the control class that the documents of the ISMS
// agree on, or "".
func (m *maker) classification() string {
	var classes []string
	for _, f := range m.Files() {
		if f.Kind == isms.Controlled && !f.Meta.Classification.Empty() && !slices.Contains(classes, f.Meta.Classification.Text) {
			classes = append(classes, f.Meta.Classification.Text)
		}
	}
	if len(classes) != 1 {
		return ""
	}
	return classes[0]
}

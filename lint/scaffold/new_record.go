package scaffold

import (
	"bytes"
	"path"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// record makes the next record of the form as a file of its own.
func (m *maker) record() (*Creation, error) {
	records := m.records()
	var newest *isms.File
	pattern := m.exampleID()
	for _, f := range records {
		if _, ok := parseSerial(f.Meta.Record.Text); ok {
			newest, pattern = f, f.Meta.Record.Text
		}
	}
	if pattern == "" {
		pattern = m.entry.Number + "-" + periodPlaceholder + "-001"
	}
	id, ok := nextID(pattern, m.usedIDs(pattern), m.Date, m.isFiscal())
	if !ok {
		return nil, message.Errorf("「%[1]s」の後に続く番号を決められません。番号を英字、西暦年、連番の形にしてください",
			"cannot tell which id follows %[1]q, expected ids such as CAR-2026-001", pattern)
	}
	c := &Creation{Entry: m.entry, ID: id}
	var err error
	if c.Path, err = m.recordPath(id, newest); err != nil {
		return nil, err
	}
	blank, lang, err := m.blankForm()
	if err != nil {
		return nil, err
	}
	if m.Title == "" {
		m.Title = entryTitle(m.entry, lang) + " " + id
	}
	h := m.newHead(newest, lang)
	h.set("form", m.entry.Number)
	h.set("record", id)
	h.set("title", m.Title)
	h.setStatus()
	h.setRaw("form_revision", m.formRevision(blank, newest))
	h.setRaw("created", m.Date.String())
	h.setAuthor(m)
	body := m.recordBody(blank, c.Path, id)
	m.finishHead(h, c, body)
	c.Content = append(h.bytes(), body...)
	if newest != nil && bytes.Contains(newest.Doc.Source, []byte("\r\n")) {
		c.Content = bytes.ReplaceAll(c.Content, []byte("\n"), []byte("\r\n"))
	}
	c.Added = c.Content
	c.Open = m.openFields(c)
	return c, nil
}

// formRevision returns the revision of the form to fill in: that of the form,
// of the list of forms, or of the newest record; "" where none says.
func (m *maker) formRevision(blank, newest *isms.File) string {
	if blank != nil && blank.Path != "" && blank.Meta.Revision.Valid {
		return blank.Meta.Revision.Text
	}
	for r := range m.Rows("ISMS-A-05", "forms") {
		if n := r.Int("revision"); n.Valid && r.Written("form").Text == m.entry.Number {
			return strconv.Itoa(n.Int)
		}
	}
	if newest != nil {
		if f, ok := newest.Meta.Root.Field("form_revision"); ok && f.Value != nil && f.Value.Kind == source.Int {
			return f.Value.Text
		}
	}
	return ""
}

// periodPlaceholder is a year; that of the day takes its place.
const periodPlaceholder = "2000"

// recordPath returns where the record goes: where the user says, else beside
// the newest record of the form, else into the folder of the form.
func (m *maker) recordPath(id string, newest *isms.File) (string, error) {
	file := id + ".md"
	folder := "records/" + m.entry.Number
	if newest != nil {
		folder = m.folderOf(newest, id)
	}
	p := path.Join(folder, file)
	switch {
	case m.Output == "":
	case strings.HasSuffix(m.Output, "/"):
		p = path.Join(m.Output, file)
	default:
		p = m.Output
	}
	return p, m.checkPath(p)
}

// folderOf returns the folder of a record; a folder that is called after the
// year of the record's id is that of the new id.
func (m *maker) folderOf(f *isms.File, id string) string {
	old, _ := parseSerial(f.Meta.Record.Text)
	now, _ := parseSerial(id)
	parts := strings.Split(path.Dir(f.Path), "/")
	for i, part := range parts {
		if old.layout == "2006" && part == old.period {
			parts[i] = now.period
		}
	}
	return strings.Join(parts, "/")
}

// checkPath refuses a path that is taken or would not be part of the ISMS.
func (m *maker) checkPath(p string) error {
	switch {
	case !lint.IsMarkdown(p):
		return message.Errorf("書き込み先「%[1]s」はMarkdownのファイルではありません。.md で終わるパスか、/ で終わるフォルダーを指定してください",
			"the output %[1]q is no Markdown file, expected a path that ends in .md, or a folder that ends in /", p)
	case m.HasPath(p):
		return message.Errorf("「%[1]s」は既にあるため書き込みません。--output で別のパスを指定してください",
			"%[1]q exists already and is never overwritten, expected another path with --output", p)
	case !lint.Selected(m.Config, p):
		return message.Errorf("「%[1]s」はISMSの対象のファイルになりません。--output で別のパスを指定するか、ismslint.toml の documents.include・exclude を見直してください",
			"%[1]q would be no part of the ISMS, expected another path with --output, or other documents.include and exclude in ismslint.toml", p)
	}
	return nil
}

// finishHead gives the front matter the mandatory fields for which the body has
// no place.
func (m *maker) finishHead(h *head, c *Creation, body []byte) {
	f := m.read(c.Path, append(h.bytes(), body...))
	for _, t := range f.Tables {
		if !t.Fields {
			continue
		}
		for i := range t.Schema.Columns {
			if col := &t.Schema.Columns[i]; col.Required && !t.Has(col.Name) {
				h.blank(col.Name, col)
			}
		}
	}
}

// read says what a text would be within the ISMS.
func (m *maker) read(p string, content []byte) *isms.File {
	none := func(string) ([]byte, error) { return nil, message.Errorf("なし", "none") }
	return m.builder().File(p, document.NewParser().Parse(content), none)
}

// openFields returns the titles of the mandatory fields of a new record that
// have no value yet.
func (m *maker) openFields(c *Creation) []message.Text {
	var open []message.Text
	f := m.read(c.Path, c.Content)
	if f.Meta.DraftedBy.Empty() {
		open = append(open, message.Text{JA: "作成者", EN: "Drafted by"})
	}
	for _, t := range f.Tables {
		if !t.Fields {
			continue
		}
		for i := range t.Schema.Columns {
			if col := &t.Schema.Columns[i]; col.Required && t.Rows[0].At(i).None() {
				open = append(open, col.Title)
			}
		}
	}
	return open
}

// entryTitle returns the title of an entry in a language, where it has one.
func entryTitle(e *isms.Entry, lang message.Language) string {
	if lang == message.English && e.TitleEN != "" {
		return e.TitleEN
	}
	return e.Title
}

package scaffold

import (
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// blankForm returns the form to fill in: that of the ISMS, else the one that
// init writes, whose path is then "". It is nil where there is neither.
func (m *maker) blankForm() (*isms.File, message.Language, error) {
	if f := m.Document(m.entry.Number); f != nil {
		return f, languageOf(f, m.Language), nil
	}
	lang := m.Language
	content, err := m.template(lang)
	if content == nil || err != nil {
		return nil, lang, err
	}
	return m.read("", content), lang, nil
}

// languageOf returns the language that a file is written in.
func languageOf(f *isms.File, otherwise message.Language) message.Language {
	if f.Meta.Title.Empty() {
		return otherwise
	}
	for _, h := range f.Doc.Headings {
		if !isLatin(h.Title) {
			return message.Japanese
		}
	}
	if isLatin(f.Meta.Title.Text) {
		return message.English
	}
	return message.Japanese
}

// spoken returns the language of the newest record of the form, else of other
// records, else of documents.
func (m *maker) spoken() message.Language {
	if records := m.records(); len(records) > 0 {
		return languageOf(records[len(records)-1], m.Fallback)
	}
	for _, kind := range []isms.FileKind{isms.RecordFile, isms.Controlled} {
		if f := m.anyFile(kind); f != nil {
			return languageOf(f, m.Fallback)
		}
	}
	return m.Fallback
}

// template renders the template of the entry's form, nil where there is none.
func (m *maker) template(lang message.Language) ([]byte, error) {
	dir, err := fs.Sub(templates, path.Join("templates", string(lang)))
	if err != nil || m.entry.Form == "" {
		return nil, err
	}
	found, err := fs.Glob(dir, "*/"+m.entry.Form+"-*.md")
	if err != nil || len(found) == 0 {
		return nil, err
	}
	holder := func(r isms.Role) string {
		for _, id := range m.People.Holders(r, m.Date) {
			if p := m.People.Find(id); p != nil {
				return p.Name
			}
		}
		return ""
	}
	v, err := newValues(Options{Language: lang, Organization: m.Config.Organization.Name, Date: m.Date,
		President: holder(isms.President), Manager: holder(isms.Manager),
		Secretariat: holder(isms.Secretariat), ChiefAuditor: holder(isms.ChiefAuditor)})
	if err != nil {
		return nil, err
	}
	return render(dir, found[0], v)
}

// edit replaces a part of a text.
type edit struct {
	source.Span
	text string
}

// recordBody turns a blank form into the body of a record: with its own title,
// without the form's introduction, instructions and revision history, and with
// the explanations below headings as comments, which are no content.
func (m *maker) recordBody(blank *isms.File, to, id string) []byte {
	if blank == nil {
		return []byte("# " + markdown(m.Title) + "\n" + m.fieldTable(id))
	}
	d := blank.Doc
	dropped := m.droppedSections(blank)
	var edits []edit
	first := -1
	for i := range d.Headings {
		h := &d.Headings[i]
		if h.Level == 1 && first < 0 {
			first = i
			edits = append(edits, edit{h.TextSpan, markdown(m.Title)})
		}
		if slices.Contains(dropped, i) {
			edits = append(edits, edit{source.Span{Start: h.Span.Start, End: h.End}, ""})
		}
	}
	inside := func(s source.Span) bool {
		return slices.ContainsFunc(dropped, func(i int) bool {
			return d.Headings[i].Span.Start <= s.Start && s.Start < d.Headings[i].End
		})
	}
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind != document.Paragraph || b.Depth > 0 || b.Images > 0 || inside(b.Span) || !isExplanation(b.Text) {
			continue
		}
		text := "<!-- " + strings.TrimSpace(b.Span.Of(d.Source)) + " -->"
		if b.Section <= first || strings.Contains(b.Span.Of(d.Source), "--") || strings.HasPrefix(strings.TrimSpace(b.Text), "ismslint:") {
			text = ""
		}
		edits = append(edits, edit{b.Span, text})
	}
	edits = append(edits, m.idCells(blank, id, inside)...)
	edits = append(edits, movedLinks(blank, to)...)
	body := tidy(apply(d.Source, d.Body, edits))
	if first < 0 {
		body = "# " + markdown(m.Title) + "\n\n" + body
	}
	return []byte(strings.TrimRight(body, "\n") + "\n")
}

// isExplanation reports whether a paragraph of a form is a sentence for those
// who fill it in, rather than a line to be completed.
func isExplanation(text string) bool {
	text = strings.TrimSpace(text)
	return strings.HasSuffix(text, "。") || strings.HasSuffix(text, ".") || strings.HasPrefix(text, "→")
}

// droppedSections returns the sections of a form that are no part of a record:
// instructions, history, and the text that people sign on paper, of which the
// record is but an index (EVD-015).
func (m *maker) droppedSections(f *isms.File) []int {
	var dropped []int
	titles := []string{"記入のしかた", "記入の仕方", "記入方法", "記入要領", "記入上の注意", "作成のしかた", "改訂履歴", "改定履歴",
		"completingtheform", "howtocompletetheform", "instructions", "howtofillinthisform", "revisionhistory",
		"誓約書", "同意書", "pledge", "consent"}
	for i, h := range f.Doc.Headings {
		if h.Level > 1 && slices.Contains(titles, fold.Key(h.Title)) {
			dropped = append(dropped, i)
		}
	}
	if f.Revisions != nil {
		if s := f.Doc.Tables[f.Revisions.Table].Section; s >= 0 && f.Doc.Headings[s].Level > 1 && !slices.Contains(dropped, s) {
			dropped = append(dropped, s)
		}
	}
	return dropped
}

// idCells fills in the id where a table of items and contents asks for it.
func (m *maker) idCells(blank *isms.File, id string, inside func(source.Span) bool) []edit {
	if m.form == nil || m.form.Record == nil {
		return nil
	}
	var edits []edit
	for _, t := range blank.Doc.Tables {
		if n := len(t.Header); n != 2 && n != 4 || inside(t.Span) {
			continue
		}
		for _, row := range t.Rows {
			for k := 0; k+1 < len(row.Cells); k += 2 {
				i, ok := m.form.Record.MatchText(row.Cells[k].Text)
				if value := row.Cells[k+1]; ok && m.form.Record.Columns[i].Name == "record" && value.Text == "" {
					edits = append(edits, edit{betweenPipes(blank.Doc.Source, value.Span), " " + id + " "})
				}
			}
		}
	}
	return edits
}

// movedLinks makes the relative links of a form lead to the same files from the
// folder of another file.
func movedLinks(f *isms.File, to string) []edit {
	if f.Path == "" || path.Dir(f.Path) == path.Dir(to) {
		return nil
	}
	var edits []edit
	for _, l := range f.Doc.Links {
		written := l.DestinationSpan.Of(f.Doc.Source)
		target, fragment, _ := strings.Cut(written, "#")
		if target == "" || strings.ContainsAny(target, `:<>\`) || target[0] == '/' {
			continue
		}
		moved, err := filepath.Rel(path.Dir(to), path.Join(path.Dir(f.Path), target))
		if err != nil {
			continue
		}
		if moved = filepath.ToSlash(moved); fragment != "" {
			moved += "#" + fragment
		}
		edits = append(edits, edit{l.DestinationSpan, moved})
	}
	return edits
}

// betweenPipes returns the place of a cell with the blanks around it.
func betweenPipes(src []byte, s source.Span) source.Span {
	for s.Start > 0 && (src[s.Start-1] == ' ' || src[s.Start-1] == '\t') {
		s.Start--
	}
	for s.End < len(src) && (src[s.End] == ' ' || src[s.End] == '\t') {
		s.End++
	}
	return s
}

// apply makes the edits in a part of a text. Of two that overlap the first to
// begin counts.
func apply(src []byte, part source.Span, edits []edit) string {
	slices.SortStableFunc(edits, func(a, b edit) int { return a.Start - b.Start })
	var b strings.Builder
	at := part.Start
	for _, e := range edits {
		if e.Start < at {
			continue
		}
		b.Write(src[at:e.Start])
		b.WriteString(e.text)
		at = e.End
	}
	b.Write(src[at:part.End])
	return b.String()
}

// tidy gives a text line feeds, and not more than one blank line in a row.
func tidy(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	for strings.Contains(s, "\n\n\n") {
		s = strings.ReplaceAll(s, "\n\n\n", "\n\n")
	}
	return strings.TrimLeft(s, "\n")
}

// fieldTable returns the fields of a form without a blank form as a table of
// items and contents.
func (m *maker) fieldTable(id string) string {
	if m.form == nil {
		return ""
	}
	t := m.form.Record
	if t == nil {
		t = m.form.Tables[0]
	}
	var b strings.Builder
	head := message.Text{JA: "\n| 項目 | 内容 |\n|---|---|\n", EN: "\n| Item | Content |\n|---|---|\n"}
	b.WriteString(head.In(m.Language))
	for i := range t.Columns {
		c, value := &t.Columns[i], ""
		if c.Name == "record" || idColumn(t) != nil && c.Name == idColumn(t).Name {
			value = id + " "
		}
		if c.Required || value != "" {
			b.WriteString("| " + markdown(c.Title.In(m.Language)) + " | " + value + "|\n")
		}
	}
	return b.String()
}

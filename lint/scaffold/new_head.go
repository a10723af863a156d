package scaffold

import (
	"regexp"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

// head is front matter in the making, in the manner of the ISMS: its syntax,
// the language of its keys and the order of its fields.
type head struct {
	format   document.Format
	japanese bool // keys, and words as values
	ids      bool // people by id rather than by name
	names    map[string]string
	schema   *schema.Schema
	fields   []headField
}

type headField struct{ name, key, value string }

// newHead returns front matter with the fields of the model, without values.
// Where there is no model, another file of the ISMS says how it is written.
func (m *maker) newHead(model *isms.File, lang message.Language) *head {
	h := &head{format: document.YAML, names: map[string]string{}, schema: m.set.Record, ids: true}
	like := model
	if like == nil {
		like = m.anyFile(isms.RecordFile)
	}
	if like == nil {
		like = m.anyFile(isms.Controlled)
	}
	if like != nil {
		h.imitate(like, m.People)
	}
	for _, name := range []string{"form", "record", "title", "status", "form_revision", "created", "drafted_by"} {
		h.add(name, nil)
	}
	if model != nil {
		h.copyFields(model)
	}
	return h
}

// anyFile returns the file of a kind that was made last, as far as dates and
// paths tell.
func (m *maker) anyFile(kind isms.FileKind) *isms.File {
	var found *isms.File
	for _, f := range m.Files() {
		if f.Kind == kind && f.Doc.FrontMatter.Root != nil && (found == nil || !f.Meta.Created.Date.Before(found.Meta.Created.Date)) {
			found = f
		}
	}
	return found
}

// imitate takes over how a file writes its front matter.
func (h *head) imitate(f *isms.File, people *isms.People) {
	h.format = f.Doc.FrontMatter.Format
	written, canonical := f.Doc.FrontMatter.Root, f.Meta.Root
	for i, field := range written.Fields {
		h.japanese = h.japanese || !isLatin(field.Key)
		if i < len(canonical.Fields) {
			h.names[canonical.Fields[i].Key] = field.Key
		}
	}
	if p := people.Find(f.Meta.DraftedBy.Text); p != nil {
		h.ids = f.Meta.DraftedBy.Text == p.ID
	}
}

// copyFields adds the other fields of a record. What is the same for all
// records keeps its value.
func (h *head) copyFields(f *isms.File) {
	for _, field := range f.Meta.Root.Fields {
		switch field.Key {
		case "approved_by", "approved_on", "rows":
			continue
		case "classification", "organization":
			if field.Value != nil {
				h.set(field.Key, field.Value.Text)
			}
			continue
		}
		h.add(field.Key, nil)
	}
}

// add adds a field without a value unless it is there.
func (h *head) add(name string, column *schema.Column) *headField {
	if i := slices.IndexFunc(h.fields, func(f headField) bool { return f.name == name }); i >= 0 {
		return &h.fields[i]
	}
	h.fields = append(h.fields, headField{name: name, key: h.key(name, column)})
	return &h.fields[len(h.fields)-1]
}

// key returns how the key of a field is written.
func (h *head) key(name string, column *schema.Column) string {
	if key := h.names[name]; key != "" {
		return key
	}
	if !h.japanese {
		return name
	}
	if column != nil {
		return column.Title.JA
	}
	if p, ok := h.schema.Property(name); ok && len(p.Labels) > 0 {
		return p.Labels[0]
	}
	return name
}

// blank adds a field of a form that waits for its value.
func (h *head) blank(name string, column *schema.Column) { h.add(name, column) }

// set gives a field a text, setRaw what is no text, such as a date.
func (h *head) set(name, text string) { h.add(name, nil).value = h.scalar(text) }

func (h *head) setRaw(name, value string) { h.add(name, nil).value = value }

// setStatus says that the record is a draft.
func (h *head) setStatus() {
	status := string(isms.Draft)
	if p, ok := h.schema.Property("status"); ok && h.japanese {
		for _, v := range p.Values {
			if v.Value == status && len(v.Labels) > 0 {
				status = v.Labels[0]
				break
			}
		}
	}
	h.set("status", status)
}

// setAuthor names the user, where the configuration knows who that is.
func (h *head) setAuthor(m *maker) {
	if id, name, ok := m.author(); ok && h.ids {
		h.set("drafted_by", id)
	} else if ok {
		h.set("drafted_by", name)
	}
}

// bytes writes the front matter with its delimiters and a blank line. A field
// of the record that nothing is known of is left out, except for the drafter.
func (h *head) bytes() []byte {
	mark, assign, none := "---\n", ": ", ""
	if h.format == document.TOML {
		mark, assign, none = "+++\n", " = ", `""`
	}
	var b strings.Builder
	b.WriteString(mark)
	for _, f := range h.fields {
		if f.name == "form_revision" && f.value == "" {
			continue
		}
		value := f.value
		if value == "" {
			value = none
		}
		b.WriteString(strings.TrimRight(h.keyText(f.key)+assign+value, " ") + "\n")
	}
	b.WriteString(mark + "\n")
	return []byte(b.String())
}

// plainKey matches keys that need no quotes in either syntax; YAML takes
// Japanese ones as well.
var plainKey = regexp.MustCompile(`^[A-Za-z0-9_-]+$`)

func (h *head) keyText(key string) string {
	if plainKey.MatchString(key) || h.format == document.YAML && plainYAML.MatchString(key) {
		return key
	}
	return quoted(key)
}

// plainYAML matches texts that YAML reads as they stand, and as text: they
// begin with a letter and hold no mark of the syntax.
var plainYAML = regexp.MustCompile(`^\p{L}[\p{L}\p{M}\p{N} _./()（）「」、。・ー－〜～&+-]*$`)

// yamlWords are words that some versions of YAML do not read as text.
var yamlWords = []string{"true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf"}

// scalar writes a text as a value.
func (h *head) scalar(text string) string {
	if h.format == document.YAML && plainYAML.MatchString(text) && !strings.HasSuffix(text, " ") &&
		!slices.Contains(yamlWords, strings.ToLower(text)) {
		return text
	}
	return quoted(text)
}

func isLatin(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= 0x80 }) < 0
}

// sameAddress compares e-mail addresses.
func sameAddress(a, b string) bool {
	return b != "" && strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b))
}

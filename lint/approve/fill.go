package approve

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

// fill returns the document with the fields of its front matter that an
// approval fills in, and with the approver in the row of the revision where
// that cell is blank, or nil when there is nothing to fill in.
func (d *Desk) fill(f *isms.File, person *config.Person, day date.Date) ([]byte, error) {
	m := f.Meta
	approved := m.Status == isms.Approved
	signed := d.signRow(f, person)
	now := signed
	if !approved {
		now = d.set(now, field{name: "status", value: "approved", after: []string{"revision", "title", "record", "number"}})
	}
	if named := slices.ContainsFunc(m.ApprovedBy.Each, func(v isms.Value) bool { return d.System.People.Signed(v.Text) == person }); !named {
		now = d.set(now, field{name: "approved_by", value: d.nameAsWritten(f, person), after: []string{"drafted_by", "status"}})
	}
	if !approved || m.ApprovedOn.Empty() {
		now = d.set(now, field{name: "approved_on", value: day.String(), date: true, after: []string{"approved_by", "status"}})
	}
	if now == f {
		return nil, nil
	}
	if !d.filled(signed, now, person) {
		return nil, refuse(
			"「%[1]s」の文書の先頭の情報欄を自動では書き換えられません。status: approved、approved_by: %[2]s、approved_on: %[3]s と書いてから、もう一度実行してください",
			"the front matter of %[1]q cannot be filled in; write status: approved, approved_by: %[2]s and approved_on: %[3]s yourself and run again",
			f.Path, person.ID, day)
	}
	return now.Doc.Source, nil
}

// filled reports whether the changed text says what it should, and nothing
// that the approval binds to has changed.
func (d *Desk) filled(before, after *isms.File, person *config.Person) bool {
	m := after.Meta
	return len(after.Doc.Problems) == len(before.Doc.Problems) && m.Status == isms.Approved && m.ApprovedOn.Valid() &&
		after.ID() == before.ID() && after.Digest() == before.Digest() &&
		slices.ContainsFunc(m.ApprovedBy.Each, func(v isms.Value) bool { return d.System.People.Signed(v.Text) == person })
}

// nameAsWritten names a person as the document names the drafter: by id or by
// name.
func (d *Desk) nameAsWritten(f *isms.File, person *config.Person) string {
	for _, v := range append(slices.Clone(f.Meta.DraftedBy.Each), f.Meta.ApprovedBy.Each...) {
		if other := d.System.People.Signed(v.Text); other != nil && v.Text != other.ID {
			return person.Name
		}
	}
	return person.ID
}

// field is a field of the front matter to set.
type field struct {
	name, value string
	date        bool
	after       []string // below which other field it belongs, the best first
}

// set writes one field, in the place that it has or belongs to.
func (d *Desk) set(f *isms.File, fd field) *isms.File {
	src := f.Doc.Source
	if at, ok := f.Meta.Root.Field(fd.name); ok {
		span := source.Span{Start: at.KeySpan.End, End: at.KeySpan.End}
		if at.Value != nil {
			span = at.Value.Span
		}
		old := span.Of(src)
		text := fd.literal(f, d.word(f, fd, isASCII(old) && (old != "" || isASCII(at.KeySpan.Of(src)))), old)
		if span.Start > 0 && (src[span.Start-1] == ':' || src[span.Start-1] == '=') {
			text = " " + text
		}
		if span.End < len(src) && src[span.End] == '#' {
			text += " "
		}
		return d.replace(f, span, text)
	}
	for _, name := range fd.after {
		if at, ok := f.Meta.Root.Field(name); ok {
			return d.insert(f, fd, at)
		}
	}
	return f
}

// insert writes a field that is not there, on the line below another one.
func (d *Desk) insert(f *isms.File, fd field, below source.Field) *isms.File {
	src := f.Doc.Source
	end := below.KeySpan.End
	if below.Value != nil {
		end = max(end, below.Value.Span.End)
	}
	for end < len(src) && src[end] != '\n' && src[end] != '\r' {
		end++
	}
	newline := "\n"
	if end < len(src) && src[end] == '\r' {
		newline = "\r\n"
	}
	near := below.KeySpan.Of(src)
	key := fd.name
	if p, ok := d.schema(f).Property(fd.name); ok && !isASCII(near) {
		key = p.Title.JA
	}
	mark := ": "
	if f.Doc.FrontMatter.Format == document.TOML {
		mark = " = "
		if !isASCII(key) {
			key = strconv.Quote(key)
		}
	}
	like := ""
	if below.Value != nil {
		like = below.Value.Span.Of(src)
	}
	text := newline + key + mark + fd.literal(f, d.word(f, fd, isASCII(near)), like)
	return d.replace(f, source.Span{Start: end, End: end}, text)
}

func (d *Desk) replace(f *isms.File, at source.Span, text string) *isms.File {
	src := f.Doc.Source
	return d.parse(f, slices.Concat(src[:at.Start], []byte(text), src[at.End:]))
}

// word returns the value in the language that the document uses for it.
func (d *Desk) word(f *isms.File, fd field, english bool) string {
	if english || fd.name != "status" {
		return fd.value
	}
	p, _ := d.schema(f).Property(fd.name)
	for _, v := range p.Values {
		if v.Value == fd.value && len(v.Labels) > 0 {
			return v.Labels[0]
		}
	}
	return fd.value
}

func (d *Desk) schema(f *isms.File) *schema.Schema {
	if f.Kind == isms.RecordFile {
		return d.options.Schemas.Record
	}
	return d.options.Schemas.Document
}

// literal writes a value in the syntax of the front matter, quoted as another
// value is. Dates go by the other dates.
func (fd field) literal(f *isms.File, value, like string) string {
	if fd.date {
		like = otherDate(f)
	}
	quote := ""
	if strings.HasPrefix(like, `"`) || strings.HasPrefix(like, "'") {
		quote = like[:1]
	}
	toml := f.Doc.FrontMatter.Format == document.TOML
	switch {
	case quote == "" && toml && !fd.date, quote == "" && !toml && !plain(value):
		quote = `"`
	case quote == "'" && strings.Contains(value, "'"):
		quote = `"`
	}
	if quote == `"` {
		return strconv.Quote(value)
	}
	return quote + value + quote
}

// otherDate returns how the document writes a date, or "".
func otherDate(f *isms.File) string {
	for _, name := range []string{"approved_on", "revised", "established", "created"} {
		if at, ok := f.Meta.Root.Field(name); ok && at.Value != nil && at.Value.Span.Len() > 0 {
			return at.Value.Span.Of(f.Doc.Source)
		}
	}
	return ""
}

// plain reports whether a text needs no quotes in YAML.
func plain(s string) bool {
	switch strings.ToLower(s) {
	case "", "true", "false", "null", "yes", "no", "on", "off", "~":
		return false
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return false
	}
	return !strings.ContainsAny(s, "\"'\\#:[]{}&*!|>%@`,?\n\t") && !strings.HasPrefix(s, "-") && strings.TrimSpace(s) == s
}

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 })
}

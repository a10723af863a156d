package scaffold

import (
	"slices"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

// Request says what to create in an ISMS.
type Request struct {
	// Form is a document number, a title or the letters of an id, as typed.
	Form string
	// Title is the title of the record or document, or what the row is about;
	// empty gives the title of the form, and no text in a row.
	Title string
	// Date is the day of creation. It is mandatory.
	Date date.Date
	// Output is the path to write to, below the root of the ISMS with slashes,
	// or "" for the usual place. One that ends in a slash is a folder.
	Output string
	// Language is that of what is made where the ISMS has no form for it; ""
	// for the one that the ISMS is written in, and Fallback where that cannot
	// be told.
	Language, Fallback message.Language
	// Author is the e-mail address of the user, "" when it is not known.
	Author string
}

// Creation is what a request comes to. Nothing is written before
// [Creation.Write].
type Creation struct {
	Entry *isms.Entry
	// ID is the id of the record or row, or the number of the document; "" for
	// a row of a register without ids.
	ID string
	// Path is the file below the root of the ISMS, with slashes.
	Path string
	// Line is the line of a row, from 1; 0 for a file of its own.
	Line int
	// Content is the whole file as it is to be, Added what is new in it.
	Content, Added []byte
	// Open are the mandatory fields that wait for a value.
	Open []message.Text
	// Notes are remarks on what else there is to do.
	Notes []message.Text

	before []byte // the file as it was read; nil for a new one
}

// New says how to create the next record of a form, the next row of a
// register, or a document of the catalogue that has no file yet. It fails with
// a [message.Error] when the request cannot be met.
func New(s *isms.System, set *schema.Set, r Request) (*Creation, error) {
	if r.Date.IsZero() {
		return nil, message.Errorf("日付が指定されていません", "the day of creation is missing")
	}
	what := message.Text{JA: "表題", EN: "the title"}
	title, err := name(what, r.Title, "")
	if err != nil {
		return nil, err
	}
	r.Title = title
	e, err := Resolve(s, set, r.Form)
	if err != nil {
		return nil, err
	}
	m := maker{System: s, set: set, Request: r, entry: e}
	if m.Language == "" {
		m.Language = m.spoken()
	}
	if e.Form != "" {
		m.form = m.builder().Form(e.Form)
	}
	switch {
	case e.Records:
		return m.record()
	case m.isRegister():
		return m.row()
	}
	return m.document()
}

// maker makes one creation.
type maker struct {
	*isms.System
	Request
	set   *schema.Set
	entry *isms.Entry
	form  *schema.Form // nil for a document whose tables have no meaning

	made *isms.Builder
}

// builder returns a builder for the configuration of the ISMS.
func (m *maker) builder() *isms.Builder {
	if m.made == nil {
		m.made = isms.NewBuilder(m.Config, m.set, m.Standard)
	}
	return m.made
}

// isRegister reports whether the entry is kept as rows that ismslint knows.
func (m *maker) isRegister() bool {
	return m.form != nil && (m.entry.Kind == isms.KindRegister || m.entry.Kind == isms.KindPlan || m.entry.Kind == isms.KindRecord)
}

// author returns the person of the configuration who has the user's e-mail
// address and is with the organisation on the day.
func (m *maker) author() (id, name string, ok bool) {
	for _, p := range m.People.All() {
		if slices.ContainsFunc(p.Emails, func(e string) bool { return sameAddress(e, m.Author) }) &&
			(p.Left.IsZero() || !p.Left.Before(m.Date)) {
			return p.ID, p.Name, true
		}
	}
	return "", "", false
}

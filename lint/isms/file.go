package isms

import (
	"path"
	"sync"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

// FileKind says what a file is within the ISMS.
type FileKind string

// The kinds of files.
const (
	// Unidentified files have no front matter that says what they are.
	Unidentified FileKind = "unidentified"
	// Controlled files carry a document number: documents and registers.
	Controlled FileKind = "controlled"
	// RecordFile files are records: instances of a form.
	RecordFile FileKind = "record"
	// CertificationFile holds the facts of certification.
	CertificationFile FileKind = "certification"
)

// CertificationPath is the path of the file with the facts of certification.
const CertificationPath = "certification.md"

// File is one file of the ISMS: a document together with what it is within
// the system. It is a pure function of the path, the document and the
// configuration.
type File struct {
	// Path is the path below the root of the ISMS, with slashes.
	Path string
	Doc  *document.Document
	Kind FileKind
	// Meta is the front matter; never nil.
	Meta *Meta
	// Entry is the catalogue's entry of the document, or of the form of a
	// record; nil when the catalogue has none.
	Entry *Entry
	// Revisions is the revision history, or nil.
	Revisions *RevisionTable
	// Cover are the cover fields that the body repeats.
	Cover []CoverField
	// Form says what the tables of the file mean, nil where they mean nothing
	// and in blank forms. Tables are those that were understood: tables of the
	// body, then the rows of RowsFile, then the fields of a record.
	Form     *schema.Form
	Tables   []*Table
	RowsFile *RowsFile
	// Statement is the Statement of Applicability that the file holds, or nil.
	Statement *Statement

	schema *schema.Schema // of the front matter, or nil

	risks func() []Risk // nil unless the file is the risk assessment
	facts sync.Map      // what [Fact] found, by its key
}

// ID returns what identifies the file within the ISMS: its document number or
// record id, or its path when it has neither.
func (f *File) ID() string {
	switch {
	case f.Kind == Controlled && !f.Meta.Number.Empty():
		return f.Meta.Number.Text
	case f.Kind == RecordFile && !f.Meta.Record.Empty():
		return f.Meta.Record.Text
	}
	return f.Path
}

// Name returns the last element of the path.
func (f *File) Name() string { return path.Base(f.Path) }

// Head returns the place that stands for the file as a whole: the value of its
// number, form or record, else the first line of the front matter or file.
func (f *File) Head() source.Span {
	m := f.Meta
	for _, v := range []Value{m.Number, m.Record, m.Form} {
		if v.Present {
			return v.Place()
		}
	}
	return f.FirstLine()
}

// FirstLine returns the span of the first line of the file.
func (f *File) FirstLine() source.Span {
	return source.NewText(firstBytes(f.Doc.Source)).Line(1)
}

func firstBytes(b []byte) []byte {
	for i, c := range b {
		if c == '\n' {
			return b[:i]
		}
	}
	return b
}

type violationsFact struct{}

// Violations returns the places where the front matter differs from its schema.
func (f *File) Violations() []schema.Violation {
	if f.schema == nil {
		return nil
	}
	return Fact(f, violationsFact{}, func(f *File) []schema.Violation { return f.schema.Validate(f.Meta.Root.Any()) })
}

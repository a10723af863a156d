package isms

import (
	"slices"
	"sync"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// Organization is what the configuration says about the organisation, in the
// form that checks ask for. It is the same in every state of the repository
// that the configuration applies to.
type Organization struct {
	Config    *config.Config
	Catalogue *Catalogue
	Roles     *Roles
	People    *People
	// Standard are Annex A and the clauses of the three editions.
	Standard *standard.Standard

	riskModel func() (*RiskModel, error)
}

// Builder makes files and systems for one configuration. It is safe for
// concurrent use.
type Builder struct {
	org      *Organization
	document *schema.Schema
	record   *schema.Schema
	cover    coverLabels
	forms    formSet
}

// NewBuilder returns a builder for the configuration.
func NewBuilder(c *config.Config, set *schema.Set, std *standard.Standard) *Builder {
	org := &Organization{
		Config: c, Standard: std, Catalogue: NewCatalogue(c), Roles: newRoles(c.RoleNames), People: newPeople(c),
		riskModel: sync.OnceValues(func() (*RiskModel, error) { return newRiskModel(&c.Risk) }),
	}
	return &Builder{org: org, document: set.Document, record: set.Record, cover: newCoverLabels(set.Document), forms: newFormSet(set, c)}
}

// Organization returns what the configuration says.
func (b *Builder) Organization() *Organization { return b.org }

// File says what a document is within the ISMS. read returns the content of
// another file by its path below the root of the ISMS; it is asked for the CSV
// file that holds the rows of a register.
func (b *Builder) File(path string, d *document.Document, read func(path string) ([]byte, error)) *File {
	f := &File{Path: path, Doc: d, Kind: Unidentified}
	root := d.FrontMatter.Root
	f.Meta = newMeta(canonical(root, b.document))
	switch {
	case path == CertificationPath:
		f.Kind = CertificationFile
	case f.Meta.Form.Present || f.Meta.Record.Present || !f.Meta.Number.Present && b.namesRecord(root):
		f.Kind = RecordFile
		f.Meta = newMeta(canonical(root, b.record))
		f.Entry = b.org.Catalogue.Entry(f.Meta.Form.Text)
		f.schema = b.record
	case root != nil && (f.Meta.Number.Present || f.Meta.Title.Present):
		f.Kind = Controlled
		f.Entry = b.org.Catalogue.Entry(f.Meta.Number.Text)
		f.schema = b.document
	}
	if f.Kind == Controlled {
		f.Revisions = findRevisionTable(d)
	}
	if f.Kind == Controlled || f.Kind == RecordFile {
		f.Cover = findCover(d, b.cover)
		b.readTables(f, read) // leaves the revision history alone
	}
	if f.Kind == Controlled {
		f.Statement = newStatement(f, b.org.Standard, b.org.EditionOf(f))
	}
	return f
}

// Form returns what the tables and fields of a form mean in this organisation,
// by its number in the built-in catalogue, or nil.
func (b *Builder) Form(number string) *schema.Form {
	return b.forms.form(&Entry{Form: number})
}

// namesRecord reports whether the front matter has the form or the id of a
// record under one of their other names.
func (b *Builder) namesRecord(root *source.Node) bool {
	if root == nil {
		return false
	}
	return slices.ContainsFunc(root.Fields, func(f source.Field) bool {
		name, _ := b.record.Canonical(f.Key)
		return name == "form" || name == "record"
	})
}

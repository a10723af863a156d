// Package schema holds the JSON Schemas (draft 2020-12) that define the files
// of a user's repository and the JSON report, and checks values against them.
//
// The schemas are the single definition: editors complete from them, the
// documentation is written from their titles and descriptions, and the
// Japanese names of keys and of values come from their keywords x-labels and
// x-enum-labels.
package schema

import (
	"embed"
	"fmt"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

//go:embed *.schema.json rows/*.schema.json records/*.schema.json
var files embed.FS

// Set is all schemas. It is safe for concurrent use.
type Set struct {
	Config   *Schema // ismslint.toml
	Document *Schema // front matter of a controlled document or register
	Record   *Schema // front matter of a record
	Report   *Schema // output of check --format json

	forms forms
}

// Schema is one schema. It is safe for concurrent use.
type Schema struct {
	name      string
	root      *node
	labels    labels
	validator func() (*jsonschema.Schema, error)
}

// Names returns the names by which [Set.Raw] knows the schemas.
func Names() []string { return []string{"config", "document", "record", "report"} }

// Load reads the embedded schemas. The validator behind a schema is compiled
// when it is first used, because that takes longer than most values take to
// check and no command needs all of them.
func Load() (*Set, error) {
	all, err := newForms()
	if err != nil {
		return nil, err
	}
	set := Set{forms: all}
	for i, to := range []**Schema{&set.Config, &set.Document, &set.Record, &set.Report} {
		s, err := load(Names()[i])
		if err != nil {
			return nil, err
		}
		*to = s
	}
	return &set, nil
}

// Compile compiles the validators of configuration and front matter. Each is
// compiled when it is first used in any case; a caller that knows it will need
// them may do so while it waits for the disk.
func (s *Set) Compile() {
	for _, schema := range []*Schema{s.Config, s.Record, s.Document} {
		// An error shows as a violation when the schema is used.
		_, _ = schema.validator()
	}
}

// Raw returns the text of the schema with the given name.
func (s *Set) Raw(name string) ([]byte, error) {
	raw, err := files.ReadFile(name + ".schema.json")
	if err != nil {
		return nil, fmt.Errorf("unknown schema %q, expected one of %q", name, Names())
	}
	return raw, nil
}

func load(name string) (*Schema, error) {
	raw, err := files.ReadFile(name + ".schema.json")
	if err != nil {
		return nil, fmt.Errorf("schema %s: %w", name, err)
	}
	root, err := parseNode(raw)
	if err != nil {
		return nil, fmt.Errorf("schema %s: %w", name, err)
	}
	return &Schema{
		name:      name,
		root:      root,
		labels:    newLabels(root),
		validator: sync.OnceValues(func() (*jsonschema.Schema, error) { return compile(root.ID, raw) }),
	}, nil
}

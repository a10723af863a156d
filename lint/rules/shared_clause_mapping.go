package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/isms"
)

// mappedFiles returns the files in force that the name in a [[clauses]] entry
// stands for: those of a document or form by its number, a record by its id, or
// those at a path or below it.
func mappedFiles(s *isms.System, name string) []*isms.File {
	var out []*isms.File
	add := func(files []*isms.File) {
		for _, f := range files {
			if f.Meta.Status != isms.Obsolete {
				out = append(out, f)
			}
		}
	}
	if add(s.Documents(name)); s.Catalogue.Entry(name) != nil {
		add(s.Records(name))
	}
	add(s.Record(name))
	if len(out) > 0 || !s.HasPath(name) {
		return out
	}
	for _, f := range s.Files() {
		if f.Path == name || strings.HasPrefix(f.Path, name+"/") {
			add([]*isms.File{f})
		}
	}
	return out
}

// inForce reports whether the name in a [[clauses]] entry stands for something
// that is not obsolete. What is no document of the ISMS counts by being there.
func inForce(s *isms.System, name string) bool {
	if len(mappedFiles(s, name)) > 0 {
		return true
	}
	return s.HasPath(name) && !slices.ContainsFunc(s.Files(), func(f *isms.File) bool {
		return f.Path == name || strings.HasPrefix(f.Path, name+"/")
	})
}

// mappingExample is a configuration that maps a clause, with a document and a
// record.
func mappingExample(mapping string) string {
	return `-- ismslint.toml --
[documents]
replace = true
[[documents.catalogue]]
number = "ISMS-A-50"
title = "ISMS規程"
` + mapping + `-- policies/ISMS-A-50-ISMS規程.md --
---
number: ISMS-A-50
title: ISMS規程
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
---
# ISMS規程
`
}

package config

import (
	"strings"

	"github.com/ismslint/ismslint/lint/source"
)

// ClauseMapping says which documents or records carry the documented
// information of a clause (domain requirement GAP-002).
type ClauseMapping struct {
	// Clause is the number of the clause, such as 7.2.
	Clause     string
	ClauseSpan source.Span
	Documents  []MappedDocument
	Span       source.Span
}

// MappedDocument is one document of a mapping: the number of an entry of the
// catalogue, or the path of a file or folder below the root of the ISMS.
type MappedDocument struct {
	Name string
	Span source.Span
}

func (r *reader) clauses(n *source.Node) {
	seen := r.unique("箇条", "clause")
	for _, t := range items(n) {
		number := t.Get("clause")
		m := ClauseMapping{Clause: str(number), ClauseSpan: place(number), Span: r.head(t)}
		seen(number)
		if documents := t.Get("documents"); documents != nil && documents.Kind == source.List {
			for _, item := range documents.Items {
				if d := r.mappedDocument(item); d.Name != "" {
					m.Documents = append(m.Documents, d)
				}
			}
		}
		r.Clauses = append(r.Clauses, m)
	}
}

// mappedDocument reads a document number or a path. A path out of the ISMS is
// a problem.
func (r *reader) mappedDocument(n *source.Node) MappedDocument {
	name := str(n)
	if strings.ContainsAny(name, `/\`) && !isRelative(name) {
		r.problem(n.Span,
			"「%[1]s」はISMSの中の場所ではないため、ismslint.tomlのあるフォルダーからの相対パスを / 区切りで書いてください",
			"%[1]q is no place within the ISMS, expected a path relative to ismslint.toml with / between its parts", excerpt(name))
		return MappedDocument{}
	}
	return MappedDocument{Name: strings.TrimSuffix(name, "/"), Span: n.Span}
}

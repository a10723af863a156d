package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

// namedDocument is a document that a cell of the statement names, with the
// text about it that follows up to the next one.
type namedDocument struct {
	// file is nil for an external document and for one that is missing.
	file *isms.File
	rest string
}

// documentNames finds the documents of an ISMS by what texts call them.
type documentNames struct {
	system *isms.System
	names  []documentName // longest first
}

// documentName is a name of a document, folded and in lower case.
type documentName struct {
	text string
	// path is that of a controlled document, record the id of a record; both
	// are "" for an external document and for one that is missing.
	path, record string
}

// file returns what a name stands for, or nil.
func (n documentName) file(s *isms.System) *isms.File {
	switch {
	case n.path != "":
		return fileAt(s, n.path)
	case n.record != "":
		return s.Record(n.record)[0]
	}
	return nil
}

// namesIn returns the names to look for in a text: those of documents, and the
// ids of records that stand in it.
func (d *documentNames) namesIn(text string) []documentName {
	names := d.names
	for _, id := range idTokens(text) {
		for _, form := range []string{id.text, strings.ToUpper(id.text)} {
			if len(d.system.Record(form)) > 0 {
				names = append(names[:len(names):len(names)], documentName{text: strings.ToLower(id.text), record: form})
				break
			}
		}
	}
	if len(names) > len(d.names) {
		sortNames(names)
	}
	return names
}

// sortNames puts the longest names first.
func sortNames(names []documentName) {
	slices.SortStableFunc(names, func(a, b documentName) int { return len(b.text) - len(a.text) })
}

func newDocumentNames(s *isms.System) *documentNames {
	return &documentNames{system: s, names: isms.Settled(s, "document-names", readDocumentNames)}
}

func readDocumentNames(s *isms.System) []documentName {
	var names []documentName
	add := func(path string, texts ...string) {
		for _, t := range texts {
			if t = strings.ToLower(fold.Text(t)); t != "" {
				names = append(names, documentName{text: t, path: path})
			}
		}
	}
	for _, f := range s.OfKind(isms.Controlled) {
		if f.Meta.Status != isms.Obsolete {
			add(f.Path, f.Meta.Number.Text, f.Meta.Title.Text, f.Path, f.Name())
		}
	}
	for _, e := range s.Catalogue.Entries {
		path := ""
		if f := s.Document(e.Number); f != nil {
			path = f.Path
		}
		add(path, append([]string{e.Number, e.Title, e.TitleEN}, e.Aliases...)...)
	}
	for i := range s.Config.Documents.External {
		e := &s.Config.Documents.External[i]
		add("", append([]string{e.Title}, e.Aliases...)...)
	}
	sortNames(names)
	return names
}

// in returns the documents that a text names, in order.
func (d *documentNames) in(text string) []namedDocument {
	text = fold.Text(text)
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		text = lower
	}
	type hit struct {
		start, end int
		name       documentName
	}
	var hits []hit
	for _, n := range d.namesIn(text) {
		for from := 0; ; {
			i := strings.Index(lower[from:], n.text)
			if i < 0 {
				break
			}
			start, end := from+i, from+i+len(n.text)
			from = end
			if !slices.ContainsFunc(hits, func(h hit) bool { return start < h.end && h.start < end }) {
				hits = append(hits, hit{start, end, n})
			}
		}
	}
	slices.SortFunc(hits, func(a, b hit) int { return a.start - b.start })
	out := make([]namedDocument, len(hits))
	for i, h := range hits {
		end := len(text)
		if i+1 < len(hits) {
			end = hits[i+1].start
		}
		out[i] = namedDocument{h.name.file(d.system), text[h.end:end]}
	}
	return joinNames(out)
}

// joinNames puts a number and a title of one document that follow one another
// together, as in ISMS-A-04 ISMS管理策運用規定 A.5.1.
func joinNames(named []namedDocument) []namedDocument {
	var out []namedDocument
	for _, n := range named {
		if k := len(out) - 1; k >= 0 && n.file != nil && out[k].file == n.file {
			out[k].rest += " " + n.rest
			continue
		}
		out = append(out, n)
	}
	return out
}

package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
)

// recordIDs are the ids of the records of an ISMS.
type recordIDs struct {
	*recordSeries
	system *isms.System
	// guesses counts the ids that a slip of the pen was looked for.
	guesses int
}

// recordSeries are the ids of records by their shapes.
type recordSeries struct {
	// first gives the lowest group of digits behind the prefix for each shape:
	// the year in which the records that are kept here begin.
	first map[string]string
	// prefixes are those of the shapes.
	prefixes map[string]bool
}

func newRecordIDs(s *isms.System) *recordIDs {
	return &recordIDs{system: s, recordSeries: isms.Settled(s, "record-series", recordSeriesOf)}
}

type recordSeriesKey struct{}

func recordSeriesOf(s *isms.System) *recordSeries {
	return isms.Derived(s, recordSeriesKey{}, newRecordSeries)
}

func newRecordSeries(s *isms.System) *recordSeries {
	r := &recordSeries{first: map[string]string{}, prefixes: map[string]bool{}}
	for _, id := range s.RecordIDs() {
		if shape, year, ok := recordShape(id); ok {
			if low, known := r.first[shape]; !known || year < low {
				r.first[shape] = year
			}
			prefix, _, _ := strings.Cut(id, "-")
			r.prefixes[prefix] = true
		}
	}
	return r
}

// recordShape returns what the ids of one kind of record have in common: the
// prefix of letters and the widths of the groups of digits behind it, of which
// the first is returned too.
func recordShape(id string) (shape, year string, ok bool) {
	prefix, rest, ok := strings.Cut(id, "-")
	if !ok || prefix == "" || strings.Trim(prefix, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz") != "" {
		return "", "", false
	}
	year, _, _ = strings.Cut(rest, "-")
	if strings.Trim(rest, "0123456789-") != "" || year == "" {
		return "", "", false
	}
	return prefix + "-" + strings.Map(func(r rune) rune {
		if r != '-' {
			return '0'
		}
		return r
	}, rest), year, true
}

// unresolved reports whether id has the shape of records that are kept here and
// is none of them, nor the key of a row. An id from before the first year of
// the records belongs to an older archive.
func (r *recordIDs) unresolved(id string) bool {
	prefix, _, ok := strings.Cut(id, "-")
	if !ok || !r.prefixes[prefix] || len(r.system.Record(id)) > 0 {
		return false
	}
	shape, year, _ := recordShape(id)
	first, known := r.first[shape]
	return known && (strings.Count(shape, "-") == 1 || year >= first) && !r.system.Has(rowKeys, id) && !r.registered(id) && !r.isUnread(id) &&
		!r.system.Has(misnumbered, id)
}

// misnumbered finds the records by the ids in the names of their files, where
// these are not the ids that the records have. What is wrong is said there, of
// the record, and not where the id is referred to.
var misnumbered = isms.NewIndex("misnumbered-record", func(f *isms.File, add func(string)) {
	if f.Kind != isms.RecordFile {
		return
	}
	name := f.Name()
	id := name[:len(name)-len(strings.TrimLeft(name, idCharacters))]
	if _, _, ok := recordShape(id); ok && !f.Meta.Record.Empty() && numberKey(id) != numberKey(f.Meta.Record.Text) {
		add(id)
	}
})

const idCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"

// isUnread reports whether a file that could not be read has the id in its
// name; what keeps it from being read is reported there.
func (r *recordIDs) isUnread(id string) bool {
	return slices.ContainsFunc(unreadNames(r.system), func(name string) bool { return textNamesID(name, id) })
}

// registered reports whether a row of a register defines the id, wherever the
// rows are kept.
func (r *recordIDs) registered(id string) bool {
	kinds := r.system.Kinds()
	return slices.ContainsFunc(kinds, func(kind string) bool { return r.system.Find(kind, id) != nil }) ||
		slices.ContainsFunc(kinds, func(kind string) bool { return r.system.MayDefine(kind, id) })
}

// rowKeys finds files by the texts of the first cells of their rows that are
// shaped like the id of a record.
var rowKeys = isms.NewIndex("row-key", func(f *isms.File, add func(string)) {
	for t := range f.Doc.Tables {
		for _, row := range f.Doc.Tables[t].Rows {
			if len(row.Cells) > 0 && strings.Contains(row.Cells[0].Text, "-") {
				add(strings.TrimSpace(row.Cells[0].Text))
			}
		}
	}
})

// isExample reports whether the words around an id give it only to show what
// ids look like.
func isExample(d *document.Document, id *document.Identifier) bool {
	const before, after = 90, 60
	at := source.Span{Start: max(id.Span.Start-before, d.Blocks[id.Block].Span.Start), End: min(id.Span.End+after, d.Blocks[id.Block].Span.End)}
	return holdsAny(strings.ToLower(at.Of(d.Source)),
		"例えば", "たとえば", "例：", "例:", "（例", "(例", "例）", "例)", "例、", "例 ", "の例", "例として", "のように", "のような",
		"付番", "採番", "番号の形", "の形式", "の形で", "e.g.", "for example", "such as", "format")
}

// fieldsOf returns the values of the front matter that name a record which does
// not exist.
func (r *recordIDs) fieldsOf(f *isms.File) []isms.Value {
	var out []isms.Value
	if f.Meta.Root == nil {
		return nil
	}
	for _, field := range f.Meta.Root.Fields {
		switch field.Key {
		case "record", "form", "number", "title":
			continue
		}
		r.collect(field.Value, &out)
	}
	return out
}

func (r *recordIDs) collect(n *source.Node, out *[]isms.Value) {
	switch {
	case n == nil:
	case n.Kind == source.String:
		if text := strings.TrimSpace(n.Text); r.unresolved(text) {
			*out = append(*out, isms.Value{Text: text, Span: n.Span, Present: true})
		}
	default:
		for _, item := range n.Items {
			r.collect(item, out)
		}
		for _, field := range n.Fields {
			r.collect(field.Value, out)
		}
	}
}

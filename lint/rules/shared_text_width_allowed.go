package rules

import (
	"sort"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

// makesListItem reports whether the run in half width would begin an item of a
// Markdown list where there is none (１. 目的).
func makesListItem(t string, run widthRun) bool {
	return strings.TrimLeft(t[lineStart(t, run.start):run.start], " 　") == "" &&
		hasAnyPrefix(t[run.end:], ".", ")") && strings.Trim(run.normal, "0123456789") == ""
}

// allowedWidths leaves out the runs that are right as they are, or that
// another rule reports: code; a name that the configuration spells so; a
// document number, which is document/number-mention's; ＸＸ, which is
// text/placeholder's; a date that text/date-format wants otherwise; and a key
// that register/duplicate-key wants changed.
func allowedWidths(p *lint.Pass, f *isms.File, block int, runs []widthRun) []widthRun {
	d := f.Doc
	b := &d.Blocks[block]
	kept := runs[:0]
	for _, run := range runs {
		text := b.Text[run.start:run.end]
		if b.CodeAt(run.start) || strings.Contains(text, "ＸＸ") || strings.Contains(text, "ｘｘ") ||
			inDocumentNumber(p, d, block, run) || inConfiguredName(p, b.Text, run.start, run.end) ||
			inWrongDate(f, b.Source(run.start, run.end)) || inRepeatedKey(f, b) {
			continue
		}
		kept = append(kept, run)
	}
	return kept
}

// inDocumentNumber reports whether the run is part of a document number.
func inDocumentNumber(p *lint.Pass, d *document.Document, block int, run widthRun) bool {
	id := identifierAt(d, d.Blocks[block].Source(run.start, run.end))
	return id != nil && (p.Catalogue.Pattern.MatchString(id.Text) || strings.HasPrefix(strings.ToUpper(id.Text), "ISMS-"))
}

// inWrongDate reports whether the place is part of a date that
// text/date-format reports.
func inWrongDate(f *isms.File, at source.Span) bool {
	if i := sort.Search(len(f.Doc.Dates), func(i int) bool { return f.Doc.Dates[i].Span.End >= at.End }); i == len(f.Doc.Dates) || !f.Doc.Dates[i].Span.Contains(at) {
		return false
	}
	n := isms.Fact(f, notationsKey{}, func(f *isms.File) notations { return notationsOf(f.Doc) })
	return hasDateAt(n.odd, at) || hasDateAt(n.unreal, at)
}

func hasDateAt(dates []*document.Date, at source.Span) bool {
	i := sort.Search(len(dates), func(i int) bool { return dates[i].Span.End >= at.End })
	return i < len(dates) && dates[i].Span.Contains(at)
}

type notationsKey struct{}

// inRepeatedKey reports whether the block is the key of a row that another row
// of the file has too.
func inRepeatedKey(f *isms.File, b *document.Block) bool {
	if b.Kind != document.Cell || b.Row < 0 || f.Meta.Status == isms.Obsolete {
		return false
	}
	for _, t := range f.Tables {
		if t.Index != b.Table || t.Name == schema.RecordTable {
			continue
		}
		if column, ok := t.Columns[t.Schema.Key[0]]; !ok || column != b.Column {
			return false
		}
		i := sort.Search(len(t.Rows), func(i int) bool { return t.Rows[i].Span.End >= b.Span.End })
		return i < len(t.Rows) && t.Rows[i].Span.Contains(b.Span) && isms.Fact(f, repeatedKeysKey{t.Index}, repeatedKeys(t))[t.Rows[i].Key()]
	}
	return false
}

type repeatedKeysKey struct{ table int }

// repeatedKeys returns the keys that several rows of a table have.
func repeatedKeys(t *isms.Table) func(*isms.File) map[string]bool {
	return func(*isms.File) map[string]bool {
		seen, repeated := map[string]bool{}, map[string]bool{}
		for i := range t.Rows {
			key := t.Rows[i].Key()
			if seen[key] {
				repeated[key] = true
			}
			seen[key] = true
		}
		return repeated
	}
}

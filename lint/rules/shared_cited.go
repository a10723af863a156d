package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

// citedIn returns the ids that the body of a document cites, in the form of
// [fold.Key], with those in between where it cites a range: RTP-001から
// RTP-011まで, OBJ-2026-01 to OBJ-2026-04, RTP-001〜011.
func citedIn(d *document.Document) map[string]bool {
	cited := make(map[string]bool, len(d.Identifiers))
	for i := range d.Identifiers {
		id := &d.Identifiers[i]
		key := fold.Key(id.Text)
		cited[key] = true
		last := ""
		if i+1 < len(d.Identifiers) && d.Identifiers[i+1].Block == id.Block {
			next := &d.Identifiers[i+1]
			if isRangeMark(fold.Key(string(d.Source[id.Span.End:next.Span.Start]))) {
				last = fold.Key(next.Text)
			}
		}
		if last == "" {
			last = shortRangeEnd(d, id, key)
		}
		if last != "" {
			for _, between := range rangeOf(key, last) {
				cited[between] = true
			}
		}
	}
	return cited
}

// shortRangeEnd returns the last id of a range whose end is written as a bare
// number, or "".
func shortRangeEnd(d *document.Document, id *document.Identifier, key string) string {
	const longest = 24 // bytes of a mark and a number
	rest := d.Source[id.Span.End:min(id.Span.End+longest, d.Blocks[id.Block].Span.End)]
	text := fold.Key(strings.ToValidUTF8(string(rest), ""))
	i := strings.IndexAny(text, "0123456789")
	if i <= 0 || !isRangeMark(text[:i]) {
		return ""
	}
	end := i
	for end < len(text) && '0' <= text[end] && text[end] <= '9' {
		end++
	}
	return key[:strings.LastIndexByte(key, '-')+1] + text[i:end]
}

// citesForm reports whether a document speaks of the register or plan of a form
// as a whole, by its number or its title.
func citesForm(o *isms.Organization, f *isms.File, form string, cited map[string]bool) bool {
	if cited[fold.Key(form)] {
		return true
	}
	for _, e := range o.Catalogue.Entries {
		if e.Form != form {
			continue
		}
		if cited[fold.Key(e.Number)] {
			return true
		}
		for i := range f.Doc.Mentions {
			if named := o.Catalogue.ByTitle(f.Doc.Mentions[i].Text); named != nil && named.Form == form {
				return true
			}
		}
	}
	return false
}

// hasForm reports whether the catalogue of the organisation has a form.
func hasForm(o *isms.Organization, form string) bool {
	for _, e := range o.Catalogue.Entries {
		if e.Form == form {
			return true
		}
	}
	return false
}

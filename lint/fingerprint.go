package lint

import (
	"crypto/sha256"
	"encoding/hex"
	"io"
	"sort"
	"strconv"
	"strings"
	"sync"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
)

// fingerprint identifies every finding by its rule, the document's number, the
// field or the headings that it stands under, the row of a table and the text
// that it points at, never by a line number. Equal findings are counted in the
// order of the file.
func (r *run) fingerprint() { r.fingerprintFrom(0) }

func (r *run) fingerprintFrom(first int) {
	seen := make(map[string]int, len(r.findings))
	for i := range r.findings {
		f := &r.findings[i]
		if f.Fingerprint != "" {
			continue
		}
		id := f.identity
		id.once.Do(func() { r.identify(id, f) })
		seen[id.key]++
		f.Document, f.Fingerprint, f.Place = id.document, id.first, id.place
		if n := seen[id.key]; n > 1 {
			f.Fingerprint = digestOf(id.key, n)
		}
	}
}

// identity is what a fingerprint is made of. It depends on the finding and its
// file alone, so that it is read once while the finding is kept.
type identity struct {
	once          sync.Once
	document, key string
	first         string // fingerprint of the first finding with the key
	place         string // see Finding.Place
}

func (r *run) identify(id *identity, f *Finding) {
	parts := r.identityOf(f)
	id.document, id.key = parts[1], strings.Join(parts, "\x00")
	id.first = digestOf(id.key, 1)
	if c := r.at(f.File); c != nil && f.Span != nil && f.Subject == "" {
		id.place = placeOf(c.file, *f.Span)
	}
}

func digestOf(key string, n int) string {
	h := sha256.New()
	_, _ = io.WriteString(h, key+"\x00"+strconv.Itoa(n))
	return hex.EncodeToString(h.Sum(nil)[:16])
}

func (r *run) identityOf(f *Finding) []string {
	id, anchor, text := f.File, "", ""
	var file *isms.File
	if c := r.at(f.File); c != nil {
		file, id = c.file, c.file.ID()
	}
	if f.Span != nil {
		if t := r.text(f.File); t != nil {
			text = fold.Key(f.Span.Of(t.Bytes))
		}
		if file != nil {
			anchor = anchorOf(file, *f.Span)
			if f.Subject == "" {
				anchor, text = inRow(file.Doc, *f.Span, anchor, text)
			}
		}
	}
	if f.Subject != "" {
		text = f.Subject
	}
	return []string{f.Rule, id, anchor, text}
}

// inRow adds to the place of a finding in the row of a table the first cell,
// which says what the row is about. A whole row is that cell alone: what its
// other cells say may change for other reasons.
func inRow(d *document.Document, at source.Span, anchor, text string) (string, string) {
	_, row := rowAt(d, at)
	if row == nil || len(row.Cells) < 2 {
		return anchor, text
	}
	first, last := &row.Cells[0], &row.Cells[len(row.Cells)-1]
	name := fold.Key(first.Text)
	switch {
	case name == "":
	case at.Start <= first.Span.Start && at.End >= last.Span.End:
		text = name
	case at.Start > first.Span.End:
		anchor += "\n" + name
	}
	return anchor, text
}

// anchorOf returns the field of the front matter or the headings above a place.
func anchorOf(file *isms.File, at source.Span) string {
	d := file.Doc
	if at.Start < d.FrontMatter.Span.End {
		return fieldAt(d.FrontMatter.Root, at)
	}
	section := sort.Search(len(d.Headings), func(i int) bool { return d.Headings[i].Span.Start > at.Start }) - 1
	return strings.Join(d.HeadingPath(section), "/")
}

func fieldAt(root *source.Node, at source.Span) string {
	if root == nil {
		return ""
	}
	for _, f := range root.Fields {
		if f.KeySpan.Start <= at.Start && (at.Start < f.KeySpan.End || f.Value != nil && at.Start <= f.Value.Span.End) {
			return f.Key
		}
	}
	return ""
}

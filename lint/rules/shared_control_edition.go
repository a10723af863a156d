package rules

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/lint/standard"
)

// foreignID is an id in a document that is of another edition than its own.
type foreignID struct {
	id      string
	edition standard.Edition
	path    string // of the document or of the CSV file with its rows
	span    source.Span
}

// foreignIDs finds the ids of Annex A that do not exist in the edition of the
// document but do in another. Texts that speak of several editions, such as
// mapping tables and the revision history, are left alone.
func foreignIDs(o *isms.Organization, f *isms.File) []foreignID {
	edition := o.EditionOf(f)
	var out []foreignID
	for i := range f.Doc.Blocks {
		b := &f.Doc.Blocks[i]
		if b.Quoted || b.Kind == document.Code || !mayNameControl(b.Text) {
			continue
		}
		judged, exempt := false, false
		standard.ScanIDs(b.Text, func(start, end int, id string) bool {
			other := otherEdition(o.Standard, edition, id)
			if other == "" {
				return true
			}
			if !judged {
				judged, exempt = true, spansEditions(f, b)
			}
			if exempt {
				return false
			}
			if !b.CodeAt(start) {
				out = append(out, foreignID{id, other, f.Path, b.Source(start, end)})
			}
			return true
		})
	}
	return append(out, foreignRows(o, f)...)
}

// mayNameControl tells most texts without an id of Annex A from those with one:
// its letter stands before a point, a digit or a full-width character.
func mayNameControl(text string) bool {
	for from := 0; ; {
		i := strings.IndexByte(text[from:], 'A')
		if i < 0 {
			return strings.Contains(text, "Ａ")
		}
		from += i + 1
		if from < len(text) && (text[from] == '.' || '0' <= text[from] && text[from] <= '9' || text[from] >= utf8.RuneSelf) {
			return true
		}
	}
}

// foreignRows finds the ids of the Statement of Applicability that are no text
// of the document with their letter: those without it, and those of a CSV file.
func foreignRows(o *isms.Organization, f *isms.File) []foreignID {
	if f.Statement == nil {
		return nil
	}
	var out []foreignID
	for i := range f.Statement.Rows {
		r := &f.Statement.Rows[i]
		_, lettered := standard.ParseID(r.Written.Text)
		if r.Own || r.ID == "" || lettered && r.Table.Path == f.Path {
			continue
		}
		if other := otherEdition(o.Standard, f.Statement.Edition, r.ID); other != "" {
			out = append(out, foreignID{r.ID, other, r.Table.Path, r.Written.Span})
		}
	}
	return out
}

// otherEdition returns the newest edition that has a control or objective with
// the id, when the given one has neither; "" otherwise. An id of a single
// number, such as A.9, is too short to be told from the name of a figure.
func otherEdition(std *standard.Standard, own standard.Edition, id string) standard.Edition {
	if strings.Count(id, ".") < 2 {
		return ""
	}
	if _, ok := std.Control(own, id); ok {
		return ""
	}
	if _, ok := std.Group(own, id); ok {
		return ""
	}
	editions := std.EditionsOf(id)
	if len(editions) == 0 {
		editions = std.GroupEditionsOf(id)
	}
	if len(editions) == 0 {
		return ""
	}
	return editions[len(editions)-1]
}

// editionWords tell that a text speaks of other editions or other standards,
// and transition words that a section does.
var (
	editionWords    = []string{"2005", "2006", "2013", "2014", "旧", "27701", "27017", "27018", "15001", "改訂前", "previous edition", "old "}
	transitionWords = []string{"対応表", "対応関係", "対照", "移行", "改訂履歴", "旧", "2013", "2014", "mapping", "transition", "correspondence", "revision history"}
)

// spansEditions reports whether a block may name ids of another edition.
func spansEditions(f *isms.File, b *document.Block) bool {
	if containsAny(b.Text, editionWords) {
		return true
	}
	for s := b.Section; s >= 0; s = f.Doc.Headings[s].Parent {
		if h := &f.Doc.Headings[s]; b.Kind != document.HeadingText && containsAny(strings.ToLower(h.Text), transitionWords) {
			return true
		}
	}
	if b.Kind != document.Cell {
		return false
	}
	if f.Revisions != nil && f.Revisions.Table == b.Table {
		return true
	}
	return slices.ContainsFunc(f.Doc.Tables[b.Table].Header, func(c document.TableCell) bool { return containsAny(c.Text, transitionWords) })
}

// became says what a control of an edition is in another.
func became(std *standard.Standard, from standard.Edition, id string, to standard.Edition) message.Text {
	var ids []string
	certain := true
	for _, m := range std.Successors(from, id, to) {
		if m.To != "" {
			ids = append(ids, m.To)
			certain = certain && m.Confidence == standard.TwoSources
		}
	}
	name := editionName(to)
	switch {
	case len(ids) == 0:
		return message.Textf("%[1]sには当たるものがありません", "expected a control of %[1]s", name)
	case !certain:
		return message.Textf("%[1]sでは %[2]s に当たると思われます", "expected a control of %[1]s, perhaps %[2]s", name, listed(ids))
	default:
		return message.Textf("%[1]sでは %[2]s です", "expected %[2]s of %[1]s", name, listed(ids))
	}
}

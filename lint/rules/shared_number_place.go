package rules

import (
	"slices"
	"sort"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
)

// hasNoMarkup reports whether the source of a token is the token alone, so
// that replacing it loses no markup.
func hasNoMarkup(raw string) bool { return !strings.ContainsAny(raw, "*_`\\[]()<>&;~| \t\r\n") }

// coverNumber reports whether the identifier is the document number of the
// cover, which is held against the front matter.
func coverNumber(f *isms.File, id *document.Identifier) bool {
	return slices.ContainsFunc(f.Cover, func(c isms.CoverField) bool {
		return c.Name == "number" && c.Value.Span.Contains(id.Span)
	})
}

// inPath reports whether the place is part of the name of a file or folder.
func inPath(src []byte, at source.Span) bool {
	if at.Start > 0 && src[at.Start-1] == '/' || at.End < len(src) && src[at.End] == '/' {
		return true
	}
	return at.End+1 < len(src) && src[at.End] == '.' && isLatinLetter(rune(src[at.End+1]))
}

// isKeyCell reports whether the identifier fills a cell of a first column: it
// is the key of a row, and defined there.
func isKeyCell(d *document.Document, id *document.Identifier) bool {
	b := &d.Blocks[id.Block]
	return b.Kind == document.Cell && b.Column == 0 && len(strings.TrimSpace(b.Text)) == id.Span.Len()
}

// titleBeside returns the title that a text gives to the document number right
// beside it: ISMS-B-27「リスク一覧表」, 「リスク一覧表」（ISMS-B-27）, or the
// title of a row. It returns "" when there is none.
func (n *numberScheme) titleBeside(f *isms.File, id *document.Identifier) string {
	d := f.Doc
	first := sort.Search(len(d.Mentions), func(i int) bool { return d.Mentions[i].Block >= id.Block })
	for i := first; i < len(d.Mentions) && d.Mentions[i].Block == id.Block; i++ {
		m := &d.Mentions[i]
		if m.Inner.Contains(id.Span) {
			if rest, ok := strings.CutPrefix(strings.TrimSpace(m.Text), id.Text); ok {
				return strings.TrimSpace(rest)
			}
			return ""
		}
		if id.Span.End <= m.Span.Start && emptyBetween(d.Source, id.Span.End, m.Span.Start, ":：") {
			return m.Text
		}
		if m.Span.End < id.Span.Start && opensBracket(d.Source, m.Span.End, id.Span.Start) {
			return m.Text
		}
	}
	return n.titleInRow(d, id)
}

// emptyBetween reports whether nothing but blanks, emphasis and the given
// marks stands between two offsets.
func emptyBetween(src []byte, from, to int, marks string) bool {
	return to-from < 16 && strings.Trim(string(src[from:to]), " 　*_"+marks) == ""
}

func opensBracket(src []byte, from, to int) bool {
	between := source.Span{Start: from, End: to}.Of(src)
	return strings.ContainsAny(between, "(（") && emptyBetween(src, from, to, "(（")
}

// titleInRow returns the title in the row of a list of documents: of a table
// with a column of numbers and exactly one of titles.
func (n *numberScheme) titleInRow(d *document.Document, id *document.Identifier) string {
	b := &d.Blocks[id.Block]
	if b.Kind != document.Cell || b.Row < 0 || strings.TrimSpace(b.Text) != id.Text {
		return ""
	}
	t := &d.Tables[b.Table]
	if b.Column >= len(t.Header) || n.column(t.Header[b.Column].Text) != numberColumn {
		return ""
	}
	column := -1
	for i, cell := range t.Header {
		if n.column(cell.Text) == titleColumn {
			if column >= 0 {
				return ""
			}
			column = i
		}
	}
	if row := t.Rows[b.Row]; column >= 0 && column < len(row.Cells) {
		return row.Cells[column].Text
	}
	return ""
}

// columnKind is what the cells of a column are in a list of documents.
type columnKind uint8

const (
	otherColumn columnKind = iota
	numberColumn
	titleColumn
)

func (n *numberScheme) column(header string) columnKind {
	kind, ok := n.columns[header]
	if !ok {
		kind = listColumnOf(header)
		n.columns[header] = kind
	}
	return kind
}

func listColumnOf(header string) columnKind {
	switch fold.Key(header) {
	case "文書番号", "文書no", "文書no.", "番号", "no", "no.", "様式番号", "管理番号", "documentnumber", "documentno.", "number", "formnumber", "id":
		return numberColumn
	case "文書名", "文書名称", "文書の名称", "文書", "題名", "表題", "標題", "様式名", "様式名称", "帳票名", "名称",
		"title", "documenttitle", "document", "documentname", "form", "formname", "formtitle", "name":
		return titleColumn
	}
	return otherColumn
}

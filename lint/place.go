package lint

import (
	"sort"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
)

// placeOf names the place of a span by what is around it, so that it stays the
// same while the text of the span is edited.
func placeOf(file *isms.File, at source.Span) string {
	d := file.Doc
	if at.Start < d.FrontMatter.Span.End {
		return "field:" + fieldAt(d.FrontMatter.Root, at)
	}
	if t, row := rowAt(d, at); row != nil {
		return "cell:" + strings.Join(d.HeadingPath(t.Section), "/") + "/" + cellAt(row.Cells, at)
	}
	section := sort.Search(len(d.Headings), func(i int) bool { return d.Headings[i].Span.Start > at.Start }) - 1
	path := d.HeadingPath(section)
	if section >= 0 && at.Start < d.Headings[section].Span.End {
		return "heading:" + strings.Join(path[:len(path)-1], "/")
	}
	return "section:" + strings.Join(path, "/")
}

// rowAt returns the row of a table that a span begins in, and nil where it does
// not begin in one.
func rowAt(d *document.Document, at source.Span) (*document.Table, *document.TableRow) {
	i := sort.Search(len(d.Tables), func(i int) bool { return d.Tables[i].Span.End > at.Start })
	if i == len(d.Tables) || d.Tables[i].Span.Start > at.Start {
		return nil, nil
	}
	t := &d.Tables[i]
	row := sort.Search(len(t.Rows), func(i int) bool { return t.Rows[i].Span.End > at.Start })
	if row == len(t.Rows) || at.Start < t.Rows[row].Span.Start {
		return nil, nil
	}
	return t, &t.Rows[row]
}

// cellAt names the cell of a row by the first cell and its column; the first
// cell itself by its column alone.
func cellAt(cells []document.TableCell, at source.Span) string {
	column := sort.Search(len(cells), func(i int) bool { return cells[i].Span.End >= at.Start })
	if column == 0 || len(cells) == 0 {
		return "0"
	}
	return cells[0].Text + "/" + strconv.Itoa(column)
}

package rules

import (
	"bytes"
	"sort"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/source"
)

// tableSplit is a place within a table at which forges and other readers of
// Markdown end it.
type tableSplit struct {
	// gap covers the blank lines and those of comments, with their line ends.
	gap source.Span
	// row is the line below, which is cut off, without blanks around it.
	row      source.Span
	comments []document.Comment
}

// isSplit reports whether there are more lines in the table than rows.
func isSplit(d *document.Document, t *document.Table) bool {
	const delimiters = 1
	return bytes.Count(d.Source[t.Span.Start:t.Span.End], []byte("\n")) > len(t.Rows)+delimiters
}

// splitsOf returns the places at which a table is split, in order.
func splitsOf(d *document.Document, t *document.Table) []tableSplit {
	var splits []tableSplit
	var open *tableSplit
	for at := t.Span.Start; at < t.Span.End; {
		end := t.Span.End
		if i := bytes.IndexByte(d.Source[at:end], '\n'); i >= 0 {
			end = at + i + 1
		}
		row := trimRow(d.Source, at, end)
		comment, inside := commentAround(d, row.Start)
		switch {
		case row.Len() > 0 && !inside:
			if open != nil {
				open.row = row
				splits = append(splits, *open)
				open = nil
			}
		case open == nil:
			open = &tableSplit{gap: source.Span{Start: at}}
			fallthrough
		default:
			open.gap.End = end
			if inside && comment.Span.Start == row.Start {
				open.comments = append(open.comments, comment)
			}
		}
		at = end
	}
	return splits
}

// trimRow returns the text of a line without the blanks around it and the
// marks of the block quotes that it stands in.
func trimRow(src []byte, start, end int) source.Span {
	end = start + len(bytes.TrimRight(src[start:end], " \t\r\n"))
	return source.Span{Start: end - len(bytes.TrimLeft(src[start:end], " \t>")), End: end}
}

// commentAround returns the comment on lines of its own that holds the offset.
func commentAround(d *document.Document, at int) (document.Comment, bool) {
	i := sort.Search(len(d.Comments), func(i int) bool { return d.Comments[i].Span.End > at })
	if i == len(d.Comments) || !d.Comments[i].Alone || d.Comments[i].Span.Start > at {
		return document.Comment{}, false
	}
	return d.Comments[i], true
}

// edits returns what joins the table at one place. ok is false for a comment
// that cannot stand in a cell of the row below.
func (s *tableSplit) edits(d *document.Document) (edits []lint.Edit, ok bool) {
	edits = []lint.Edit{{Span: s.gap}}
	if len(s.comments) == 0 {
		return edits, true
	}
	row := s.row.Of(d.Source)
	if !strings.HasSuffix(row, "|") || strings.HasSuffix(row, `\|`) || strings.Trim(row, "|-: \t") == "" {
		return nil, false
	}
	var moved strings.Builder
	for _, c := range s.comments {
		text := c.Span.Of(d.Source)
		if strings.ContainsAny(text, "|\n") {
			return nil, false
		}
		moved.WriteString(text + " ")
	}
	bar := s.row.End - 1
	return append(edits, lint.Edit{Span: source.Span{Start: bar, End: bar}, NewText: moved.String()}), true
}

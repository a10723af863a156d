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
	// gap covers the lines between two rows, with their line ends.
	gap source.Span
	// row is the line below, which is cut off, without blanks around it.
	row      source.Span
	comments []document.Comment
	// divided and quoted tell that a thematic break or a tag of HTML, or that a
	// block quote is among the lines.
	divided, quoted bool
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
	rows := tableLines{rows: t.Rows}
	for at := t.Span.Start; at < t.Span.End; {
		end := t.Span.End
		if i := bytes.IndexByte(d.Source[at:end], '\n'); i >= 0 {
			end = at + i + 1
		}
		line := trimRow(d.Source, at, end)
		comment, inside := commentAround(d, line.Start)
		switch {
		case line.Len() > 0 && !inside && rows.next(line.Start):
			if open != nil {
				open.row = line
				splits = append(splits, *open)
				open = nil
			}
		case open == nil:
			open = &tableSplit{gap: source.Span{Start: at}}
			fallthrough
		default:
			open.gap.End = end
			if inside && comment.Span.Start == line.Start {
				open.comments = append(open.comments, comment)
			}
			if line.Len() > 0 && !inside {
				open.interrupt(d, line.Start)
			}
		}
		at = end
	}
	return splits
}

// interrupt notes the line of text at the offset, which is not a row.
func (s *tableSplit) interrupt(d *document.Document, at int) {
	if i := d.BlockAt(at); i >= 0 && d.Blocks[i].Kind == document.Paragraph {
		s.quoted = true
	} else {
		s.divided = true
	}
}

// tableLines tells the lines of a table from what stands between them.
type tableLines struct {
	above int // lines of the header read
	rows  []document.TableRow
}

// next reports whether the line of text that begins at the offset is the next
// of the table: the header, the delimiters below, which nothing but blank lines
// and comments can be between, or a row.
func (l *tableLines) next(start int) bool {
	const header = 2
	switch {
	case l.above < header:
		l.above++
	case len(l.rows) > 0 && l.rows[0].Span.Start == start:
		l.rows = l.rows[1:]
	default:
		return false
	}
	return true
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
// that cannot stand in a cell of the row below, and for what only the author
// can move: a quotation, or a line below which another table may be meant.
func (s *tableSplit) edits(d *document.Document) (edits []lint.Edit, ok bool) {
	if s.divided || s.quoted {
		return nil, false
	}
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

package isms

import (
	"bytes"
	"strings"

	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// csvScanner reads comma-separated values (RFC 4180) with the place of every
// cell, which package encoding/csv does not tell.
type csvScanner struct {
	src   []byte
	at    int
	cells int
}

// problem says why a CSV file cannot be read.
type problem struct {
	at      source.Span
	message message.Text
}

// readCSV reads a CSV file as a table: its first line is the header. A
// byte-order mark is passed over; lines without a value are no rows.
func readCSV(src []byte) (*document.Table, *problem) {
	s := csvScanner{src: src, at: len(src) - len(bytes.TrimPrefix(src, []byte("\uFEFF")))}
	t := &document.Table{Span: source.Span{Start: s.at, End: len(src)}, Section: -1}
	for s.at < len(src) {
		row, p := s.row()
		if p != nil {
			return nil, p
		}
		switch {
		case t.Header == nil && !blankCells(row.Cells):
			t.Header = row.Cells
		case !blankCells(row.Cells):
			t.Rows = append(t.Rows, row)
		}
		if s.cells > document.MaxCells {
			return nil, &problem{row.Span, message.Textf(
				"値が %d 個を超えているため読めません。行を複数の文書に分けてください",
				"the file has more than %d cells and was not read, divide it over several documents", document.MaxCells)}
		}
	}
	return t, nil
}

func blankCells(cells []document.TableCell) bool {
	for i := range cells {
		if cells[i].Text != "" {
			return false
		}
	}
	return true
}

// row reads the cells up to the end of a line.
func (s *csvScanner) row() (document.TableRow, *problem) {
	row := document.TableRow{Span: source.Span{Start: s.at}}
	for {
		cell, p := s.cell()
		if p != nil {
			return row, p
		}
		row.Cells = append(row.Cells, cell)
		s.cells++
		row.Span.End = s.at
		if s.at < len(s.src) && s.src[s.at] == ',' {
			s.at++
			continue
		}
		s.endOfLine()
		return row, nil
	}
}

func (s *csvScanner) endOfLine() {
	if s.at < len(s.src) && s.src[s.at] == '\r' {
		s.at++
	}
	if s.at < len(s.src) && s.src[s.at] == '\n' {
		s.at++
	}
}

// cell reads one cell and stops at the comma or the end of the line after it.
func (s *csvScanner) cell() (document.TableCell, *problem) {
	start := s.at
	for s.at < len(s.src) && (s.src[s.at] == ' ' || s.src[s.at] == '\t') {
		s.at++
	}
	if s.at < len(s.src) && s.src[s.at] == '"' {
		return s.quoted()
	}
	s.at = start
	for s.at < len(s.src) && s.src[s.at] != ',' && s.src[s.at] != '\n' && s.src[s.at] != '\r' {
		s.at++
	}
	raw := string(s.src[start:s.at])
	text := strings.Trim(raw, csvBlanks)
	start += strings.Index(raw, text)
	return document.TableCell{Span: source.Span{Start: start, End: start + len(text)}, Text: text, Block: -1}, nil
}

const csvBlanks = " \t\u3000\u00A0"

// quoted reads a cell in quotes, in which commas, line ends and doubled quotes
// stand for themselves. The place of the cell is what stands between the quotes.
func (s *csvScanner) quoted() (document.TableCell, *problem) {
	open := s.at
	for i := open + 1; i < len(s.src); i++ {
		if s.src[i] != '"' {
			continue
		}
		if i+1 < len(s.src) && s.src[i+1] == '"' {
			i++
			continue
		}
		s.at = i + 1
		for s.at < len(s.src) && (s.src[s.at] == ' ' || s.src[s.at] == '\t') {
			s.at++
		}
		if s.at < len(s.src) && s.src[s.at] != ',' && s.src[s.at] != '\n' && s.src[s.at] != '\r' {
			if bytes.IndexByte(s.src[open:i], '\n') >= 0 {
				return document.TableCell{}, unclosed(open) // this one rather opens another cell
			}
			return document.TableCell{}, &problem{source.Span{Start: i, End: i + 1}, message.Textf(
				"引用符の後に文字が続いています。引用符そのものは2つ重ねて書いてください",
				"a quotation mark is followed by text, expected a comma or the end of the line; write a quotation mark within a cell twice")}
		}
		text := strings.ReplaceAll(string(s.src[open+1:i]), `""`, `"`)
		text = strings.ReplaceAll(text, "\r\n", "\n")
		return document.TableCell{Span: source.Span{Start: open + 1, End: i}, Text: strings.Trim(text, csvBlanks+"\n"), Block: -1}, nil
	}
	return document.TableCell{}, unclosed(open)
}

func unclosed(open int) *problem {
	return &problem{source.Span{Start: open, End: open + 1}, message.Textf(
		"引用符が閉じていません。値の終わりに引用符を付けてください",
		"a quotation mark is never closed, expected one at the end of the cell")}
}

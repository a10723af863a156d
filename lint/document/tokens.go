package document

import (
	"slices"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/source"
)

// scanner finds the tokens in the texts of the blocks of one document: names
// in brackets, identifiers, dates and marks, in one pass over each text.
type scanner struct {
	doc         *Document
	mentions    []Mention
	identifiers []Identifier
	dates       []Date
	marks       []Mark
	kana        kanaRun

	// Of the block being scanned.
	block      *Block
	index      int
	hasDigit   bool
	hasCode    bool
	urls       []source.Span // in the text, of those not passed yet
	brackets   []bracket
	blockDates int // index of the first date not passed yet
	yieldDate  func(start, end int, f date.Format, day date.Date) bool
}

// init binds the callback of the scan for dates once, so that no block has to.
func (s *scanner) init() { s.yieldDate = s.addDate }

// scan finds the tokens of all blocks and puts them into the document. The
// items of ordered lists, and dates that Markdown took for such, are known
// already and take their places.
func (s *scanner) scan(d *Document, points []Mark, listDates []Date) {
	s.doc = d
	s.mentions, s.identifiers = s.mentions[:0], s.identifiers[:0]
	s.dates, s.marks = s.dates[:0], s.marks[:0]
	s.kana = kanaRun{}
	for i := range d.Blocks {
		for len(points) > 0 && points[0].Block <= i {
			s.marks = append(s.marks, points[0])
			points = points[1:]
		}
		for len(listDates) > 0 && listDates[0].Block <= i {
			s.dates = append(s.dates, listDates[0])
			listDates = listDates[1:]
		}
		if d.Blocks[i].Text != "" {
			s.scanBlock(i)
		}
	}
	d.Mentions = slices.Clone(s.mentions)
	d.Identifiers = slices.Clone(s.identifiers)
	d.Dates = slices.Clone(s.dates)
	d.Marks = slices.Clone(s.marks)
}

// release lets go of the document.
func (s *scanner) release() {
	s.doc, s.block = nil, nil
	clear(s.mentions)
	clear(s.identifiers)
	clear(s.dates)
	clear(s.marks)
}

func (s *scanner) scanBlock(i int) {
	s.index, s.block = i, &s.doc.Blocks[i]
	s.urls, s.brackets = nil, s.brackets[:0]
	s.hasDigit = false
	s.hasCode = slices.ContainsFunc(s.block.segments, func(g segment) bool { return g.code })
	s.scanText(s.block.Text)
	s.blockDates = len(s.dates)
	if s.hasDigit {
		date.Scan(s.block.Text, s.yieldDate)
	}
	if s.block.Kind == Paragraph || s.block.Kind == ListItem {
		s.scanMarks()
	}
}

// scanText walks over the text once, from character to character or, where an
// identifier may begin, from word to word.
func (s *scanner) scanText(t string) {
	first := len(s.mentions)
	for i := 0; i < len(t); {
		switch c := t[i]; {
		case isWordByte(c):
			i = s.word(t, i)
		case c == ':' && i+2 < len(t) && t[i+1] == '/' && t[i+2] == '/':
			i = s.url(t, i)
		case c < utf8.RuneSelf:
			i++
		case c == 0xE3: // 「」『』 are E3 80 8C to 8F
			if i+2 < len(t) && t[i+1] == 0x80 && t[i+2]&^3 == 0x8C {
				s.bracket(i, 3, t[i+2]-0x8C)
			}
			i += 3
		case c == 0xEF:
			i = s.wide(t, i)
		case c < 0xE0:
			i += 2
		case c < 0xF0:
			i += 3
		default:
			i += 4
		}
	}
	s.sortMentions(first)
}

// wide passes over a character of the block of full-width and half-width
// forms at t[i].
func (s *scanner) wide(t string, i int) int {
	switch {
	case wideWordByte(t, i):
		return s.word(t, i)
	case i+2 < len(t) && t[i+1] == 0xBD && (t[i+2] == 0xA2 || t[i+2] == 0xA3): // ｢｣
		s.bracket(i, 3, t[i+2]-0xA2)
	}
	return i + 3
}

// url passes over the rest of a URL whose :// is at t[i].
func (s *scanner) url(t string, i int) int {
	start := i
	for start > 0 && isWordByte(t[start-1]) {
		start--
	}
	end := i + 3
	for end < len(t) && t[end] > ' ' && t[end] < 0x7F && t[end] != '<' && t[end] != '>' && t[end] != '"' {
		end++
	}
	s.urls = append(s.urls, source.Span{Start: start, End: end})
	return end
}

// isCode reports whether any of t[start:end] stands in a code span.
func (s *scanner) isCode(start, end int) bool {
	return s.hasCode && s.block.hasCode(start, end)
}

// inURL reports whether any of t[start:end] is part of a URL. It is asked for
// places in the order of the text.
func (s *scanner) inURL(start, end int) bool {
	for len(s.urls) > 0 && s.urls[0].End <= start {
		s.urls = s.urls[1:]
	}
	return len(s.urls) > 0 && s.urls[0].Start < end
}

func (s *scanner) addDate(start, end int, f date.Format, day date.Date) bool {
	if !s.isCode(start, end) && !s.inURL(start, end) {
		s.dates = append(s.dates, Date{
			Span: s.block.Source(start, end), Text: s.block.Text[start:end],
			Format: f, Day: day, Block: s.index,
		})
	}
	return true
}

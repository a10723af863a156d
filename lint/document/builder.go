package document

import (
	"bytes"
	"slices"

	"github.com/ismslint/ismslint/lint/source"
)

// builder turns goldmark's tree of one body into the data of a document. It
// is used again for other documents: what it collects is copied out at its
// exact size in the end.
type builder struct {
	doc   *Document
	body  []byte // the Markdown of the document, as goldmark reads it
	saved []byte // the same bytes as they are in the file
	base  int    // offset of the body in the file
	state *state
	lf    []byte // the body of a file with CRLF

	// The text of all blocks, one behind the other; the segments likewise.
	text     []byte
	segments []segment

	blocks    []Block
	ranges    []blockRange // where the text and segments of each block are
	headings  []Heading
	above     []int // indexes of the headings that the current block is under
	section   int   // index of the innermost heading, or -1
	links     []Link
	linkTexts []textRange
	points    []Mark    // items of ordered lists
	listDates []Date    // dates that Markdown takes for ordered lists
	dateEnd   int       // end of the last of them, in the file
	comments  []Comment // of the body
	tokens    scanner

	lastMarker int // offset in the body of the last marker of a list item

	// Of the block being read.
	textStart, segmentStart, images int
	inCell                          bool
}

// textRange is a range of builder.text.
type textRange struct{ start, end int }

// blockRange is the range of text and segments of one block.
type blockRange struct {
	text         textRange
	segment, end int
}

func newBuilder() *builder {
	b := &builder{state: &state{}}
	b.tokens.init()
	return b
}

// begin prepares the builder for the body of the document, whose Markdown is
// in the same place of markdown as the body is in the file.
func (b *builder) begin(d *Document, markdown []byte) {
	b.doc, b.base = d, d.Body.Start
	b.body = markdown[d.Body.Start:d.Body.End]
	b.saved = d.Source[d.Body.Start:d.Body.End]
	if bytes.IndexByte(b.body, '\r') >= 0 {
		b.lf = blankReturns(b.lf[:0], b.body)
		b.body = b.lf
	}
	b.text, b.segments = b.text[:0], b.segments[:0]
	b.blocks, b.ranges = b.blocks[:0], b.ranges[:0]
	b.headings, b.above, b.section = b.headings[:0], b.above[:0], -1
	b.links, b.linkTexts = b.links[:0], b.linkTexts[:0]
	b.points, b.listDates, b.dateEnd = b.points[:0], b.listDates[:0], 0
	b.comments = b.comments[:0]
	b.lastMarker = -1
}

// blankReturns appends the text to out with each CR of a CRLF turned into a
// blank, which goldmark copes with in places where it misses a CR, as in an
// empty item of a list. Offsets stay as they are. Behind a backslash, a blank
// would end the hard line break that goldmark finds before CRLF.
func blankReturns(out, text []byte) []byte {
	out = append(out, text...)
	for i := 0; i+1 < len(out); i++ {
		if out[i] == '\r' && out[i+1] == '\n' && (i == 0 || out[i-1] != '\\') {
			out[i] = ' '
		}
	}
	return out
}

// maxKept is the largest text for which a builder keeps its memory.
const maxKept = 256 << 10

// release lets go of the document, and of the memory of an uncommonly large one.
func (b *builder) release() {
	if len(b.body) > maxKept {
		*b = *newBuilder()
		b.tokens.init() // its callback is still bound to the scanner it was copied from
		return
	}
	b.doc, b.body, b.saved = nil, nil, nil
	clear(b.blocks)
	clear(b.headings)
	clear(b.links)
	clear(b.comments)
	b.state.linkEnds, b.state.quote, b.state.quoted = nil, nil, nil
	b.tokens.release()
}

// span returns the span in the file of body[start:end].
func (b *builder) span(start, end int) source.Span {
	return source.Span{Start: b.base + start, End: b.base + end}
}

// startBlock begins the text of a block.
func (b *builder) startBlock() {
	b.textStart, b.segmentStart, b.images = len(b.text), len(b.segments), 0
}

// endBlock adds the block with the text read since startBlock and returns its
// index.
func (b *builder) endBlock(block Block) int {
	block.Images = b.images
	if n := len(b.blocks); n > 0 && b.blocks[n-1].Span.End > block.Span.Start {
		// The extent of code is a guess, since goldmark does not tell the
		// closing fence; the next block tells better.
		before := &b.blocks[n-1].Span
		start := max(before.Start, block.Span.Start)
		_, end := trimSpaces(b.body, before.Start-b.base, start-b.base)
		before.End = b.base + end
	}
	b.blocks = append(b.blocks, block)
	b.ranges = append(b.ranges, blockRange{
		textRange{b.textStart, len(b.text)}, b.segmentStart, len(b.segments)})
	return len(b.blocks) - 1
}

// finish copies what was collected into the document and looks for tokens.
func (b *builder) finish() {
	d := b.doc
	b.closeSections(0, d.Body.End)
	all := string(b.text)
	segments := slices.Clone(b.segments)
	d.Blocks = slices.Clone(b.blocks)
	for i := range d.Blocks {
		r := b.ranges[i]
		d.Blocks[i].Text = all[r.text.start:r.text.end]
		d.Blocks[i].segments = segments[r.segment:r.end:r.end]
	}
	for i, r := range b.linkTexts {
		b.links[i].Text = all[r.start:r.end]
	}
	d.Links = slices.Clone(b.links)
	d.Comments = slices.Clone(b.comments)
	d.finishHeadings(b.headings)
	d.finishTables()
	b.tokens.scan(d, b.points, b.listDates)
}

package document

import (
	"sort"

	"github.com/ismslint/ismslint/lint/source"
)

// segment maps a run of Block.Text to the run of source that it came from.
// The segments of a block cover its text without gaps.
type segment struct {
	text, textEnd     int32 // offsets into Block.Text
	source, sourceEnd int32 // offsets into Document.Source
	// code marks text from a code span; copied text that stands in the source
	// byte for byte, so that its parts can be told apart.
	code, copied bool
}

// Source returns the place where Text[start:end] was written, from the first
// byte that gave text to the end of the last. Markup between the two is
// within the span. An empty range gives an empty span.
func (b *Block) Source(start, end int) source.Span {
	if len(b.segments) == 0 {
		return source.Span{Start: b.Span.Start, End: b.Span.Start}
	}
	start = min(max(start, 0), len(b.Text))
	end = min(max(end, start), len(b.Text))
	from := b.offset(start)
	if start == end {
		return source.Span{Start: from, End: from}
	}
	last := b.segmentAt(end - 1)
	to := int(last.sourceEnd)
	if last.copied {
		to = int(last.source) + end - int(last.text)
	}
	return source.Span{Start: from, End: to}
}

// CodeAt reports whether the byte of Text at offset i stands in a code span.
func (b *Block) CodeAt(i int) bool {
	if i < 0 || i >= len(b.Text) || len(b.segments) == 0 {
		return false
	}
	return b.segmentAt(i).code
}

// hasCode reports whether any byte of Text[start:end] stands in a code span.
func (b *Block) hasCode(start, end int) bool {
	for i := b.segmentIndex(start); i < len(b.segments) && int(b.segments[i].text) < end; i++ {
		if b.segments[i].code {
			return true
		}
	}
	return false
}

// offset returns where in the source the byte of Text at i was written.
func (b *Block) offset(i int) int {
	s := b.segmentAt(i)
	switch {
	case i >= int(s.textEnd):
		return int(s.sourceEnd)
	case s.copied:
		return int(s.source) + i - int(s.text)
	}
	return int(s.source)
}

// segmentAt returns the segment that holds the byte of Text at i.
func (b *Block) segmentAt(i int) segment { return b.segments[b.segmentIndex(i)] }

func (b *Block) segmentIndex(i int) int {
	if len(b.segments) == 1 {
		return 0
	}
	n := sort.Search(len(b.segments), func(k int) bool { return int(b.segments[k].text) > i })
	return max(n-1, 0)
}

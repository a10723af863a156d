package document

import (
	"bytes"

	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// fenced is a block between two delimiter lines of front matter.
type fenced struct {
	format Format
	// opening and closing are the delimiter lines without their ends, content
	// what stands between them, next the offset of the line below.
	opening, closing, content source.Span
	next                      int
	closed                    bool
}

// span covers the block with its delimiter lines.
func (f fenced) span() source.Span {
	return source.Span{Start: f.opening.Start, End: f.closing.End}
}

// readFrontMatter reads the front matter at the beginning of the body, moves
// the body below it, and returns the file's text to be read as Markdown, in
// which the bytes of misplaced front matter are blanks.
func (d *Document) readFrontMatter() []byte {
	src := d.Source
	f, ok := fencedAt(src, d.Body.Start)
	if !ok {
		return d.withoutMisplaced()
	}
	d.FrontMatter.Format = f.format
	if !f.closed {
		d.FrontMatter.Span = source.Span{Start: f.opening.Start, End: len(src)}
		d.Body = source.Span{Start: len(src), End: len(src)}
		d.problem(ProblemUnclosed, f.opening, message.Textf(
			"文書の先頭の情報欄が「%[1]s」の行で始まったまま閉じていないため、項目の最後の次の行に「%[1]s」だけの行を加えてください",
			"front matter begins with %[1]q but never ends, expected a line %[1]q below its last field", f.format.delimiter()))
		return src
	}
	d.FrontMatter.Span = f.span()
	d.Body.Start = f.next
	root, err := f.parse(src)
	if err != nil {
		d.problem(ProblemSyntax, err.Span, err.Text)
	} else {
		d.FrontMatter.Root = root
	}
	d.skipDuplicates()
	return src
}

// parse reads the fields of the block.
func (f fenced) parse(src []byte) (*source.Node, *source.Error) {
	if f.format == TOML {
		return source.ParseTOML(src, f.content)
	}
	return source.ParseYAML(src, f.content)
}

// skipDuplicates moves the body below further blocks of front matter.
func (d *Document) skipDuplicates() {
	for {
		at := skipBlankLines(d.Source, d.Body.Start)
		f, ok := fencedAt(d.Source, at)
		if !ok || !f.closed || !f.readsAsFrontMatter(d.Source, isFieldName) {
			return
		}
		d.Body.Start = f.next
		d.problem(ProblemDuplicate, f.opening, message.Textf(
			"文書の先頭の情報欄が二つ続いているため、一つにまとめてください",
			"a second block of front matter follows the first, expected a single one"))
	}
}

func (d *Document) problem(kind ProblemKind, span source.Span, text message.Text) {
	d.Problems = append(d.Problems, Problem{Kind: kind, Span: span, Message: text})
}

// fencedAt reads the block whose opening delimiter is the line at the offset.
func fencedAt(src []byte, at int) (fenced, bool) {
	start, end, next := lineAt(src, at)
	f := fenced{format: delimiterOf(src[start:end])}
	if f.format == NoFrontMatter {
		return f, false
	}
	f.opening = source.Span{Start: start, End: end}
	f.content.Start = next
	for at = next; at < len(src); at = next {
		start, end, next = lineAt(src, at)
		if f.closedBy(src[start:end]) {
			f.closing = source.Span{Start: start, End: end}
			f.content.End, f.next, f.closed = start, next, true
			return f, true
		}
	}
	return f, true
}

// closedBy reports whether the line, which begins at its first column, ends
// the block. Within a value such a line is indented.
func (f fenced) closedBy(line []byte) bool {
	return delimiterOf(line) == f.format || f.format == YAML && string(line) == "..."
}

// delimiterOf returns the format that the line is a delimiter of.
func delimiterOf(line []byte) Format {
	switch string(line) {
	case "---":
		return YAML
	case "+++":
		return TOML
	}
	return NoFrontMatter
}

// delimiter returns the line between two of which the format is written.
func (f Format) delimiter() string {
	if f == TOML {
		return "+++"
	}
	return "---"
}

// lineAt returns the line at the offset without the blanks at its end, and the
// offset of the next one.
func lineAt(src []byte, at int) (start, end, next int) {
	end, next = len(src), len(src)
	if i := bytes.IndexByte(src[at:], '\n'); i >= 0 {
		end, next = at+i, at+i+1
	}
	for end > at && isSpace(src[end-1]) {
		end--
	}
	return at, end, next
}

// skipBlankLines returns the offset of the first line that is not blank.
func skipBlankLines(src []byte, at int) int {
	for at < len(src) {
		start, end, next := lineAt(src, at)
		if start < end {
			return at
		}
		at = next
	}
	return at
}

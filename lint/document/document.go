// Package document reads one Markdown file into plain data: front matter,
// headings, blocks of text, tables, links and everything else that a rule may
// ask of a file, each with the span where it was written.
//
// A [Document] is a pure function of the bytes of the file. It knows neither
// its path nor the configuration, holds no syntax tree, and may be cached by
// the digest of its source. This package is the only importer of goldmark.
package document

import (
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// Document is one Markdown file.
type Document struct {
	// Source is the file as read. All spans are offsets into it.
	Source []byte
	// Problems are the reasons why the file, or a part of it, could not be
	// read. A file with a problem that concerns the whole of it (encoding,
	// size) has no other content.
	Problems []Problem
	// FrontMatter is the data at the head of the file.
	FrontMatter FrontMatter
	// Body is the part of the file below the front matter.
	Body source.Span
	// Headings in the order of the file, without those in block quotes or lists.
	Headings []Heading
	// Blocks are the leaf blocks of the body in the order of the file:
	// headings, paragraphs, table cells, code and so on.
	Blocks []Block
	// Tables are the GFM tables of the body.
	Tables []Table
	// Links are links and images.
	Links []Link
	// Mentions are names in 「…」 or 『…』, outside of code spans.
	Mentions []Mention
	// Identifiers are tokens shaped like document numbers or record ids,
	// outside of code spans and of URLs.
	Identifiers []Identifier
	// Dates are calendar dates written in the body, valid or not, outside of
	// code spans and of URLs.
	Dates []Date
	// Marks are enumeration marks typed by hand, such as (1) ① ア) a).
	Marks []Mark
	// Comments are the HTML comments of the body.
	Comments []Comment
}

// ProblemKind says what kept a file from being read.
type ProblemKind string

// The kinds of problems.
const (
	ProblemSize       ProblemKind = "size"        // larger than MaxSize; nothing was read
	ProblemEncoding   ProblemKind = "encoding"    // not UTF-8; nothing was read
	ProblemNUL        ProblemKind = "nul"         // contains NUL bytes; nothing was read
	ProblemUnclosed   ProblemKind = "unclosed"    // front matter that never ends; the body was not read
	ProblemSyntax     ProblemKind = "syntax"      // front matter is not valid YAML or TOML, or exceeds a limit
	ProblemDuplicate  ProblemKind = "duplicate"   // a second block of front matter follows the first
	ProblemMisplaced  ProblemKind = "misplaced"   // front matter that does not begin at the first byte of the file
	ProblemNesting    ProblemKind = "nesting"     // Markdown nested deeper than MaxNesting; the body was not read
	ProblemTableCells ProblemKind = "table-cells" // more cells than MaxCells; the table was not read
)

// Problem is one reason why a file, or a part of it, could not be read.
type Problem struct {
	Kind ProblemKind
	Span source.Span
	// Message states the problem and its remedy.
	Message message.Text
	// Encoding names the encoding that a ProblemEncoding file seems to be
	// written in, by its IANA name ("Shift_JIS", "EUC-JP", "ISO-2022-JP",
	// "UTF-16LE", "UTF-16BE"), or "" when it cannot be told.
	Encoding string
}

// Format is the syntax of front matter.
type Format uint8

// The formats of front matter.
const (
	NoFrontMatter Format = iota
	YAML                 // between lines of ---
	TOML                 // between lines of +++
)

// FrontMatter is the data at the head of a file.
type FrontMatter struct {
	Format Format
	// Span covers the front matter with its delimiter lines.
	Span source.Span
	// Root is the map of fields; nil when there is no front matter or it could
	// not be read. Keys are as written; aliases are resolved by package isms.
	Root *source.Node
}

// Heading is one heading of the body.
type Heading struct {
	// Level is 1 to 6.
	Level int
	// Span covers the heading's line or lines, Text that of its inline text.
	Span, TextSpan source.Span
	// Text is the whole text without markup, Number its leading section
	// number as written without the mark that ends it ("6.1.2", "Ⅲ", "A.5.1", "第3章" gives "3"), or "",
	// and Title the rest.
	Text, Number, Title string
	// Parent is the index of the heading of the next higher level that this
	// one stands under, or -1.
	Parent int
	// Block is the index of the heading's block in Document.Blocks.
	Block int
	// End is the offset at which the section of this heading ends: the start
	// of the next heading of the same or a higher level, or the end of the body.
	End int
}

// BlockKind is the kind of a leaf block.
type BlockKind uint8

// The kinds of leaf blocks.
const (
	Paragraph     BlockKind = iota
	HeadingText             // the text of a heading
	ListItem                // a paragraph that is the direct content of a list item
	Cell                    // a cell of a table, header cells included
	Code                    // fenced or indented code; Text is empty, it is never data
	HTML                    // raw HTML other than a comment; Text is empty
	ThematicBreak           // ---
)

// Block is one leaf block of the body.
type Block struct {
	Kind BlockKind
	// Span covers the block's source.
	Span source.Span
	// Text is the inline text without markup. Line breaks within the block
	// are kept as "\n", hard breaks and <br> too. Code spans keep their text
	// (see [Block.CodeAt]), images give their alternative text, raw inline
	// HTML and comments are left out. A list item without content has an
	// empty ListItem block.
	Text string
	// Section is the index of the innermost heading above the block (of the
	// heading itself for HeadingText), or -1.
	Section int
	// Depth is the number of lists and block quotes around the block.
	Depth int
	// Quoted reports whether the block stands in a block quote.
	Quoted bool
	// Table is the index into Document.Tables for a Cell, and -1 otherwise;
	// Row is the index into Table.Rows, or -1 for the header; Column counts
	// from 0.
	Table, Row, Column int
	// Images is the number of images in the block.
	Images int

	segments []segment
}

// Table is a GFM table, together with the rows that blank lines, comments, tags
// of HTML, thematic breaks or block quotes cut off from it.
type Table struct {
	// Span covers the table with what stands between its rows.
	Span source.Span
	// Section is the index of the innermost heading above, or -1.
	Section int
	// Header are the cells of the header row; Rows the rows below the
	// delimiter row.
	Header []TableCell
	Rows   []TableRow
}

// TableRow is one row of a table.
type TableRow struct {
	// Span covers the row's line.
	Span source.Span
	// Cells are the cells as written: fewer or more than the header has when
	// the row is written so.
	Cells []TableCell
}

// TableCell is one cell of a table.
type TableCell struct {
	// Span covers the cell's content without the blanks around it; in an
	// empty cell it is empty and stands between the pipes.
	Span source.Span
	// Text is the text without markup, <br> as "\n", blanks trimmed.
	Text string
	// Block is the index into Document.Blocks, or -1 for a cell beyond the
	// columns of the header.
	Block int
}

// Link is a link or an image.
type Link struct {
	// Span covers the whole link; for a reference link that at the place of use.
	Span source.Span
	// Destination is the target with the escapes, entities and percent signs
	// of Markdown and URLs decoded, except that %23, %25, %2F and %3F stay as
	// they are, so that a fragment can still be told from a "#" in a name.
	// DestinationSpan is where it is written, which for a reference link is
	// its definition.
	Destination     string
	DestinationSpan source.Span
	Text            string
	Image           bool
	Section         int
}

// Mention is a name in Japanese quotation marks.
type Mention struct {
	// Span covers the name with its brackets, Inner without them.
	Span, Inner source.Span
	// Text is the name without markup.
	Text string
	// Block is the index of the block it stands in.
	Block int
}

// Identifier is a token shaped like a document number or record id: two or
// more groups of ASCII letters and digits, the first beginning with a letter,
// joined by hyphens, the last ending with a digit. Full-width letters, digits
// and any kind of dash count as their ASCII forms.
type Identifier struct {
	Span source.Span
	// Text is the token in ASCII.
	Text string
	// Block is the index of the block it stands in.
	Block int
}

// Date is a date written in the body.
type Date struct {
	Span source.Span
	// Text is the date as written.
	Text string
	// Format is the notation; Day is the zero date when the date does not
	// exist in the calendar.
	Format date.Format
	Day    date.Date
	// Block is the index of the block it stands in.
	Block int
}

// MarkKind is the shape of a hand-typed enumeration mark.
type MarkKind string

// The shapes of marks. Full-width forms count as the same shape.
const (
	ParenNumber  MarkKind = "(1)"
	HalfNumber   MarkKind = "1)"
	Circled      MarkKind = "①"
	ParenKana    MarkKind = "(ア)"
	HalfKana     MarkKind = "ア)"
	PlainKana    MarkKind = "ア" // ア followed by a blank, 、 or ．
	ParenLetter  MarkKind = "(a)"
	HalfLetter   MarkKind = "a)"
	OrderedPoint MarkKind = "1." // an ordered list item of Markdown, or the same typed by hand; 1) is HalfNumber either way
)

// Mark is an enumeration mark typed by hand at the beginning of a paragraph's
// line or of a list item, or the number of an ordered list item.
type Mark struct {
	Kind MarkKind
	Span source.Span
	// Text is the mark as written, Value its place in the sequence, from 1
	// ((3) is 3, ウ is 3, c is 3; ロ after イ is 2). Of an item of a Markdown
	// list it is the number that a reader of the rendered page sees, which is
	// counted from the first item whatever the later ones say.
	Text  string
	Value int
	// Section is the index of the innermost heading above, or -1; Block the
	// block it stands in; Depth the depth of that block (of the list, for an
	// item of a Markdown list) plus the indent of the line in steps of one
	// full-width blank or two half-width ones.
	Section, Block, Depth int
}

// Comment is an HTML comment.
type Comment struct {
	// Span covers the comment with <!-- and -->; Text is what stands between.
	Span source.Span
	Text string
	// Alone reports whether nothing else stands on the comment's lines.
	Alone bool
}

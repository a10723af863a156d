package document

// Limits on what is read, so that a hostile file costs no more than a large
// honest one. A company's longest register stays far below each of them.
const (
	// MaxSize is the largest file that is read, in bytes.
	MaxSize = 8 << 20
	// MaxLines is the largest number of lines that are read.
	MaxLines = 200_000
	// MaxNesting is the largest number of lists and block quotes around a block.
	MaxNesting = 64
	// MaxCells is the largest number of cells of the tables of one file.
	MaxCells = 200_000
)

// Limits on the marks of inline markup, which goldmark matches in time that
// grows with the square of their number.
const (
	maxInline     = 200_000   // links, code spans, emphases … of one file
	maxDelimiters = 2_000     // runs of * or _ in one block
	maxBrackets   = 256       // brackets open at once
	maxContinued  = 1_000_000 // lines times lists and quotes that they stand in
	maxDefinition = 2_000     // lines of one paragraph that begins with a link definition
	// A byte of the file may be looked at maxWork times, one file's
	// allowance apart, in search of the end of a link or of a code span.
	maxWork       = 64
	workAllowance = 1 << 20
)

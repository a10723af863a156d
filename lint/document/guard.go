package document

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"github.com/ismslint/ismslint/lint/source"
)

// stateKey finds the state of a parse in goldmark's context.
var stateKey = parser.NewContextKey()

// state is what our extensions of goldmark's parser keep during one parse. All
// offsets count from the beginning of the body.
type state struct {
	// refusal says which limit was exceeded at refusedAt, or is notRefused.
	// From then on markup is taken for plain text, so that the parse ends soon.
	refusal   refusal
	refusedAt int

	inline, continued, work, maxWork int
	// Of the block being parsed: runs of * and _, and the open brackets.
	delimiters int
	brackets   []int

	// quote is the block quote that was last asked about, and quoted the table
	// whose rows it interrupts, or nil.
	quote  *ast.Blockquote
	quoted *tableNode

	linkEnds map[ast.Node]int
	cells    int
	tooLarge []source.Span // tables that were not read
}

// refusal is the reason for which the body is not read.
type refusal uint8

const (
	notRefused refusal = iota
	tooDeep
	tooManyMarks
	failed // goldmark did not cope with the text
)

func (s *state) reset(size int) {
	*s = state{maxWork: workAllowance + maxWork*size, brackets: s.brackets[:0]}
}

func stateOf(pc parser.Context) *state { return pc.Get(stateKey).(*state) }

func (s *state) refuse(why refusal, at int) {
	if s.refusal == notRefused {
		s.refusal, s.refusedAt = why, at
	}
}

// spend counts n bytes looked at beside the regular pass over the text, and
// one node of inline markup.
func (s *state) spend(n, at int) {
	s.work += n
	s.inline++
	if s.work > s.maxWork || s.inline > maxInline {
		s.refuse(tooManyMarks, at)
	}
}

// container guards the parser of lists or block quotes.
type container struct{ parser.BlockParser }

func (c container) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	state := stateOf(pc)
	if state.refusal != notRefused {
		return nil, parser.NoChildren
	}
	line, at := reader.Position()
	node, result := c.BlockParser.Open(parent, reader, pc)
	if node != nil && len(pc.OpenedBlocks()) >= MaxNesting && depthOf(parent) >= MaxNesting {
		state.refuse(tooDeep, at.Start)
		reader.SetPosition(line, at)
		return nil, parser.NoChildren
	}
	return node, result
}

func (c container) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	state := stateOf(pc)
	if state.continued++; state.continued > maxContinued {
		_, at := reader.Position()
		state.refuse(tooDeep, at.Start)
	}
	if state.refusal != notRefused {
		return parser.Close
	}
	return c.BlockParser.Continue(node, reader, pc)
}

// depthOf counts the lists and block quotes from n upwards.
func depthOf(n ast.Node) int {
	depth := 0
	for ; n != nil; n = n.Parent() {
		switch n.Kind() {
		case ast.KindList, ast.KindBlockquote:
			depth++
		}
	}
	return depth
}

// counted guards an inline parser whose time grows with the text it consumes.
type counted struct{ parser.InlineParser }

func (c counted) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	state := stateOf(pc)
	if state.refusal != notRefused {
		return nil
	}
	_, at := block.Position()
	node := c.InlineParser.Parse(parent, block, pc)
	if node != nil {
		state.spend(0, at.Start)
	}
	return node
}

// delimiter guards the parser of emphasis, which looks for the opener of each
// run among all the runs before it.
type delimiter struct{ parser.InlineParser }

func (d delimiter) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	state := stateOf(pc)
	if state.refusal != notRefused {
		return nil
	}
	_, at := block.Position()
	if state.delimiters++; state.delimiters > maxDelimiters {
		state.refuse(tooManyMarks, at.Start)
	}
	state.spend(0, at.Start)
	return d.InlineParser.Parse(parent, block, pc)
}

// codeSpan guards the parser of code spans, which looks through the rest of
// the block for each run of backticks that nothing closes.
type codeSpan struct{ parser.InlineParser }

func (c codeSpan) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	state := stateOf(pc)
	if state.refusal != notRefused {
		return nil
	}
	_, at := block.Position()
	node := c.InlineParser.Parse(parent, block, pc)
	searched := 0
	if _, unclosed := node.(*ast.Text); unclosed {
		lines := parent.Lines()
		searched = lines.At(lines.Len()-1).Stop - at.Start
	}
	state.spend(searched, at.Start)
	return node
}

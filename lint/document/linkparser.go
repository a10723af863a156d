package document

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// links is goldmark's parser of links and images, which does not tell where a
// link ends, and guards the time it takes.
type links struct {
	parser.InlineParser
	closer parser.CloseBlocker
}

func newLinks() links {
	p := parser.NewLinkParser()
	closer, _ := p.(parser.CloseBlocker)
	return links{p, closer}
}

func (l links) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	state := stateOf(pc)
	if state.refusal != notRefused {
		return nil
	}
	line, at := block.PeekLine()
	if line[0] == ']' && len(state.brackets) > 0 {
		state.spend(l.searched(state, parent, block), at.Start)
	}
	node := l.InlineParser.Parse(parent, block, pc)
	switch {
	case node == nil:
	case line[0] != ']':
		state.brackets = append(state.brackets, at.Start)
		if len(state.brackets) > maxBrackets {
			state.refuse(tooManyMarks, at.Start)
		}
	default:
		if state.linkEnds == nil {
			state.linkEnds = make(map[ast.Node]int)
		}
		_, end := block.Position()
		state.linkEnds[node] = end.Start
	}
	return node
}

// searched returns how many bytes and lines goldmark may look at beyond its
// pass over the text when it meets a closing bracket: from the opening bracket
// for the label, to the end of the line for the destination.
func (l links) searched(s *state, parent ast.Node, block text.Reader) int {
	open := len(s.brackets) - 1
	line, at := block.Position()
	label := at.Start - s.brackets[open]
	s.brackets = s.brackets[:open]
	return label + at.Len() + parent.Lines().Len() - line
}

// CloseBlock ends the block in which brackets and delimiters are matched.
func (l links) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	state := stateOf(pc)
	state.brackets = state.brackets[:0]
	state.delimiters = 0
	if l.closer != nil {
		l.closer.CloseBlock(parent, block, pc)
	}
}

// definitions is goldmark's reader of link reference definitions, kept away
// from paragraphs that cannot begin with one, and from those that are so long
// that moving their lines would take too much time.
type definitions struct{ parser.ParagraphTransformer }

func (d definitions) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	first := node.Lines().At(0)
	for i := first.Start; i < first.Stop; i++ {
		switch reader.Source()[i] {
		case ' ', '\t':
			continue
		case '[':
			if node.Lines().Len() > maxDefinition {
				stateOf(pc).refuse(tooManyMarks, first.Start)
				return
			}
			d.ParagraphTransformer.Transform(node, reader, pc)
		}
		return
	}
}

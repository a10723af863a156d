package document

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// cutRows parses the rows of a table that stand right below a block quote among
// them as a paragraph of their own, which joins the table. Markdown takes a line
// that follows the text of a quotation for a part of that text.
type cutRows struct{ parser.BlockParser }

// Trigger, CanInterruptParagraph and Open implement goldmark's BlockParser.
func (cutRows) Trigger() []byte             { return []byte{'|'} }
func (cutRows) CanInterruptParagraph() bool { return true }

func (c cutRows) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	last, ok := pc.LastOpenedBlock().Node.(*ast.Paragraph)
	if !ok || last.Parent() == parent {
		return nil, parser.NoChildren
	}
	quote, ok := last.Parent().(*ast.Blockquote)
	if !ok || quote.Parent() != parent {
		return nil, parser.NoChildren
	}
	_, line := reader.PeekLine()
	state := stateOf(pc)
	if state.quote != quote {
		state.quote, state.quoted = quote, tableAbove(quote, reader.Source())
	}
	table := state.quoted
	if table == nil || len(splitRow(reader.Source(), line.Start, line.Stop, nil)) != len(table.header) {
		return nil, parser.NoChildren
	}
	return c.BlockParser.Open(parent, reader, pc)
}

package document

import (
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/ismslint/ismslint/lint/source"
)

// Parser reads Markdown files. It holds no state of the files that it reads
// and may be used by several goroutines at once.
type Parser struct {
	markdown parser.Parser
	builders sync.Pool
}

// NewParser returns a parser of CommonMark with the tables of GFM.
func NewParser() *Parser {
	p := &Parser{markdown: newMarkdown(
		plain{parser.NewParagraphParser()}, plain{parser.NewATXHeadingParser()})}
	p.builders.New = func() any { return newBuilder() }
	return p
}

// Parse reads the bytes of one Markdown file. It never fails: what could not
// be read is told by the problems of the document.
func (p *Parser) Parse(src []byte) *Document {
	d := &Document{Source: src}
	if problem := unreadable(src); problem != nil {
		d.Problems = []Problem{*problem}
		return d
	}
	d.Body = source.Span{Start: bomLength(src), End: len(src)}
	markdown := d.readFrontMatter()
	if d.Body.Len() == 0 {
		return d
	}
	b := p.builders.Get().(*builder)
	b.begin(d, markdown)
	b.read(p.markdown)
	p.builders.Put(b)
	return d
}

// newMarkdown returns goldmark's parser with the given parsers of paragraphs
// and headings, and with the parts guarded or replaced that a linter needs
// more of than their result.
func newMarkdown(paragraphs, headings parser.BlockParser) parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(
			util.Prioritized(parser.NewSetextHeadingParser(), 100),
			util.Prioritized(parser.NewThematicBreakParser(), 200),
			util.Prioritized(container{parser.NewListParser()}, 300),
			util.Prioritized(parser.NewListItemParser(), 400),
			util.Prioritized(parser.NewCodeBlockParser(), 500),
			util.Prioritized(headings, 600),
			util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
			util.Prioritized(container{parser.NewBlockquoteParser()}, 800),
			util.Prioritized(parser.NewHTMLBlockParser(), 900),
			util.Prioritized(cutRows{paragraphs}, 950),
			util.Prioritized(paragraphs, 1000),
		),
		parser.WithInlineParsers(
			util.Prioritized(codeSpan{parser.NewCodeSpanParser()}, 100),
			util.Prioritized(newLinks(), 200),
			util.Prioritized(counted{parser.NewAutoLinkParser()}, 300),
			util.Prioritized(counted{parser.NewRawHTMLParser()}, 400),
			util.Prioritized(delimiter{parser.NewEmphasisParser()}, 500),
		),
		parser.WithParagraphTransformers(
			util.Prioritized(definitions{parser.LinkReferenceParagraphTransformer}, 100),
			util.Prioritized(tables{}, 200),
		),
	)
}

// read parses the body and fills the document.
func (b *builder) read(markdown parser.Parser) {
	b.state.reset(len(b.body))
	root := b.tree(markdown)
	b.reportLimits()
	if b.state.refusal == notRefused {
		b.container(root, around{})
		b.finish()
	}
	b.release()
}

// tree returns goldmark's tree of the body. A panic in a library that reads
// hostile text ends the reading of this body, not the check of all the others.
func (b *builder) tree(markdown parser.Parser) (root ast.Node) {
	defer func() {
		if r := recover(); r != nil {
			b.state.refuse(failed, 0)
		}
	}()
	pc := parser.NewContext()
	pc.Set(stateKey, b.state)
	return markdown.Parse(text.NewReader(b.body), parser.WithContext(pc))
}

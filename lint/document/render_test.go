package document

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/source"
)

// render writes a document compactly, one line per item: what a rule sees of
// it, each span as line:column-line:column with the source it covers.
func render(d *Document) string {
	r := renderer{d: d, text: source.NewText(d.Source)}
	for _, p := range d.Problems {
		r.line("problem %s %s %s", p.Kind, r.at(p.Span), p.Encoding)
	}
	if d.FrontMatter.Format != NoFrontMatter {
		r.line("front matter %d %s", d.FrontMatter.Format, r.at(d.FrontMatter.Span))
		for _, f := range fields(d.FrontMatter.Root) {
			r.line("  %s = %q %s", f.Key, f.Value.Text, r.quote(f.Value.Span))
		}
	}
	r.line("body %s", r.at(d.Body))
	for i, h := range d.Headings {
		r.line("heading %d: h%d number %q title %q parent %d block %d text %s ends %s", i, h.Level,
			h.Number, h.Title, h.Parent, h.Block, r.quote(h.TextSpan), r.position(h.End))
	}
	for i := range d.Blocks {
		r.block(i, &d.Blocks[i])
	}
	r.tables()
	r.rest()
	return r.out.String()
}

type renderer struct {
	d    *Document
	text *source.Text
	out  strings.Builder
}

func (r *renderer) line(format string, args ...any) {
	r.out.WriteString(strings.TrimRight(fmt.Sprintf(format, args...), " ") + "\n")
}

func (r *renderer) position(offset int) string {
	p := r.text.Position(offset)
	return fmt.Sprintf("%d:%d", p.Line, p.Column)
}

func (r *renderer) at(s source.Span) string {
	return r.position(s.Start) + "-" + r.position(s.End)
}

// quote shows a span with the source that it covers.
func (r *renderer) quote(s source.Span) string {
	return r.at(s) + " " + strconv.Quote(s.Of(r.d.Source))
}

func (r *renderer) block(i int, b *Block) {
	kind := [...]string{"paragraph", "heading", "item", "cell", "code", "html", "break"}[b.Kind]
	r.line("block %d: %s %s section %d depth %d%s%s%s text %q", i, kind, r.at(b.Span), b.Section, b.Depth,
		when(b.Quoted, " quoted"), when(b.Kind == Cell, fmt.Sprintf(" table %d row %d column %d", b.Table, b.Row, b.Column)),
		when(b.Images > 0, fmt.Sprintf(" images %d", b.Images)), b.Text)
}

func (r *renderer) tables() {
	for i, t := range r.d.Tables {
		r.line("table %d: %s section %d", i, r.at(t.Span), t.Section)
		r.cells("header", t.Header)
		for _, row := range t.Rows {
			r.cells("row "+r.at(row.Span), row.Cells)
		}
	}
}

func (r *renderer) cells(name string, cells []TableCell) {
	var shown []string
	for _, c := range cells {
		shown = append(shown, fmt.Sprintf("%s %q%s", r.at(c.Span), c.Text, when(c.Block < 0, " no block")))
	}
	r.line("  %s: %s", name, strings.Join(shown, " | "))
}

func (r *renderer) rest() {
	for _, l := range r.d.Links {
		r.line("link %s to %q %s text %q section %d%s", r.quote(l.Span), l.Destination,
			r.quote(l.DestinationSpan), l.Text, l.Section, when(l.Image, " image"))
	}
	for _, m := range r.d.Mentions {
		r.line("mention %s inner %s text %q block %d", r.quote(m.Span), r.at(m.Inner), m.Text, m.Block)
	}
	for _, t := range r.d.Identifiers {
		r.line("identifier %s text %q block %d", r.quote(t.Span), t.Text, t.Block)
	}
	for _, t := range r.d.Dates {
		r.line("date %s text %q format %s day %s block %d", r.quote(t.Span), t.Text, t.Format, t.Day, t.Block)
	}
	for _, m := range r.d.Marks {
		r.line("mark %s kind %s value %d section %d block %d depth %d", r.quote(m.Span), m.Kind, m.Value, m.Section, m.Block, m.Depth)
	}
	for _, c := range r.d.Comments {
		r.line("comment %s text %q%s", r.at(c.Span), c.Text, when(c.Alone, " alone"))
	}
}

func when(set bool, text string) string {
	if set {
		return text
	}
	return ""
}

func fields(n *source.Node) []source.Field {
	if n == nil {
		return nil
	}
	return n.Fields
}

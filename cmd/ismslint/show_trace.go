package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/report"
	"github.com/ismslint/ismslint/lint/source"
)

func (a *app) showTraceCommand(f *showFlags) *cobra.Command {
	return &cobra.Command{
		Use: "trace ID [PATH…]", Short: "Show what an id comes from and what follows from it",
		Long: `trace follows the references of the ISMS both ways from one id: asset, risk,
control, statement of applicability, procedure, plan, measurement, record, review.
The id is that of a document, a record, a row of a register or a control.`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			flat := f.format == report.JSON || f.format == report.CSV
			return a.show(cmd.Context(), f, args[1:], func(s *isms.System) (*report.View, error) { return traceView(s, args[0], flat) })
		},
	}
}

// traceView shows the chains of the things with an id: as one table for
// programs, and for people as a tree for each way.
func traceView(s *isms.System, id string, flat bool) (*report.View, error) {
	index := s.Trace()
	found := index.Find(id)
	if len(found) == 0 {
		if near := index.Nearest(id); near != "" {
			return nil, usageError(message.Errorf("「%s」という番号はどこにもありません。「%s」のことですか", "there is no id %q; did you mean %q", id, near))
		}
		return nil, usageError(message.Errorf("「%s」という番号はどこにもありません", "there is no id %q", id))
	}
	p := tracePrinter{flat: flat, texts: map[string]*source.Text{}}
	view := &report.View{Name: "trace"}
	chain := report.Table{Key: "chain", Columns: p.columns()}
	for _, n := range found {
		up, down := index.Upstream(n), index.Downstream(n)
		self := p.cells("self", 0, &isms.Branch{Node: n})
		if flat {
			chain.Rows = append(chain.Rows, self)
			p.branches(&chain, "up", 1, up.Branches)
			p.branches(&chain, "down", 1, down.Branches)
			continue
		}
		view.Tables = append(view.Tables, report.Table{Key: "node", Columns: p.columns(), Rows: [][]report.Cell{self}},
			p.tree("up", words("これが基づくもの", "what it comes from"), up),
			p.tree("down", words("これに基づくもの", "what follows from it"), down))
	}
	if flat {
		view.Tables = []report.Table{chain}
	}
	return view, nil
}

type tracePrinter struct {
	flat  bool
	texts map[string]*source.Text // by path
}

func (p *tracePrinter) columns() []report.Column {
	id := report.Column{Key: "id", Title: words("番号", "ID")}
	kind := report.Column{Key: "kind", Title: words("種類", "Kind")}
	title := report.Column{Key: "title", Title: words("内容", "Title"), Long: true}
	place := report.Column{Key: "path", Title: words("場所", "Place"), Long: true}
	if !p.flat {
		return []report.Column{id, kind, title, place}
	}
	return []report.Column{
		{Key: "direction"}, {Key: "depth"}, id, kind, title, place, {Key: "line"}, {Key: "repeated"},
	}
}

func (p *tracePrinter) tree(direction string, title message.Text, root *isms.Branch) report.Table {
	t := report.Table{Key: direction, Title: title, Columns: p.columns()}
	p.branches(&t, direction, 0, root.Branches)
	if len(t.Rows) == 0 {
		t.Title = words(title.JA+": なし", title.EN+": nothing")
	}
	return t
}

func (p *tracePrinter) branches(t *report.Table, direction string, depth int, list []*isms.Branch) {
	for _, b := range list {
		t.Rows = append(t.Rows, p.cells(direction, depth, b))
		p.branches(t, direction, depth+1, b.Branches)
	}
}

func (p *tracePrinter) cells(direction string, depth int, b *isms.Branch) []report.Cell {
	n := b.Node
	line := p.line(n)
	kind := report.Cell{Text: kindWord(n), Value: n.Kind}
	title := report.Cell{Text: nodeTitle(n)}
	if p.flat {
		repeated := report.Cell{Text: message.Same("false"), Value: b.Repeated}
		if b.Repeated {
			repeated.Text = message.Same("true")
		}
		return []report.Cell{report.TextCell(direction), report.NumberCell(depth), report.TextCell(n.ID), kind, title,
			report.TextCell(n.Path), report.NumberCell(line), repeated}
	}
	id := report.TextCell(strings.Repeat("  ", depth) + n.ID)
	if b.Repeated {
		id = report.Cell{Text: message.Same(id.Text.EN + " …"), Tone: report.Dim}
	}
	place := report.Cell{Text: message.Same(n.Path), Tone: report.Dim}
	if line > 0 {
		place.Text = message.Textf("%s:%d", "%s:%d", n.Path, line)
	}
	return []report.Cell{id, kind, title, place}
}

// line returns the line that a thing stands in, or 0.
func (p *tracePrinter) line(n *isms.Node) int {
	if n.File == nil {
		return 0
	}
	text := p.texts[n.Path]
	if text == nil {
		src := n.File.Doc.Source
		if r := n.File.RowsFile; r != nil && r.Path == n.Path {
			src = r.Source
		}
		text = source.NewText(src)
		p.texts[n.Path] = text
	}
	return text.Position(n.Span.Start).Line
}

// nodeTitle adds to the title of a control what the statement says of it.
func nodeTitle(n *isms.Node) message.Text {
	if n.Statement == nil {
		return n.Title
	}
	t := applicableCell(n.Statement.Applicable).Text
	if status := n.Statement.Value("status"); !status.None() {
		word := choiceCell(n.Statement.Table.Schema.Column("status"), status.Text).Text
		t.JA += "、" + word.JA
		t.EN += ", " + word.EN
	}
	return t
}

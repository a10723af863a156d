package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/report"
	"github.com/ismslint/ismslint/lint/standard"
)

func (a *app) showSoaCommand(f *showFlags) *cobra.Command {
	var editions string
	c := &cobra.Command{
		Use: "soa [PATH…]", Short: "List the controls of the Statement of Applicability",
		RunE: func(cmd *cobra.Command, args []string) error {
			if editions == "" {
				return a.show(cmd.Context(), f, args, soaView)
			}
			from, to, err := parseMap(editions)
			if err != nil {
				return err
			}
			return a.show(cmd.Context(), f, args, func(s *isms.System) (*report.View, error) { return transitionView(s, from, to), nil })
		},
	}
	c.Flags().StringVar(&editions, "map", "", "print the table of the transition between two editions, as 2013:2022")
	return c
}

func parseMap(value string) (from, to standard.Edition, err error) {
	older, newer, ok := strings.Cut(value, ":")
	from, to = standard.Edition(older), standard.Edition(newer)
	if !ok || !from.Valid() || !to.Valid() || from == to {
		return "", "", usageError(message.Errorf("--map は 2013:2022 のように、2005、2013、2022 のうち異なる2つの版で指定してください（指定された値: %q）",
			"--map takes two different editions of 2005, 2013 and 2022, such as 2013:2022, not %q", value))
	}
	return from, to, nil
}

var noStatement = words("適用宣言書がありません", "there is no Statement of Applicability")

func soaView(s *isms.System) (*report.View, error) {
	t := report.Table{Key: "controls", Columns: []report.Column{
		{Key: "control", Title: words("管理策", "Control")},
		{Key: "title", Title: words("管理策名", "Title"), Long: true},
		{Key: "applicable", Title: words("適用", "Applicable")},
		{Key: "status", Title: words("実施状況", "Status")},
		{Key: "implementing", Title: words("実施文書・箇所", "Implemented in"), Long: true},
		{Key: "risks", Title: words("リスク", "Risks"), Long: true},
	}}
	st := s.Statement()
	if st == nil {
		return &report.View{Name: "soa", Tables: []report.Table{t}, Notes: []message.Text{noStatement}}, nil
	}
	for i := range st.Rows {
		t.Rows = append(t.Rows, statementCells(&st.Rows[i]))
	}
	return &report.View{Name: "soa", Tables: []report.Table{t, soaCounts(s, st)}}, nil
}

func statementCells(r *isms.StatementRow) []report.Cell {
	id := r.ID
	if id == "" {
		id = r.Written.Text
	}
	title := report.TextCell(r.Value("title").Text)
	if c := r.Control; title.Text.JA == "" && c != nil {
		title.Text = words(c.TitleJA, c.TitleEN)
	}
	status := r.Value("status")
	cell := report.TextCell("")
	if !status.None() {
		cell = choiceCell(r.Table.Schema.Column("status"), status.Text)
	}
	switch {
	case status.Text == "implemented":
		cell.Tone = report.Good
	case status.Text == "partial":
		cell.Tone = report.Notable
	case r.Applicable == isms.Applicable:
		cell.Tone = report.Bad
	}
	return []report.Cell{report.TextCell(id), title, applicableCell(r.Applicable), cell, rowCell(r.Row, "document"), rowList(r.Row, "risks")}
}

func applicableCell(a isms.Applicability) report.Cell {
	switch a {
	case isms.Applicable:
		return report.Cell{Text: words("適用", "yes"), Value: "yes"}
	case isms.Excluded:
		return report.Cell{Text: words("除外", "no"), Value: "no", Tone: report.Dim}
	}
	return report.Cell{Text: message.Same("?"), Value: "undecided", Tone: report.Bad}
}

// soaCounts counts the controls by theme or domain, and in all.
func soaCounts(s *isms.System, st *isms.Statement) report.Table {
	t := report.Table{Key: "counts", Title: words("集計", "Counts"), Columns: []report.Column{
		{Key: "group", Title: words("区分", "Group"), Long: true},
		{Key: "controls", Title: words("管理策", "Controls"), Right: true},
		{Key: "applicable", Title: words("適用", "Applicable"), Right: true},
		{Key: "excluded", Title: words("除外", "Excluded"), Right: true},
		{Key: "undecided", Title: words("未判断", "Undecided"), Right: true},
		{Key: "implemented", Title: words("実施", "Implemented"), Right: true},
		{Key: "partial", Title: words("一部実施", "Partial"), Right: true},
		{Key: "not_implemented", Title: words("未実施", "Not implemented"), Right: true},
	}}
	counts := map[string]*[7]int{}
	var order []string
	for i := range st.Rows {
		group := topGroup(s.Standard, &st.Rows[i])
		if counts[group] == nil {
			counts[group] = new([7]int)
			order = append(order, group)
		}
		countControl(counts[group], &st.Rows[i])
	}
	var total [7]int
	line := func(name report.Cell, c *[7]int) {
		cells := []report.Cell{name}
		for i := range c {
			cells = append(cells, report.NumberCell(c[i]))
		}
		t.Rows = append(t.Rows, cells)
	}
	for _, id := range order {
		name := report.Cell{Text: words("附属書A以外", "outside Annex A"), Value: "own"}
		if g, ok := s.Standard.Group(st.Edition, id); ok {
			name = report.Cell{Text: words(id+" "+g.TitleJA, id+" "+g.TitleEN), Value: id}
		}
		for i, n := range counts[id] {
			total[i] += n
		}
		line(name, counts[id])
	}
	line(report.Cell{Text: words("合計", "Total"), Value: "total"}, &total)
	return t
}

func countControl(c *[7]int, r *isms.StatementRow) {
	c[0]++
	switch r.Applicable {
	case isms.Applicable:
		c[1]++
	case isms.Excluded:
		c[2]++
		return
	default:
		c[3]++
	}
	switch r.Value("status").Text {
	case "implemented":
		c[4]++
	case "partial":
		c[5]++
	case "not-implemented":
		c[6]++
	}
}

// topGroup returns the theme or domain of a control, or "".
func topGroup(std *standard.Standard, r *isms.StatementRow) string {
	if r.Control == nil {
		return ""
	}
	g, ok := std.Group(r.Control.Edition, r.Control.Group)
	if ok && g.Parent != "" {
		return g.Parent
	}
	return r.Control.Group
}

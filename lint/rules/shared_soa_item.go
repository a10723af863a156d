package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/source"
)

// planItem is an item of the risk treatment plan.
type planItem struct {
	row             *isms.Row
	id              string
	controls, risks []string
	open            bool
}

func planItems(p *lint.Pass, s *isms.System) []planItem {
	var items []planItem
	for r := range s.Rows("ISMS-B-03", "items") {
		item := planItem{row: r, id: fold.Key(r.Written("id").Text), risks: foldedList(r, "risks")}
		status := r.Value("status").Text
		item.open = status != "done" && status != "cancelled"
		add := func(id string) { item.controls = append(item.controls, id) }
		citedControls(p, r, "controls", func(id string, _ source.Span) { add(id) })
		p.NamesControl(r.Written("measure").Text, p.EditionOf(r.Table.File), add)
		items = append(items, item)
	}
	return items
}

func foldedList(r *isms.Row, column string) []string {
	var out []string
	for _, v := range r.List(column) {
		out = append(out, fold.Key(v.Text))
	}
	return out
}

// about reports whether the item is about the control of a row: it names the
// control, the row names the item, or, where the item names no control, both
// answer one risk.
func (i *planItem) about(r *isms.StatementRow, named, risks []string) bool {
	if slices.Contains(i.controls, r.ID) || slices.Contains(named, i.id) {
		return true
	}
	return len(i.controls) == 0 && slices.ContainsFunc(i.risks, func(risk string) bool { return slices.Contains(risks, risk) })
}

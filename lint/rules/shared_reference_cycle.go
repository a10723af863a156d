package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// subcontractCycles looks for suppliers that, from one subcontractor to the
// next, subcontract to themselves.
type subcontractCycles struct {
	system *isms.System
	done   map[*isms.Row]bool
	path   []*isms.Row
}

// reportSubcontractCycles reports each circle of subcontractors once, at the
// first of its suppliers.
func reportSubcontractCycles(p *lint.Pass, s *isms.System) {
	c := subcontractCycles{system: s, done: map[*isms.Row]bool{}}
	for r := range s.Rows("ISMS-B-19", "suppliers") {
		if circle := c.walk(r); circle != nil {
			v := circle[0].Written("subcontractors")
			var ids []string
			for _, row := range append(circle, circle[0]) {
				ids = append(ids, cellExcerpt(row.Name()))
			}
			f := tableFinding(r.Table, v.Span, message.Textf(
				"再委託先をたどると「%[1]s」と元の委託先に戻ります。再委託先の番号を確かめてください",
				"the subcontractors lead back to where they began: %[1]s; expected other subcontractors", strings.Join(ids, " → ")))
			f.File, f.Severity = circle[0].Table.Path, lint.Warning
			p.Report(f)
		}
	}
}

// walk follows the subcontractors of a row and returns the first circle of rows
// that it meets, or nil.
func (c *subcontractCycles) walk(r *isms.Row) []*isms.Row {
	for i, above := range c.path {
		if above == r {
			return append([]*isms.Row(nil), c.path[i:]...)
		}
	}
	if c.done[r] {
		return nil
	}
	c.done[r] = true
	c.path = append(c.path, r)
	defer func() { c.path = c.path[:len(c.path)-1] }()
	for _, token := range idTokens(r.Written("subcontractors").Text) {
		if next := c.system.Find("supplier", fold.Key(token.text)); next != nil {
			if circle := c.walk(next); circle != nil {
				return circle
			}
		}
	}
	return nil
}

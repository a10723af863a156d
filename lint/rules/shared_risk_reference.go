package rules

import (
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

// citedIDs returns the ids that one part of a cell cites, in the form of
// [fold.Key]: a bare id, ids in a text, or those of a range.
func citedIDs(text string) []string {
	text = isms.WithoutRemark(text)
	tokens := idTokens(text)
	if len(tokens) == 0 {
		return []string{fold.Key(text)}
	}
	ids := make([]string, len(tokens))
	for i, t := range tokens {
		ids[i] = fold.Key(t.text)
	}
	if len(ids) == 2 && isRangeMark(fold.Key(between(text, tokens))) {
		return rangeOf(ids[0], ids[1])
	}
	return ids
}

// between returns what stands between the first two ids.
func between(text string, tokens []idToken) string {
	if tokens[0].folded {
		text = fold.Text(text)
	}
	return text[tokens[0].end:tokens[1].start]
}

// maxRange bounds how many ids a range stands for.
const maxRange = 1000

// rangeOf returns the ids from one to another that differ in their number only.
func rangeOf(first, last string) []string {
	i, k := strings.LastIndexByte(first, '-')+1, strings.LastIndexByte(last, '-')+1
	a, errA := strconv.Atoi(first[i:])
	b, errB := strconv.Atoi(last[k:])
	if errA != nil || errB != nil || first[:i] != last[:k] || b < a || b-a > maxRange {
		return []string{first, last}
	}
	var out []string
	for n := a; n <= b; n++ {
		digits := strconv.Itoa(n)
		out = append(out, first[:i]+strings.Repeat("0", max(0, len(first)-i-len(digits)))+digits)
	}
	return out
}

// citations remembers which ids the cells of a column cite, so that many rows
// can be compared with many others.
type citations struct {
	column string
	cited  map[*isms.Row]map[string]bool
}

func newCitations(column string) *citations {
	return &citations{column: column, cited: map[*isms.Row]map[string]bool{}}
}

// has reports whether the row cites an id.
func (c *citations) has(r *isms.Row, id string) bool {
	set := c.cited[r]
	if set == nil {
		set = map[string]bool{}
		for _, v := range r.List(c.column) {
			for _, cited := range citedIDs(v.Text) {
				set[cited] = true
			}
		}
		c.cited[r] = set
	}
	return set[fold.Key(id)]
}

// checkRiskReferences reports ids in a column that no row defines. reference/id
// leaves these columns to the rules of the family.
func checkRiskReferences(p *lint.Pass, s *isms.System, tables []*isms.Table, column string) {
	c := newIDCheck(p, s)
	for _, t := range tables {
		if i := t.Schema.Index(column); i >= 0 && t.Has(column) {
			c.column(t, &t.Schema.Columns[i], i)
		}
	}
}

// isRiskReference reports whether the ids of a column are judged by the rules
// of family risk.
func isRiskReference(t *isms.Table, column string) bool {
	switch {
	case t.Form == isms.RiskForm && t.Name == isms.RiskTable:
		return column == "asset" || column == "plan" || column == "owner" || column == "controls"
	case t.Form == isms.PlanForm && t.Name == isms.PlanTable:
		return column == "risks"
	}
	return false
}

// isRiskOption reports whether several known values in a cell are for
// risk/option to judge.
func isRiskOption(t *isms.Table, column string) bool {
	return t.Form == isms.RiskForm && t.Name == isms.RiskTable && column == "option"
}

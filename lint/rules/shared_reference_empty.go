package rules

import (
	"maps"
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

// emptyRegister counts the ids that lead into a register without any row, which
// is one defect however many they are.
type emptyRegister struct {
	cited   int
	first   string
	related lint.Related
}

// isEmpty reports whether the ISMS has registers of the kinds, but no row in
// any of them.
func (c *idCheck) isEmpty(kinds []string) bool {
	return len(kinds) > 0 && !slices.ContainsFunc(kinds, func(kind string) bool { return len(c.system.IDs(kind)) > 0 })
}

// leadsNowhereElse reports whether the ids of a column that the rules of family
// risk judge lead into an empty register, which they leave to reference/id.
func (c *idCheck) leadsNowhereElse(column *schema.Column) bool {
	return !c.people.judges(column) && c.isEmpty(c.wantedIn(column).kinds)
}

// cite notes an id that leads into an empty register.
func (c *idCheck) cite(kind string, r *isms.Row, at source.Span, id string) {
	e := c.empty[kind]
	if e == nil {
		e = &emptyRegister{first: id, related: lint.Related{File: r.Table.Path, Span: &at,
			Message: message.Text{JA: "参照している箇所の一つ", EN: "one of the references"}}}
		c.empty[kind] = e
	}
	e.cited++
}

// reportEmpty reports the empty registers that ids lead into.
func (c *idCheck) reportEmpty() {
	for _, kind := range slices.Sorted(maps.Keys(c.empty)) {
		e, t := c.empty[kind], c.system.DefinedIn(kind)
		if c.system.MayDefine(kind, "") || kind == "risk" && unassessedAssets(c.system) > 0 {
			continue // reported at its rows, or by risk/unassessed-asset
		}
		c.pass.Report(tableFinding(t, t.HeaderSpan(), message.Textf(
			"「%[1]s」の表に1行もありませんが、%[3]dか所から参照されています（「%[2]s」など）。行を記入してください",
			"the table %[1]q has no row, but is referred to %[3]d times (as %[2]q), expected its rows",
			t.Schema.Title, cellExcerpt(e.first), e.cited), e.related))
	}
}

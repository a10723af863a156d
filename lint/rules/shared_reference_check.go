package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

// idCheck is the check of one state of the ISMS.
type idCheck struct {
	pass   *lint.Pass
	system *isms.System
	people *actors
	known  map[string]*knownIDs // by kind
	empty  map[string]*emptyRegister
	// found makes the check a trial, which only tells whether there is anything
	// to report; nil reports it.
	found *bool
}

func newIDCheck(p *lint.Pass, s *isms.System) *idCheck {
	return &idCheck{pass: p, system: s, people: newActors(p, s), known: map[string]*knownIDs{}, empty: map[string]*emptyRegister{}}
}

// table checks the columns of a table that hold ids.
func (c *idCheck) table(t *isms.Table) {
	for i := range t.Schema.Columns {
		column := &t.Schema.Columns[i]
		if len(column.References)+len(column.Mentions) == 0 || isRiskReference(t, column.Name) && !c.leadsNowhereElse(column) {
			continue
		}
		c.column(t, column, i)
	}
}

// suspects returns the tables of a file in which there is anything to report.
func (c *idCheck) suspects(s *isms.System, f *isms.File) []*isms.Table {
	if f.Meta.Status == isms.Obsolete {
		return nil
	}
	var tables []*isms.Table
	for _, t := range f.Tables {
		found := false
		trial := &idCheck{pass: c.pass, system: s, people: c.people.in(s), found: &found}
		if trial.table(t); found {
			tables = append(tables, t)
		}
	}
	return tables
}

// column checks the cells of one column of a table.
func (c *idCheck) column(t *isms.Table, column *schema.Column, index int) {
	wanted := c.wantedIn(column)
	people := c.people.judges(column)
	if len(wanted.kinds) == 0 && !people {
		return
	}
	for i := range t.Rows {
		r := &t.Rows[i]
		v := r.At(index)
		if v.None() || v.Ditto() || isOpenCell(t, v.Text) || takes(column, v.Text) {
			continue
		}
		switch {
		case people:
			if c.found == nil {
				c.people.check(r, column, v)
			} else if c.people.hasUnknown(v) {
				*c.found = true
			}
		case wanted.strict:
			c.items(r, column, v, wanted)
		default:
			c.mentions(r, column, v, wanted)
		}
	}
}

// wantedIDs are the kinds of ids that belong in a column, as far as the ISMS
// has a register of them. strict reports whether nothing else belongs there.
type wantedIDs struct {
	kinds  []string
	strict bool
}

func (c *idCheck) wantedIn(column *schema.Column) wantedIDs {
	w := wantedIDs{strict: len(column.References) > 0}
	for _, kind := range slices.Concat(column.References, column.Mentions) {
		if c.system.Defines(kind) {
			w.kinds = append(w.kinds, kind)
		} else {
			w.strict = false // it may be an id of the kind that is kept elsewhere
		}
	}
	return w
}

// items checks a cell that holds nothing but ids.
func (c *idCheck) items(r *isms.Row, column *schema.Column, v isms.Value, wanted wantedIDs) {
	for _, item := range isms.SplitList(v) {
		text := isms.WithoutRemark(item.Text)
		if c.resolves(text, wanted) {
			continue
		}
		tokens := idTokens(text)
		if len(tokens) == 0 {
			c.parts(r, column, item, text, wanted)
		}
		for _, token := range tokens {
			c.token(r, column, item, token, wanted)
		}
	}
}

// parts checks an item without a token shaped like an id: an id of another
// shape, or several of them in a phrase.
func (c *idCheck) parts(r *isms.Row, column *schema.Column, item isms.Value, text string, wanted wantedIDs) {
	parts := rangeParts(text)
	if len(parts) == 0 {
		parts = []string{text}
	}
	for _, part := range parts {
		if !c.resolves(part, wanted) {
			c.report(r, column, item.Sub(strings.Index(item.Text, part), len(part)), part, wanted)
		}
	}
}

// mentions checks the ids in a cell that holds text: those that begin as the
// ids of the wanted kinds do.
func (c *idCheck) mentions(r *isms.Row, column *schema.Column, v isms.Value, wanted wantedIDs) {
	for _, token := range idTokens(v.Text) {
		if c.hasPrefix(token.text, wanted) {
			c.token(r, column, v, token, wanted)
		}
	}
}

func (c *idCheck) token(r *isms.Row, column *schema.Column, v isms.Value, token idToken, wanted wantedIDs) {
	if c.resolves(token.text, wanted) {
		return
	}
	if r.Table.Path == r.Table.File.Path && recordShapes(c.system)[shapeOf(token.text)] && c.kindOf(token.text) == "" {
		return
	}
	at := v.Span
	if !token.folded {
		at = v.Sub(token.start, token.end-token.start)
	}
	c.report(r, column, at, token.text, wanted)
}

// report reports an id that does not resolve, unless a file of its name is
// there but was not understood.
func (c *idCheck) report(r *isms.Row, column *schema.Column, at source.Span, id string, wanted wantedIDs) {
	key := fold.Key(id)
	if slices.ContainsFunc(unreadNames(c.system), func(name string) bool { return strings.Contains(name, key) }) {
		return
	}
	if c.found != nil {
		*c.found = true
		return
	}
	if c.isEmpty(wanted.kinds) {
		c.cite(wanted.kinds[0], r, at, id)
		return
	}
	title := columnTitle(r.Table, column)
	if other := c.kindOf(id); other != "" && !c.hasPrefix(id, wanted) {
		c.pass.Report(tableFinding(r.Table, at, message.Textf(
			"%[1]s「%[2]s」の「%[3]s」は%[4]sです。%[5]sを記入してください",
			"%[3]q in %[2]q%[1]s is one of %[4]q, expected one of %[5]q",
			ofRow(r), title, cellExcerpt(id), c.idTitle(other), c.idTitle(wanted.kinds[0]))))
		return
	}
	text := message.Textf(
		"%[1]s「%[2]s」の「%[3]s」は登録されていません。登録のある%[4]sを記入してください",
		"%[3]q in %[2]q%[1]s is not registered, expected one of %[4]s",
		ofRow(r), title, cellExcerpt(id), c.registered(wanted))
	if near := c.nearest(id, wanted); near != "" {
		text = message.Textf(
			"%[1]s「%[2]s」の「%[3]s」は登録されていません。「%[4]s」の誤りではありませんか",
			"%[3]q in %[2]q%[1]s is not registered, did you mean %[4]q", ofRow(r), title, cellExcerpt(id), near)
	}
	c.pass.Report(tableFinding(r.Table, at, text))
}

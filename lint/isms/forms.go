package isms

import (
	"slices"
	"sync"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

// formSet gives the schemas of forms as the configuration has them, each made
// when it is first asked for.
type formSet map[string]func() *schema.Form

func newFormSet(set *schema.Set, c *config.Config) formSet {
	forms := formSet{}
	for _, number := range set.FormNumbers() {
		forms[number] = sync.OnceValue(func() *schema.Form {
			form, err := set.Form(number)
			if err != nil || form == nil {
				return nil
			}
			return withValues(withFactors(form, c.Risk.Factors), c.Forms)
		})
	}
	return forms
}

// form returns the schema of the tables of an entry of the catalogue, or nil.
func (s formSet) form(e *Entry) *schema.Form {
	if e == nil || s[e.Form] == nil {
		return nil
	}
	return s[e.Form]()
}

// withFactors returns the form with those columns for the factors of risk that
// the configuration has: the columns for other factors are dropped, the ones
// left are mandatory, and a factor that the schema does not know has a column
// of its own name.
func withFactors(form *schema.Form, factors []config.Factor) *schema.Form {
	changed := *form
	changed.Tables = slices.Clone(form.Tables)
	for i, t := range changed.Tables {
		if slices.ContainsFunc(t.Columns, func(c schema.Column) bool { return c.Factor != "" }) {
			changed.Tables[i] = factorColumns(t, factors)
		}
	}
	return &changed
}

// withValues returns the form with the values that the organisation adds to its
// enumerations.
func withValues(form *schema.Form, settings []config.FormSetting) *schema.Form {
	for _, s := range settings {
		if s.Form != form.Number {
			continue
		}
		for _, v := range s.Values {
			form, _ = form.WithValues(v.Field, v.Values)
		}
	}
	return form
}

func factorColumns(t *schema.Table, factors []config.Factor) *schema.Table {
	wanted, headers := map[string]bool{}, map[string][]string{}
	var own []string
	for _, f := range factors {
		wanted[f.Name], headers[f.Name] = true, f.Columns
		own = append(own, f.Columns...)
	}
	var columns []schema.Column
	known := map[string]bool{}
	present := slices.Clone(t.Present)
	for _, c := range t.Columns {
		switch {
		case c.Factor != "" && !wanted[c.Factor], c.Residual != "" && !wanted[c.Residual]:
			continue
		case c.Factor != "":
			c.Required, known[c.Factor] = true, true
			c.Labels = append(slices.Clip(c.Labels), headers[c.Factor]...)
		case c.Residual != "":
			present = append(present, []string{c.Name})
			c.Labels = append(slices.Clip(c.Labels), residualHeaders(headers[c.Residual])...)
		default:
			c.Labels = slices.DeleteFunc(slices.Clone(c.Labels), func(label string) bool {
				return slices.ContainsFunc(own, func(header string) bool { return fold.Equal(header, label) })
			})
		}
		columns = append(columns, c)
	}
	for _, f := range factors {
		if !known[f.Name] {
			before, after := ownFactor(f)
			columns = append(columns, before, after)
			present = append(present, []string{after.Name})
		}
	}
	return t.With(columns, present)
}

// ownFactor returns the columns for a factor that only the configuration knows.
func ownFactor(f config.Factor) (before, after schema.Column) {
	labels := append([]string{f.Name}, f.Columns...)
	before.Property = schema.Property{Name: "factor_" + f.Name, Title: message.Same(labels[len(labels)-1]), Labels: labels, Required: true}
	before.Factor = f.Name
	title := message.Text{JA: "残留の" + before.Title.JA, EN: "Residual " + before.Title.EN}
	after.Property = schema.Property{Name: "residual_" + f.Name, Title: title, Labels: residualHeaders(labels)}
	after.Residual, after.NoneAllowed = f.Name, true
	return before, after
}

// residualHeaders returns the headers of the residual value of a factor that
// tables give under the given headers.
func residualHeaders(headers []string) []string {
	var out []string
	for _, h := range headers {
		out = append(out, "残留の"+h, "残留"+h, "対応後の"+h, "Residual "+h, "residual_"+h)
	}
	return out
}

// Factor returns the value of a factor of the risk model before treatment, and
// Residual the one after it, as they are written.
func (r *Row) Factor(name string) Value {
	return r.find(func(c *schema.Column) bool { return c.Factor == name })
}

// Residual returns the value of a factor of the risk model after treatment, as
// it is written.
func (r *Row) Residual(name string) Value {
	return r.find(func(c *schema.Column) bool { return c.Residual == name })
}

func (r *Row) find(match func(*schema.Column) bool) Value {
	for i := range r.Table.Schema.Columns {
		if match(&r.Table.Schema.Columns[i]) {
			return r.At(i)
		}
	}
	return Value{Span: r.Span}
}

package schema

import (
	"maps"
	"slices"

	"github.com/ismslint/ismslint/lint/fold"
)

// WithValues returns the form with more values for the enumerations of the
// columns and fields that a name or header names, in whatever table they stand.
// ok is false when the name is that of no enumeration.
func (f *Form) WithValues(field string, values []string) (changed *Form, ok bool) {
	extended := *f
	extend := func(t *Table) *Table {
		i, found := t.MatchText(field)
		if !found || len(t.Columns[i].Values) == 0 {
			return t
		}
		ok = true
		columns := slices.Clone(t.Columns)
		columns[i] = columns[i].withValues(values)
		return t.With(columns, t.Present)
	}
	if f.Record != nil {
		extended.Record = extend(f.Record)
	}
	extended.Tables = slices.Clone(f.Tables)
	for i, t := range extended.Tables {
		extended.Tables[i] = extend(t)
	}
	if !ok {
		return f, false
	}
	return &extended, true
}

// withValues returns the column with values added to its enumeration. Those
// that it knows already, under whatever name, are left out.
func (c Column) withValues(values []string) Column {
	c.Values, c.values = slices.Clone(c.Values), maps.Clone(c.values)
	for _, v := range values {
		if _, known := c.Canonical(v); known {
			continue
		}
		c.Values = append(c.Values, Value{Value: v})
		c.values[v], c.values[fold.Key(v)] = v, v
	}
	return c
}

// Fields returns the names of the columns and fields of the form, and whether
// each is an enumeration; of several with one name any that is.
func (f *Form) Fields() map[string]bool {
	fields := map[string]bool{}
	tables := f.Tables
	if f.Record != nil {
		tables = append([]*Table{f.Record}, tables...)
	}
	for _, t := range tables {
		for i := range t.Columns {
			name := t.Columns[i].Name
			fields[name] = fields[name] || len(t.Columns[i].Values) > 0
		}
	}
	return fields
}

package isms

import (
	"slices"

	"github.com/ismslint/ismslint/lint/fold"
)

// readRisks reads the rows of the risk assessment.
func readRisks(o *Organization, f *File) []Risk {
	var risks []Risk
	for _, t := range f.Tables {
		if t.Form != RiskForm || t.Name != RiskTable || len(t.Rows) == 0 {
			continue
		}
		m, err := o.RiskModel()
		if err != nil {
			return nil
		}
		r := riskReader{model: m, table: t}
		r.before = r.columns(func(name string) func(i int) bool {
			return func(i int) bool { return t.Schema.Columns[i].Factor == name }
		})
		r.after = r.columns(func(name string) func(i int) bool {
			return func(i int) bool { return t.Schema.Columns[i].Residual == name }
		})
		r.kept = slices.Clone(r.after)
		for k := range r.kept {
			if r.kept[k] < 0 || t.cells[r.kept[k]] < 0 {
				r.kept[k] = r.before[k]
			}
		}
		risks = slices.Grow(risks, len(t.Rows))
		for i := range t.Rows {
			risks = append(risks, r.read(&t.Rows[i]))
		}
	}
	return risks
}

// riskReader reads the rows of one table.
type riskReader struct {
	model         *RiskModel
	table         *Table
	before, after []int // columns of the schema for each factor, or -1
	// kept is after with the columns before treatment for the factors that the
	// table has no other column for: treatment leaves them as they are.
	kept []int
}

func (r *riskReader) columns(match func(factor string) func(i int) bool) []int {
	columns := make([]int, len(r.model.Factors))
	for k := range r.model.Factors {
		columns[k] = -1
		is := match(r.model.Factors[k].Name)
		for i := range r.table.Schema.Columns {
			if is(i) {
				columns[k] = i
				break
			}
		}
	}
	return columns
}

func (r *riskReader) read(row *Row) Risk {
	risk := Risk{
		Row: row, Decision: row.Value("decision"), Options: optionsOf(row),
		Before: r.assess(row, r.before, "value"), After: r.assess(row, r.residual(row), "residual_value"),
	}
	if c := r.table.Schema.Column("threat"); c != nil {
		text := WithoutRemark(row.Written("threat").Text)
		risk.Excused = text != "" && slices.ContainsFunc(c.Excuses, func(excuse string) bool { return fold.Equal(excuse, text) })
	}
	return risk
}

// residual returns the columns of the factors after treatment.
func (r *riskReader) residual(row *Row) []int {
	for _, column := range r.after {
		if column >= 0 && !row.At(column).None() {
			return r.kept
		}
	}
	return r.after
}

// optionsOf returns the options of treatment, of which a cell may name several
// although it should not.
func optionsOf(row *Row) []Value {
	options := SplitList(row.Written("option"))
	c := row.Table.Schema.Column("option")
	for i := range options {
		if text, ok := CanonicalIn(c, options[i].Text); ok {
			options[i].Text = text
		}
	}
	return options
}

func (r *riskReader) assess(row *Row, columns []int, value string) Assessment {
	a := Assessment{Levels: make([]RiskLevel, len(columns)), Complete: true, Stated: row.Written(value)}
	levels := make([]int, len(columns))
	for k, column := range columns {
		level := RiskLevel{Value: Value{Span: row.Span}, Index: -1}
		if column >= 0 {
			level.Value = row.At(column)
		}
		if i, ok := r.model.Factors[k].Level(level.Text); ok {
			level.Index, levels[k] = i, i
		} else {
			a.Complete = false
		}
		a.Levels[k] = level
	}
	if a.StatedNumber, a.IsNumber = RiskNumber(a.Stated.Text); a.IsNumber {
		a.StatedBand = r.model.Band(a.StatedNumber)
	} else if !a.Stated.None() {
		a.StatedBand = r.model.BandNamed(a.Stated.Text)
	}
	a.Band = a.StatedBand
	if a.Complete {
		a.Computed = r.model.Value(levels)
		a.Band = r.model.Band(a.Computed)
	}
	return a
}

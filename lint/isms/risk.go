package isms

import (
	"slices"

	"github.com/ismslint/ismslint/lint/fold"
)

// The form and the tables of risks, assets and treatment plans, by their
// numbers in the built-in catalogue.
const (
	AssetForm, AssetTable = "ISMS-B-01", "assets"
	RiskForm, RiskTable   = "ISMS-B-02", "risks"
	PlanForm, PlanTable   = "ISMS-B-03", "items"
)

// Risk is one row of the risk assessment, as the risk model reads it.
type Risk struct {
	*Row
	// Before is the assessment before treatment, After the residual one.
	Before, After Assessment
	// Excused reports whether the row says that an asset has no risk worth
	// assessing.
	Excused bool
	// Decision is accept, treat or whatever else is written.
	Decision Value
	// Options are the options of treatment, canonical where they are known:
	// reduce, share, avoid, retain.
	Options []Value
}

// Assessment is one risk value and what it is made of.
type Assessment struct {
	// Levels are the factors in the order of the model.
	Levels []RiskLevel
	// Stated is the value as written, StatedNumber it as a number where
	// IsNumber says so.
	Stated       Value
	StatedNumber float64
	IsNumber     bool
	// Computed is the value that the formula gives where Complete says that
	// all factors are on their scales.
	Computed float64
	Complete bool
	// Band is the band of the computed value, else of the stated one, else
	// nil; StatedBand that of the stated one, by number or name, or nil.
	Band, StatedBand *RiskBand
}

// RiskLevel is the value of one factor.
type RiskLevel struct {
	Value
	// Index is the index into the scale of the factor, or -1.
	Index int
}

// Treated reports whether the risk is to be treated.
func (r *Risk) Treated() bool { return r.Decision.Text == "treat" }

// Accepted reports whether the risk is accepted as it is.
func (r *Risk) Accepted() bool { return r.Decision.Text == "accept" }

// HasOption reports whether one of the options is the given one.
func (r *Risk) HasOption(option string) bool {
	return slices.ContainsFunc(r.Options, func(v Value) bool { return v.Text == option })
}

// Agrees reports whether the stated value is the computed one, or one of them
// is not known.
func (a *Assessment) Agrees() bool {
	switch {
	case !a.Complete || a.Stated.None():
		return true
	case a.IsNumber:
		return a.StatedNumber == a.Computed
	}
	return a.StatedBand != nil && a.StatedBand == a.Band
}

// RiskModel returns the risk model of the organisation, which is compiled when
// it is first asked for. The error is one of the configuration.
func (o *Organization) RiskModel() (*RiskModel, error) { return o.riskModel() }

// Risks returns the risks that the file assesses, none when it is not the risk
// assessment or when the model of the configuration cannot be used.
func (f *File) Risks() []Risk {
	if f.risks == nil {
		return nil
	}
	return f.risks()
}

// Risks returns the risks of all files that are not obsolete.
func (s *System) Risks() []Risk { return s.risks() }

func risksOf(files []*File) []Risk {
	var all []Risk
	for _, f := range files {
		if f.Meta.Status != Obsolete {
			all = append(all, f.Risks()...)
		}
	}
	return all
}

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
		Row: row, Decision: row.Value("decision"), Options: row.List("option"),
		Before: r.assess(row, r.before, "value"), After: r.assess(row, r.after, "residual_value"),
	}
	if c := r.table.Schema.Column("threat"); c != nil {
		text := WithoutRemark(row.Written("threat").Text)
		risk.Excused = text != "" && slices.ContainsFunc(c.Excuses, func(excuse string) bool { return fold.Equal(excuse, text) })
	}
	return risk
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

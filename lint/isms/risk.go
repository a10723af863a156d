package isms

import "slices"

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
func (s *System) Risks() []Risk {
	s.note(readForm, RiskForm)
	return s.risks()
}

func risksOf(files []*File) []Risk {
	var all []Risk
	for _, f := range files {
		if f.Meta.Status != Obsolete {
			all = append(all, f.Risks()...)
		}
	}
	return all
}

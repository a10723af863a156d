package config

import (
	"math"
	"slices"

	"github.com/ismslint/ismslint/lint/formula"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// Compile compiles the formula of the risk model. Errors are [*message.Error].
func (r *Risk) Compile() (*formula.Formula, error) {
	factors := make([]formula.Factor, len(r.Factors))
	for i, f := range r.Factors {
		factors[i] = formula.Factor{Name: f.Name, Scale: f.Scale}
	}
	return formula.Compile(r.Formula, factors)
}

// riskFormula reports a formula that gives no number for some combination of
// the factors, and values that no band holds. n is the section of the file.
func (r *reader) riskFormula(n *source.Node) {
	compiled, err := r.Risk.Compile()
	if err != nil {
		r.problems = append(r.problems, Problem{r.formulaPlace(n), text(err)})
		return
	}
	values, bands := compiled.Values(), r.Risk.Bands
	if i := slices.IndexFunc(values, isFraction); i >= 0 && !slices.ContainsFunc(r.Risk.Factors, hasFraction) {
		r.problem(r.formulaPlace(n), "リスク値が%[1]sのように整数にならない組合せがあるため、計算式を見直してください",
			"the formula gives %[1]s for some combination, expected whole numbers, as those of the factors are", decimal(values[i]))
		return
	}
	if len(values) == 0 || len(bands) == 0 {
		return
	}
	last := bands[len(bands)-1]
	highest := values[len(values)-1]
	if last.Max == nil || highest <= *last.Max {
		return
	}
	at := last.Span
	if at == (source.Span{}) {
		at = r.formulaPlace(n)
	}
	r.problem(at, "リスク値%[1]sがどの区分にも入らないため、最後の区分「%[2]s」の上限値%[3]sを外すか、区分を追加してください",
		"risk value %[1]s belongs to no band; leave out max %[3]s of the last band %[2]q, or add a band",
		decimal(highest), excerpt(last.Name), decimal(*last.Max))
}

func isFraction(v float64) bool { return v != math.Trunc(v) }

func hasFraction(f Factor) bool { return slices.ContainsFunc(f.Scale, isFraction) }

// formulaPlace returns the formula, or where it is the built-in one, the place
// of what does not fit it.
func (r *reader) formulaPlace(n *source.Node) source.Span {
	if f := n.Get("formula"); f != nil {
		return f.Span
	}
	i := slices.IndexFunc(r.Risk.Factors, func(f Factor) bool { return f.Span != source.Span{} })
	if i >= 0 {
		return r.Risk.Factors[i].Span
	}
	return r.head(n)
}

// text returns an error in both languages.
func text(err error) message.Text {
	if e, ok := err.(*message.Error); ok {
		return message.Text{JA: e.In(message.Japanese), EN: e.In(message.English)}
	}
	return message.Same(err.Error())
}

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
	r.emptyBand(values)
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

// emptyBand reports the first band that none of the values, in rising order,
// belongs to. The built-in bands are left alone.
func (r *reader) emptyBand(values []float64) {
	next := 0
	for _, b := range r.Risk.Bands {
		first := next
		for next < len(values) && (b.Max == nil || values[next] <= *b.Max) {
			next++
		}
		if next > first || b.Span == (source.Span{}) {
			continue
		}
		r.problem(b.Span, "区分「%[1]s」に入るリスク値がないため、上限値（max）を見直すか、区分を削除してください（リスク値は%[2]sから%[3]sまで）",
			"no risk value belongs to band %[1]q, expected other limits or no such band; the values run from %[2]s to %[3]s",
			excerpt(b.Name), decimal(values[0]), decimal(values[len(values)-1]))
		return
	}
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

// Package formula compiles and evaluates the formula of a risk model: an
// expression of CEL (https://cel.dev) over the factors that the organisation
// declares, such as impact * (threat + vulnerability).
//
// All numbers are taken as decimal fractions, so that a division never drops
// its remainder without notice. Besides the operators of CEL there are
// math.greatest and math.least.
package formula

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/ext"

	"github.com/ismslint/ismslint/lint/message"
)

// MaxCombinations bounds how many combinations of factors a model may have;
// they are all tried when it is compiled.
const MaxCombinations = 100_000

// maxValue bounds risk values: above it not every whole number is told from the
// next one.
const maxValue = 1 << 53

// maxLength is the length of a formula, in bytes, above which it is refused.
const maxLength = 2_000

// Factor is one factor and the values of its scale.
type Factor struct {
	Name  string
	Scale []float64
}

// Formula is a compiled formula. It is safe for concurrent use.
type Formula struct {
	factors []Factor
	program cel.Program
	divides bool // whether the expression divides
	// table holds the value of every combination, the last factor running fastest.
	table  []float64
	values []float64
}

// Compile compiles an expression and evaluates it for every combination of the
// factors, so that a division by zero or another failure is found before any
// document is read. Errors are [*message.Error].
func Compile(expression string, factors []Factor) (*Formula, error) {
	if len(expression) > maxLength {
		return nil, message.Errorf("計算式が長すぎます（%d 文字まで）", "the formula is longer than %d characters", maxLength)
	}
	env, err := environment(factors)
	if err != nil {
		return nil, err
	}
	checked, issues := env.Compile(decimals(expression))
	if issues.Err() == nil {
		return evaluate(env, checked, factors, expression)
	}
	// The type checker refuses a table that is indexed by a factor, which works
	// all the same: [[1, 2], [2, 4]][impact - 1][threat - 1].
	if parsed, problems := env.Parse(decimals(expression)); problems.Err() == nil {
		if f, err := evaluate(env, parsed, factors, expression); err == nil {
			return f, nil
		}
	}
	return nil, refusal(expression, factors, issues.Err().Error())
}

// evaluate makes a program and tries it on every combination of the factors.
func evaluate(env *cel.Env, ast *cel.Ast, factors []Factor, expression string) (*Formula, error) {
	program, err := env.Program(ast, cel.CostLimit(10_000))
	if err != nil {
		return nil, message.Wrap(err, "計算式を使えません", "cannot use the formula")
	}
	f := &Formula{factors: factors, program: program, divides: strings.Contains(expression, "/")}
	return f, f.tabulate()
}

func environment(factors []Factor) (*cel.Env, error) {
	options := []cel.EnvOption{ext.Math()}
	combinations := 1
	for _, f := range factors {
		options = append(options, cel.Variable(f.Name, cel.DynType))
		if combinations *= max(1, len(f.Scale)); combinations > MaxCombinations {
			return nil, message.Errorf("リスクの要素の組合せが多すぎます（%d 通りまで）。要素か段階を減らしてください",
				"the factors of the risk model have more than %d combinations; use fewer factors or levels", MaxCombinations)
		}
	}
	env, err := cel.NewEnv(options...)
	if err != nil {
		return nil, message.Wrap(err, "リスクの要素（%s）の名前を計算式に使えません。英字で始まる英数字と _ にしてください",
			"the factors %s cannot be used in a formula; name them with letters, digits and _", strings.Join(names(factors), ", "))
	}
	return env, nil
}

// Value evaluates the formula. values are those of the factors in the order of
// their declaration.
func (f *Formula) Value(values []float64) (float64, error) {
	input := make(map[string]any, len(f.factors))
	for i, factor := range f.factors {
		input[factor.Name] = values[i]
	}
	out, _, err := f.program.Eval(input)
	if err != nil {
		return 0, message.Wrap(err, "%sのとき計算できません", "there is no result for %s", f.describe(values))
	}
	result, ok := out.(types.Double)
	if !ok {
		return 0, message.Errorf("計算の結果が数値になりません（%s）", "the result is not a number (%s)", f.describe(values))
	}
	switch v := float64(result); {
	case math.Abs(v) <= maxValue:
		return v, nil
	case f.divides && (math.IsInf(v, 0) || math.IsNaN(v)):
		return 0, message.Errorf("%sのとき 0 で割っています", "there is a division by zero for %s", f.describe(values))
	}
	return 0, message.Errorf("%sのとき、計算の結果が大きすぎて扱えません", "the result is too large for %s", f.describe(values))
}

// At returns the value of a combination of the factors that is given by the
// indexes into their scales, in the order of their declaration.
func (f *Formula) At(levels []int) float64 {
	i := 0
	for k, factor := range f.factors {
		i = i*len(factor.Scale) + levels[k]
	}
	return f.table[i]
}

// Values are the values that the formula can take, in rising order.
func (f *Formula) Values() []float64 { return f.values }

// tabulate evaluates every combination of the factors.
func (f *Formula) tabulate() error {
	at := make([]int, len(f.factors))
	values := make([]float64, len(f.factors))
	for {
		for i, factor := range f.factors {
			values[i] = factor.Scale[at[i]]
		}
		v, err := f.Value(values)
		if err != nil {
			return err
		}
		f.table = append(f.table, v)
		i := len(at) - 1
		for ; i >= 0; i-- {
			if at[i]++; at[i] < len(f.factors[i].Scale) {
				break
			}
			at[i] = 0
		}
		if i < 0 {
			break
		}
	}
	f.values = slices.Clone(f.table)
	slices.Sort(f.values)
	f.values = slices.Compact(f.values)
	return nil
}

func (f *Formula) describe(values []float64) string {
	var parts []string
	for i, factor := range f.factors {
		parts = append(parts, fmt.Sprintf("%s = %v", factor.Name, values[i]))
	}
	return strings.Join(parts, ", ")
}

func names(factors []Factor) []string {
	var out []string
	for _, f := range factors {
		out = append(out, f.Name)
	}
	return out
}

package formula_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/formula"
	"github.com/ismslint/ismslint/lint/message"
)

var three = []float64{1, 2, 3}

func threeFactors() []formula.Factor {
	return []formula.Factor{{"impact", three}, {"threat", three}, {"vulnerability", three}}
}

// TestJapaneseModel holds the figures of domain §3.1.
func TestJapaneseModel(t *testing.T) {
	f, err := formula.Compile("impact * (threat + vulnerability)", threeFactors())
	if err != nil {
		t.Fatal(err)
	}
	if want := []float64{2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 18}; !slices.Equal(f.Values(), want) {
		t.Errorf("values %v, want %v", f.Values(), want)
	}
	for _, d := range three {
		for _, threat := range three {
			for _, v := range three {
				if got, err := f.Value([]float64{d, threat, v}); err != nil || got != d*(threat+v) {
					t.Errorf("value of %v, %v, %v: %v, %v", d, threat, v, got, err)
				}
				if got := f.At([]int{int(d) - 1, int(threat) - 1, int(v) - 1}); got != d*(threat+v) {
					t.Errorf("value at %v, %v, %v: %v", d, threat, v, got)
				}
			}
		}
	}
}

func TestOtherModels(t *testing.T) {
	tests := []struct {
		expression string
		values     []float64
		want       float64
	}{
		{"math.greatest(impact, threat) * vulnerability", []float64{1, 3, 2}, 6},
		{"2 * impact + 1", []float64{3, 1, 1}, 7},
		{"impact / 2", []float64{3, 1, 1}, 1.5},
		{"impact >= 3 ? 10 : threat", []float64{3, 1, 1}, 10},
		{"[[1, 2, 3], [2, 4, 6], [3, 6, 9]][impact - 1][threat - 1]", []float64{3, 2, 1}, 6},
		{"impact * 1.5e1", []float64{2, 1, 1}, 30},
	}
	for _, test := range tests {
		f, err := formula.Compile(test.expression, threeFactors())
		if err != nil {
			t.Errorf("%s: %v", test.expression, err)
			continue
		}
		if got, err := f.Value(test.values); err != nil || got != test.want {
			t.Errorf("%s of %v: %v, %v; want %v", test.expression, test.values, got, err, test.want)
		}
	}
}

func TestRefusals(t *testing.T) {
	many := make([]float64, 400)
	tests := []struct {
		expression string
		factors    []formula.Factor
		want       string
	}{
		{"impact *", threeFactors(), "cannot understand"},
		{"impact * (threat", threeFactors(), "brackets do not match"},
		{"impact * likelyhood", threeFactors(), `"likelyhood" is no declared factor`},
		{"max(impact, threat)", threeFactors(), "math.greatest"},
		{"impact × threat", threeFactors(), `"×" cannot be used`},
		{"impact * 1e308 * threat * vulnerability", threeFactors(), "too large"},
		{"impakt * 2", threeFactors(), "impact, threat, vulnerability"},
		{"impact / (threat - 1)", threeFactors(), "division by zero for impact = 1, threat = 1"},
		{"impact > 2", threeFactors(), "not a number"},
		{`"high"`, threeFactors(), "not a number"},
		{"[1, 2][impact]", threeFactors(), "no result for impact = 2"},
		{strings.Repeat("impact + ", 400) + "1", threeFactors(), "longer than"},
		{"a * b", []formula.Factor{{"a", many}, {"b", many}}, "combinations"},
		{"a", []formula.Factor{{"影響", three}}, "cannot"},
	}
	for _, test := range tests {
		_, err := formula.Compile(test.expression, test.factors)
		var spoken *message.Error
		if !errors.As(err, &spoken) {
			t.Errorf("%.40s: error %v, want one in both languages", test.expression, err)
			continue
		}
		if !strings.Contains(spoken.In(message.English), test.want) || spoken.JA == "" {
			t.Errorf("%.40s: %q, want it to contain %q", test.expression, spoken.In(message.English), test.want)
		}
	}
}

// FuzzCompile: hostile formulas are refused or evaluated, never worse.
func FuzzCompile(f *testing.F) {
	f.Add("impact * (threat + vulnerability)")
	f.Add("[1,2,3].map(x, x * impact)[0]")
	f.Add("0x1F + 3u + 1e5")
	f.Add(`"a\"`)
	f.Fuzz(func(t *testing.T, expression string) {
		c, err := formula.Compile(expression, threeFactors())
		if err == nil && len(c.Values()) == 0 {
			t.Error("a formula without values was accepted")
		}
	})
}

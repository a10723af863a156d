package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var riskMatrix = &lint.Rule{
	Name:         "risk/matrix",
	Severity:     lint.Error,
	Requirements: []string{"RSK-010", "RSK-013"},
	Clauses:      []string{"6.1.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "文書に示したリスク値の表が、計算式で求めた値と一致しません",
			EN: "a printed risk matrix differs from the values that the formula gives",
		},
		Why: message.Text{
			JA: "表と計算式が違うと、どちらで評価したかによって対応の要否が変わります",
			EN: "where matrix and formula differ, whether a risk is treated depends on which of the two was read",
		},
		Wrong: `# ISMSマニュアル

## 6.1.2 リスク値

| D \ (T,V) | 1,1 | 1,2 | 1,3 | 2,1 | 2,2 | 2,3 | 3,1 | 3,2 | 3,3 |
|---|---|---|---|---|---|---|---|---|---|
| 1 | 2 | 3 | 4 | 3 | 4 | 5 | 4 | 5 | 6 |
| 2 | 4 | 6 | 8 | 6 | 10 | 8 | 8 | 10 | 12 |
| 3 | 6 | 9 | 12 | 9 | 12 | 15 | 12 | 15 | 18 |
`,
		Right: `# ISMSマニュアル

## 6.1.2 リスク値

| D \ (T,V) | 1,1 | 1,2 | 1,3 | 2,1 | 2,2 | 2,3 | 3,1 | 3,2 | 3,3 |
|---|---|---|---|---|---|---|---|---|---|
| 1 | 2 | 3 | 4 | 3 | 4 | 5 | 4 | 5 | 6 |
| 2 | 4 | 6 | 8 | 6 | 8 | 10 | 8 | 10 | 12 |
| 3 | 6 | 9 | 12 | 9 | 12 | 15 | 12 | 15 | 18 |
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Kind != isms.Controlled || f.Meta.Status == isms.Obsolete {
			return
		}
		bound := map[int]bool{}
		for _, t := range f.Tables {
			bound[t.Index] = true
		}
		for i := range f.Doc.Tables {
			if bound[i] || !isms.MayBeMatrix(f.Doc, i) {
				continue
			}
			if m := riskModelOf(p); m != nil {
				checkMatrix(p, f, m, m.Matrix(f.Doc, i))
			}
		}
	},
}

// maxWrongCells is the number of wrong cells of a matrix beyond which the
// matrix as a whole is reported.
const maxWrongCells = 5

func checkMatrix(p *lint.Pass, f *isms.File, m *isms.RiskModel, x *isms.RiskMatrix) {
	if x == nil {
		return
	}
	var wrong []*isms.MatrixCell
	for i := range x.Cells {
		if c := &x.Cells[i]; !agrees(m, c) {
			wrong = append(wrong, c)
		}
	}
	if len(wrong) > maxWrongCells {
		first := wrong[0]
		p.Reportf(f, first.Span, "リスク値の表が計算式と%[1]d個のセルで異なります（このセルは「%[2]s」、計算式では%[3]s）。表か ismslint.toml の計算式を見直してください",
			"the matrix differs from the formula in %[1]d cells (here %[2]q, expected %[3]s); mend the matrix, or the formula in ismslint.toml",
			len(wrong), cellExcerpt(first.Text), isms.RiskDecimal(first.Value))
		return
	}
	for _, c := range wrong {
		p.Reportf(f, c.Span, "リスク値の表のセルが「%[1]s」ですが、計算式では%[2]sになります（%[3]s）",
			"this cell of the matrix is %[1]q, expected %[2]s, as the formula has it for %[3]s",
			cellExcerpt(c.Text), isms.RiskDecimal(c.Value), combination(m, c.Levels))
	}
}

func agrees(m *isms.RiskModel, c *isms.MatrixCell) bool {
	if v, ok := isms.RiskNumber(c.Text); ok {
		return v == c.Value
	}
	return m.BandNamed(c.Text) != nil && m.BandNamed(c.Text) == m.Band(c.Value)
}

// combination writes levels of the factors: impact 2, threat 1.
func combination(m *isms.RiskModel, levels []int) message.Text {
	var parts []string
	for i := range m.Factors {
		parts = append(parts, m.Factors[i].Name+" "+isms.RiskDecimal(m.Factors[i].Scale[levels[i]]))
	}
	return message.Text{JA: strings.Join(parts, "、"), EN: strings.Join(parts, ", ")}
}

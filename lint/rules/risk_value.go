package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var riskValue = &lint.Rule{
	Name:         "risk/value",
	Severity:     lint.Error,
	Requirements: []string{"RSK-001"},
	Clauses:      []string{"6.1.2", "8.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "リスク値が、計算式で求めた値と一致しません",
			EN: "a risk value differs from the one that the formula gives",
		},
		Why: message.Text{
			JA: "値を誤ると、対応の要るリスクが受容されたり、その逆が起きたりします。計算式は ismslint.toml の [risk] で定めます。値は --fix で計算し直せます",
			EN: "with a wrong value a risk that needs treatment is accepted, or the other way round; the formula is set in [risk] of ismslint.toml, and --fix computes the value anew",
		},
		Wrong: riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 3 | 8 | 受容 | 持出しが少ない | 保有 | - | 2 | 2 | 3 | 10 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | - |"),
		Right: riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 2 | 8 | 受容 | 持出しが少ない | 保有 | - | 2 | 2 | 2 | 8 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | - |"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		eachRisk(f, func(r *isms.Risk) { checkRiskValue(p, r.Row, &r.Before, "value") })
	},
}

package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var riskScale = &lint.Rule{
	Name:         "risk/scale",
	Severity:     lint.Error,
	Requirements: []string{"RSK-001", "RSK-014"},
	Clauses:      []string{"6.1.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "損害・脅威・ぜい弱性などの評価値が、定めた尺度にない値です",
			EN: "the value of a factor of risk, such as impact or threat, is not on its scale",
		},
		Why: message.Text{
			JA: "尺度にない値や小数があると、リスク同士を比べられず、基準どおりに評価したと言えません。尺度と呼び方（高・中・低など）は ismslint.toml の [risk.factors] と [risk.labels] で定めます",
			EN: "with values off the scale risks cannot be compared, and nobody can claim that the criteria were used; scales and their labels (high, medium, low) are set in [risk.factors] and [risk.labels] of ismslint.toml",
		},
		Wrong: riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2.5 | 4 | 10 | 対応 | - | 低減 | A.7.8 | 2 | 1 | 1 | 4 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | RTP-001 |"),
		Right: riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 3 | 10 | 対応 | - | 低減 | A.7.8 | 2 | 1 | 1 | 4 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | RTP-001 |"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		eachRisk(f, func(r *isms.Risk) {
			checkLevels(p, r.Row, r.Before.Levels, func(c *schema.Column) string { return c.Factor })
			own := slices.Clone(r.After.Levels)
			for i := range own {
				if own[i].Span == r.Before.Levels[i].Span {
					own[i].Value = isms.Value{} // the treatment leaves it as it is
				}
			}
			checkLevels(p, r.Row, own, func(c *schema.Column) string { return c.Residual })
		})
	},
}

// checkLevels reports the levels that are not on their scales. factorOf returns
// the factor that a column holds.
func checkLevels(p *lint.Pass, r *isms.Row, levels []isms.RiskLevel, factorOf func(*schema.Column) string) {
	m := riskModelOf(p)
	for i := range levels {
		l := &levels[i]
		if l.Index >= 0 || l.None() || l.Ditto() || isOpenCell(r.Table, l.Text) {
			continue
		}
		title := message.Same(m.Factors[i].Name)
		for k := range r.Table.Schema.Columns {
			if c := &r.Table.Schema.Columns[k]; factorOf(c) == m.Factors[i].Name {
				title = columnTitle(r.Table, c)
			}
		}
		reportRisk(p, r, l.Value, message.Textf(
			"%[1]s「%[2]s」の「%[3]s」は、定めた尺度にありません。%[4]sのいずれかを、単位を付けずに記入してください",
			"%[2]q%[1]s is %[3]q, which is not on the scale, expected one of %[4]s, without a unit",
			ofRow(r), title, cellExcerpt(l.Text), m.Factors[i].Describe()))
	}
}

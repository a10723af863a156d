package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var soaReasonOnlyStandard = &lint.Rule{
	Name:         "soa/reason-only-standard",
	Severity:     lint.Warning,
	Requirements: []string{"A02-3"},
	Clauses:      []string{"6.1.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "管理策を採用した理由が、規格が求めるからというだけです",
			EN: "a control is included only because the standard asks for it",
		},
		Why: message.Text{
			JA: "附属書Aは必須の一覧ではなく、リスク対応に必要な管理策を見落としていないかを確かめるためのものです。リスク、法令又は契約につながらない管理策は、要るのかどうかを判断できません",
			EN: "Annex A is no list of duties but a check that no necessary control was overlooked; a control that no risk, law or contract calls for cannot be judged",
		},
		Wrong: soaExample(`| A.8.17 | クロックの同期 | ○ | ISO/IEC 27001の要求事項であるため | 実施 | ISMS-A-04 | - |
`),
		Right: soaExample(`| A.8.17 | クロックの同期 | ○ | 複数の機器のログを突き合わせて侵入の経緯を調べるため | 実施 | ISMS-A-04 | R-035 |
`),
	},
	Document: statementRule(func(p *lint.Pass, _ *isms.Statement, r *isms.StatementRow) {
		if r.Applicable != isms.Applicable || !r.Row.Written("risks").None() || !r.Row.Written("requirements").None() {
			return
		}
		reason, ok := reasonOf(r)
		if !ok || reason.None() || !onlyStandard(reason.Text) {
			return
		}
		reportControl(p, r, lint.Default, reason.Span, message.Textf(
			"「%[1]s」を採用した理由が「%[2]s」だけです。対応するリスク、法令又は契約を示してください",
			"the only reason for %[1]q is %[2]q, expected the risk, law or contract that calls for the control", controlName(r), cellExcerpt(reason.Text)))
	}),
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var riskReason = &lint.Rule{
	Name:         "risk/reason",
	Severity:     lint.Error,
	Requirements: []string{"RSK-003"},
	Clauses:      []string{"6.1.2", "8.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "受容か対応かを個別に判断するリスクに、判断の理由がありません",
			EN: "a risk whose value leaves the decision open has no reason for it",
		},
		Why: message.Text{
			JA: "この区分では、資産と脅威の状況を考えて決めることになっています。理由がなければ、考えたうえでの決定かどうかを確かめられません",
			EN: "in this band the decision depends on the asset and the threat, and without the reason nobody can tell that they were considered",
		},
		Wrong: riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 2 | 8 | 受容 | - | 保有 | - | 2 | 2 | 2 | 8 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | - |"),
		Right: riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 2 | 8 | 受容 | 端末は暗号化しており、盗まれても情報は読まれない | 保有 | - | 2 | 2 | 2 | 8 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | - |"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		m := riskModelOf(p)
		eachFinishedRisk(f, func(r *isms.Risk) {
			band, reason := r.Before.Band, r.Written("reason")
			if band == nil || band.Treatment != isms.DecideRisk || r.Decision.None() || !reason.None() || !r.Before.Agrees() {
				return
			}
			reportRisk(p, r.Row, reason, message.Textf(
				"%[1]s「%[2]s」%[3]sは%[4]sの区分なので、「%[5]s」と決めた理由を記入してください",
				"%[2]q %[3]s%[1]s is in band %[4]s, expected the reason for the decision %[5]q",
				ofRow(r.Row), riskTitle(r.Row, "value"), valueText(r), bandName(m, band), cellExcerpt(r.Written("decision").Text)))
		})
	},
}

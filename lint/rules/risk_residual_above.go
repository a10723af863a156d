package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var riskResidualAbove = &lint.Rule{
	Name:         "risk/residual-above",
	Severity:     lint.Error,
	Requirements: []string{"RSK-006"},
	Clauses:      []string{"6.1.3", "8.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "対応の後に残るリスクが受容基準を超えたままです",
			EN: "the risk that remains after treatment is above the criteria of acceptance",
		},
		Why: message.Text{
			JA: "対応は受容できる値まで下げるために行います。下げきれないときは、残るリスクを誰がなぜ受け入れたかを記録しなければなりません",
			EN: "treatment is to bring the risk to where it is acceptable, and where it cannot, who accepted what remains, and why, must be on record",
		},
		Wrong: riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 3 | 2 | 3 | 15 | 対応 | - | 低減 | A.7.8 | 3 | 2 | 2 | 12 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | RTP-001 |"),
		Right: riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 3 | 2 | 3 | 15 | 対応 | - | 低減 | A.7.8 | 3 | 1 | 1 | 6 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | RTP-001 |"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		m := riskModelOf(p)
		eachFinishedRisk(f, func(r *isms.Risk) {
			band := r.After.Band
			if !r.Treated() || band == nil || !r.After.Agrees() || r.After.Stated.None() {
				return
			}
			value, _ := riskValueOf(&r.After)
			switch {
			case band.Treatment == isms.TreatRisk && !hasException(r):
				reportRisk(p, r.Row, r.After.Stated, message.Textf(
					"%[1]s「%[2]s」%[3]sは%[4]sの区分のままです。管理策を追加するか、損害の及ぶ範囲と委員会の議事録番号を記入してください",
					"%[2]q%[1]s is %[3]s, still in band %[4]s, expected further controls, or the extent of the damage and the minutes of the committee",
					ofRow(r.Row), riskTitle(r.Row, "residual_value"), isms.RiskDecimal(value), bandName(m, band)))
			case band.Treatment == isms.DecideRisk && r.Written("reason").None():
				warnRisk(p, r.Row, r.After.Stated, message.Textf(
					"%[1]s「%[2]s」%[3]sは%[4]sの区分です。管理策を追加するか、残るリスクを受容する理由を記入してください",
					"%[2]q%[1]s is %[3]s, in band %[4]s, expected further controls, or the reason why what remains is accepted",
					ofRow(r.Row), riskTitle(r.Row, "residual_value"), isms.RiskDecimal(value), bandName(m, band)))
			}
		})
	},
}

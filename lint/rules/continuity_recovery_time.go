package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var continuityRecoveryTime = &lint.Rule{
	Name:         "continuity/recovery-time",
	Severity:     lint.Error,
	Requirements: []string{"B05-1"},
	Clauses:      []string{"8.2"},
	Controls:     []string{"A.5.29", "A.5.30"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "目標復旧時間が、最大許容停止時間より長くなっています",
			EN: "the target recovery time is longer than the maximum tolerable outage",
		},
		Why: message.Text{
			JA: "目標どおりに復旧しても、事業が耐えられる時間を過ぎてしまいます。事業継続計画書の目標も、同じシナリオの最大許容停止時間と比べます",
			EN: "the business would be lost even if recovery went as planned; the targets of the business continuity plan are compared with the outage of their scenario too",
		},
		Wrong: scenarioExample("", "| BCS-001 | 大地震 | 受注 | 24時間 | 48時間 | 24時間 | 1 | 3 | 伊藤 美咲 | 2026-05-14 |\n"),
		Right: scenarioExample("", "| BCS-001 | 大地震 | 受注 | 72時間 | 48時間 | 24時間 | 1 | 3 | 伊藤 美咲 | 2026-05-14 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		eachScenario(s, func(r *isms.Row) { checkRecoveryTime(p, r, r) })
		for _, t := range s.Tables(continuity, "targets") {
			eachRowInForce(t, func(r *isms.Row) {
				for _, id := range r.List("scenario") {
					if scenario := s.Find("scenario", isms.WithoutRemark(id.Text)); scenario != nil && !isBroken(scenario) {
						checkPlannedTime(p, r, scenario)
					}
				}
			})
		}
	},
}

// checkRecoveryTime compares the target of a row with the outage that its
// scenario tolerates.
func checkRecoveryTime(p *lint.Pass, r, scenario *isms.Row) {
	rto, mtpd := r.Written("rto"), scenario.Written("mtpd")
	target, ok := duration(rto.Text)
	limit, hasLimit := duration(mtpd.Text)
	if !ok || !hasLimit || target <= limit {
		return
	}
	reportForm(p, r, rto, scenario.Name(), message.Textf(
		"%[1]s「%[2]s」が「%[3]s」で、「%[4]s」の「%[5]s」を超えています。どちらかを見直してください",
		"%[2]q%[1]s is %[3]q, expected at most %[5]q, its %[4]q",
		ofRow(r), riskTitle(r, "rto"), cellExcerpt(rto.Text), riskTitle(scenario, "mtpd"), cellExcerpt(mtpd.Text)),
		formRelated(scenario, mtpd, "最大許容停止時間", "maximum tolerable outage"))
}

// checkPlannedTime compares the target of the plan, unless the scenario has
// the same one, which is then reported there.
func checkPlannedTime(p *lint.Pass, r, scenario *isms.Row) {
	own, ok := duration(r.Written("rto").Text)
	assessed, hasAssessed := duration(scenario.Written("rto").Text)
	if scenario.Table.File.Meta.Status == isms.Draft || ok && hasAssessed && own == assessed {
		return
	}
	checkRecoveryTime(p, r, scenario)
}

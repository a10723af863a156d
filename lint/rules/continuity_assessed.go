package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var continuityAssessed = &lint.Rule{
	Name:         "continuity/assessed",
	Severity:     lint.Warning,
	Requirements: []string{"B05-3"},
	Clauses:      []string{"8.2"},
	Controls:     []string{"A.5.29", "A.5.30"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "事業継続のシナリオを1年以上評価し直していません",
			EN: "a scenario of disruption was not assessed for more than a year",
		},
		Why: message.Text{
			JA: "業務も拠点も委託先も毎年変わり、復旧の目標が実態と合わなくなります。1年に1か月の余裕を加えた期間を過ぎると指摘します",
			EN: "processes, sites and suppliers change, and targets no longer fit; it is reported when a year and one month of grace have passed",
		},
		Wrong: scenarioExample("", "| BCS-001 | 大地震 | 受注 | 72時間 | 48時間 | 24時間 | 1 | 3 | 伊藤 美咲 | 2025-05-14 |\n"),
		Right: scenarioExample("", "| BCS-001 | 大地震 | 受注 | 72時間 | 48時間 | 24時間 | 1 | 3 | 伊藤 美咲 | 2026-05-14 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for _, t := range s.Tables(scenarioForm, "scenarios") {
			reportOldScenarios(p, s, t)
		}
	},
}

// reportOldScenarios reports each day of an assessment that is too old.
func reportOldScenarios(p *lint.Pass, s *isms.System, t *isms.Table) {
	for _, o := range outdatedRows(t, "assessed", func(day date.Date) bool { return day.AddMonths(13).Before(s.AsOf()) }) {
		warnForm(p, o.first, o.day.Value, "", message.Textf(
			"%[1]s「%[2]s」が %[3]s で、1年より前です%[4]s。今の業務と備えで評価し直し、日付を改めてください",
			"%[2]q%[1]s is %[3]s%[4]s, expected an assessment within 12 months",
			ofRow(o.first), riskTitle(o.first, "assessed"), o.day.Date, o.others()))
	}
}

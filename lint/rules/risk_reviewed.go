package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var riskReviewed = &lint.Rule{
	Name:         "risk/reviewed",
	Severity:     lint.Warning,
	Requirements: []string{"CAL-002"},
	Clauses:      []string{"8.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "リスクアセスメントを、定期の見直しの月（4月）に行った記録がありません",
			EN: "nothing shows that the risks were assessed in the last month of the yearly review, April",
		},
		Why: message.Text{
			JA: "リスクアセスメントは毎年4月に行います。評価日か改訂履歴に4月の日付がないと、いつ行ったかを示せません。4月でないときは、ismslint.toml の periods.review_month に月を書きます。1年より前の評価は risk/outdated が指摘します",
			EN: "the risks are assessed each April; without a day of April among the assessments or revisions it cannot be shown. Another month is set by periods.review_month. Assessments of more than a year ago are for risk/outdated",
		},
		Wrong: olderRiskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 2 | 8 | 受容 | 暗号化している | 保有 | - | 2 | 2 | 2 | 8 | 伊藤 美咲 | 2026-06-20 | 2026-06-10 | - |"),
		Right: olderRiskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 2 | 8 | 受容 | 暗号化している | 保有 | - | 2 | 2 | 2 | 8 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | - |"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		due := lastMonthOver(p.Config.Periods.Review, s.AsOf())
		for _, t := range s.Tables(isms.RiskForm, isms.RiskTable) {
			if established := t.File.Meta.Established; established.Valid() && established.Date.Before(due) && !isOutdated(s, t) {
				reportLateReviewOf(p, t, due, "assessed")
			}
		}
	},
}

// isOutdated reports whether risk/outdated has something to say of a table.
func isOutdated(s *isms.System, t *isms.Table) bool {
	found := false
	eachIssue(t, func(r *isms.Row) {
		day := r.Day("assessed")
		found = found || day.Valid() && day.Date.AddMonths(13).Before(s.AsOf())
	})
	return found
}

// olderRiskExample is a risk assessment that was established a year before.
func olderRiskExample(row string) string {
	return strings.ReplaceAll(riskExample(row), ": 2026-04-20\n", ": 2025-04-20\n")
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var riskOutdated = &lint.Rule{
	Name:         "risk/outdated",
	Severity:     lint.Warning,
	Requirements: []string{"RSK-012"},
	Clauses:      []string{"8.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "リスクの評価日が1年より前で、今の年度の評価になっていません",
			EN: "a risk was last assessed more than a year ago, outside of the current annual cycle",
		},
		Why: message.Text{
			JA: "リスクアセスメントは毎年すべての行について行います。1年に1か月の余裕を加えた期間を過ぎると指摘します",
			EN: "every row is assessed each year; it is reported when a year and one month of grace have passed",
		},
		Wrong: riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 2 | 8 | 受容 | 暗号化している | 保有 | - | 2 | 2 | 2 | 8 | 伊藤 美咲 | 2025-04-20 | 2025-04-10 | - |"),
		Right: riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 2 | 8 | 受容 | 暗号化している | 保有 | - | 2 | 2 | 2 | 8 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | - |"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for _, f := range s.OfForm(isms.RiskForm) {
			if f.Meta.Status != isms.Draft {
				reportOutdated(p, s, f)
			}
		}
	},
}

// outdated is the first of the risks of a table that were assessed on one day.
type outdated struct {
	first *isms.Row
	day   isms.Day
	count int
}

// reportOutdated reports each day of assessment once, so that a year that was
// missed is one finding and not as many as there are risks.
func reportOutdated(p *lint.Pass, s *isms.System, f *isms.File) {
	type group struct {
		table *isms.Table
		day   date.Date
	}
	groups := map[group]*outdated{}
	var order []*outdated
	eachRisk(f, func(r *isms.Risk) {
		day := r.Day("assessed")
		if !day.Valid() || !day.Date.AddMonths(13).Before(s.AsOf()) {
			return
		}
		key := group{r.Table, day.Date}
		if groups[key] == nil {
			groups[key] = &outdated{first: r.Row, day: day}
			order = append(order, groups[key])
		}
		groups[key].count++
	})
	for _, o := range order {
		others := message.Text{}
		if o.count > 1 {
			others = message.Textf("（同じ日の評価は全部で%d件）", " (%d risks of that day in all)", o.count)
		}
		warnRisk(p, o.first, o.day.Value, message.Textf(
			"%[1]s「%[2]s」が%[3]sで、1年より前です%[4]s。今の状況で評価し直し、日付を改めてください",
			"%[2]q%[1]s is %[3]s, more than a year ago%[4]s, expected an assessment within the current annual cycle",
			ofRow(o.first), riskTitle(o.first, "assessed"), o.day.Date, others))
	}
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var continuityDisaster = &lint.Rule{
	Name:         "continuity/disaster",
	Severity:     lint.Warning,
	Requirements: []string{"B05-4"},
	Clauses:      []string{"8.2"},
	Controls:     []string{"A.5.29", "A.5.30", "A.7.5"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "事業継続リスクアセスメントに、自然災害のシナリオがありません",
			EN: "no scenario of the business continuity risk assessment is a natural disaster",
		},
		Why: message.Text{
			JA: "地震や水害は、拠点と人が同時に使えなくなる点で、ほかの障害と備えが異なります",
			EN: "an earthquake or flood takes site and people at once, which other failures do not, and needs preparations of its own",
		},
		Wrong: scenarioExample("", "| BCS-001 | クラウド基盤の障害 | 受注 | 72時間 | 48時間 | 24時間 | 1 | 3 | 伊藤 美咲 | 2026-05-14 |\n"),
		Right: scenarioExample("", "| BCS-001 | 大地震 | 受注 | 72時間 | 48時間 | 24時間 | 1 | 3 | 伊藤 美咲 | 2026-05-14 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		var table *isms.Table
		covered := false
		eachScenario(s, func(r *isms.Row) {
			if table == nil {
				table = r.Table
			}
			covered = covered || isNaturalDisaster(fold.Key(r.Written("scenario").Text))
		})
		if table == nil || covered || !table.Has("scenario") {
			return
		}
		at := table.HeaderSpan()
		if i, ok := table.Columns["scenario"]; ok {
			at = table.Header[i].Span
		}
		f := tableFinding(table, at, message.Textf(
			"「%[1]s」に地震、水害などの自然災害がありません。拠点と人が同時に使えなくなる事態を加えてください",
			"no %[1]q is a natural disaster such as an earthquake or flood, expected one that takes site and people at once",
			columnTitle(table, table.Schema.Column("scenario"))))
		f.Severity = lint.Warning
		p.Report(f)
	},
}

func isNaturalDisaster(scenario string) bool {
	return containsOneOf(scenario, "地震", "震災", "災害", "被災", "津波", "噴火", "台風", "暴風", "豪雨", "大雨", "水害", "洪水", "浸水", "高潮", "土砂", "大雪", "雪害", "竜巻", "落雷", "猛暑",
		"earthquake", "disaster", "tsunami", "eruption", "volcan", "typhoon", "hurricane", "cyclone", "storm", "tornado", "flood", "heavyrain", "landslide", "snow", "blizzard", "lightning", "wildfire", "heatwave")
}

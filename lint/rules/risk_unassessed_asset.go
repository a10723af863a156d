package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var riskUnassessedAsset = &lint.Rule{
	Name:         "risk/unassessed-asset",
	Severity:     lint.Error,
	Requirements: []string{"RSK-007", "RSK-011"},
	Clauses:      []string{"6.1.2", "8.2"},
	Controls:     []string{"A.5.9"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "情報資産台帳の資産に、リスクの評価がないか、登録より前の評価しかありません",
			EN: "an asset of the register has no assessed risk, or only one from before it was registered",
		},
		Why: message.Text{
			JA: "評価していない資産には、守るべきものの漏れがあり得ます。重要なリスクがない資産は、脅威の欄に「重要なリスクなし」と書いた行で示します。登録から30日以内は指摘しません",
			EN: "what was not assessed may lack protection; for an asset without a significant risk give a row that says \"no significant risk\" as its threat; within 30 days of the registration nothing is reported",
		},
		Wrong: "-- registers/ISMS-B-01-情報資産台帳.md --\n" +
			registerExample(assetRows(`| AS-001 | 営業部 | 顧客名簿 | 情報 | 伊藤 美咲 | 営業部 | ファイルサーバ | 部外秘 | 3 | 2 | 2 | 2024-04-01 | 2026-04-01 |
| AS-002 | 営業部 | 名刺の綴り | 情報 | 伊藤 美咲 | 営業部 | 書庫 | 部外秘 | 2 | 1 | 1 | 2024-04-01 | 2026-04-01 |`)) +
			"-- registers/ISMS-B-02-リスクアセスメント結果表.md --\n" +
			riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 2 | 8 | 受容 | 暗号化している | 保有 | - | 2 | 2 | 2 | 8 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | - |"),
		Right: "-- registers/ISMS-B-01-情報資産台帳.md --\n" +
			registerExample(assetRows(`| AS-001 | 営業部 | 顧客名簿 | 情報 | 伊藤 美咲 | 営業部 | ファイルサーバ | 部外秘 | 3 | 2 | 2 | 2024-04-01 | 2026-04-01 |
| AS-002 | 営業部 | 名刺の綴り | 情報 | 伊藤 美咲 | 営業部 | 書庫 | 部外秘 | 2 | 1 | 1 | 2024-04-01 | 2026-04-01 |`)) +
			"-- registers/ISMS-B-02-リスクアセスメント結果表.md --\n" +
			riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 2 | 8 | 受容 | 暗号化している | 保有 | - | 2 | 2 | 2 | 8 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | - |",
				"| R-002 | AS-002 | 重要なリスクなし | - | - | - | - | - | 受容 | - | - | - | - | - | - | - | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | - |"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		assets := s.Tables(isms.AssetForm, isms.AssetTable)
		if len(assets) == 0 {
			return
		}
		if len(s.Tables(isms.RiskForm, isms.RiskTable)) == 0 {
			p.NotEvaluated(nil, "リスクアセスメント結果表の表がないため、資産の評価の有無を確かめられません",
				"there is no table of the risk assessment to look for the assets")
			return
		}
		if len(s.IDs("risk")) == 0 && !s.MayDefine("risk", "") {
			reportNoRisk(p, s)
			return
		}
		assessed, unclear, unknown := assessedAssets(s)
		var missing []*isms.Row
		for _, t := range assets {
			for i := range t.Rows {
				r := &t.Rows[i]
				if !needsAssessment(s, r) {
					continue
				}
				if a, ok := assessed[fold.Key(r.Name())]; ok {
					if !s.Repeats("asset", r.Name()) { // whose risk it is nobody can tell
						checkAssessed(p, r, a)
					}
				} else if !isCutOrLengthened(fold.Key(r.Name()), unknown) {
					missing = append(missing, r)
				}
			}
		}
		if len(missing) > unclear {
			reportUnassessed(p, missing)
		}
	},
}

// assessment is the last day on which an asset was assessed, and where.
type assessment struct {
	day date.Date
	row *isms.Row
}

// assessedAssets returns the assessments by the key of the asset. unclear counts
// the risks that name no asset, unknown are the ids that they name but nobody
// registered; other rules report both. A range of ids counts for those between
// its ends.
func assessedAssets(s *isms.System) (out map[string]assessment, unclear int, unknown []string) {
	out = map[string]assessment{}
	for r := range s.Rows(isms.RiskForm, isms.RiskTable) {
		a := assessment{day: r.Day("assessed").Date, row: r}
		for _, v := range r.List("asset") {
			for _, id := range citedIDs(v.Text) {
				if s.Find("asset", id) == nil {
					unknown = append(unknown, id)
				}
				if have, ok := out[id]; !ok || have.day.Before(a.day) {
					out[id] = a
				}
			}
		}
		if v := r.Written("asset"); v.None() || v.Ditto() {
			unclear++
		}
	}
	if s.MayDefine("risk", "") { // rows that could not be read
		unclear += len(s.IDs("asset"))
	}
	return out, unclear, unknown
}

// isCutOrLengthened reports whether one of the other ids is the id with
// characters left out or added at an end: AS-0240 for AS-024.
func isCutOrLengthened(id string, others []string) bool {
	return slices.ContainsFunc(others, func(other string) bool {
		return strings.Contains(other, id) || other != "" && strings.Contains(id, other)
	})
}

// needsAssessment reports whether the asset should have been assessed by now.
func needsAssessment(s *isms.System, r *isms.Row) bool {
	id, registered := r.Written("id"), r.Day("registered")
	return !id.None() && !id.Ditto() && r.Table.File.Meta.Status != isms.Draft &&
		!(registered.Valid() && s.AsOf().Before(registered.Date.AddDays(leeway+1)))
}

// unassessedAssets counts the assets that should have been assessed by now,
// where there is a risk assessment without any row.
func unassessedAssets(s *isms.System) int {
	n := 0
	for r := range s.Rows(isms.AssetForm, isms.AssetTable) {
		if needsAssessment(s, r) {
			n++
		}
	}
	return n
}

// reportNoRisk reports a risk assessment without any row as one finding.
func reportNoRisk(p *lint.Pass, s *isms.System) {
	t := s.Tables(isms.RiskForm, isms.RiskTable)[0]
	if n := unassessedAssets(s); n > 0 {
		p.Report(tableFinding(t, t.HeaderSpan(), message.Textf(
			"「%[1]s」の表に1行もありません。台帳にある資産%[2]d件のリスクを評価してください",
			"the table %[1]q has no row, expected the risks of the %[2]d assets of the register", t.Schema.Title, n)))
	}
}

func reportUnassessed(p *lint.Pass, assets []*isms.Row) {
	for _, r := range assets {
		id := r.Written("id")
		p.Report(tableFinding(r.Table, id.Span, message.Textf(
			"資産「%[1]s」のリスクを評価した行がありません。評価するか、「重要なリスクなし」の行を加えてください",
			"asset %[1]q has no row in the risk assessment, expected its risks, or a row that says \"no significant risk\"", cellExcerpt(id.Text))))
	}
}

// checkAssessed compares the day on which an asset was registered with its last
// assessment.
func checkAssessed(p *lint.Pass, r *isms.Row, a assessment) {
	registered := r.Day("registered")
	if !registered.Valid() || a.day.IsZero() || !a.day.Before(registered.Date) {
		return
	}
	p.Report(tableFinding(r.Table, registered.Span, message.Textf(
		"資産「%[1]s」の登録日%[2]sより後に評価したリスクがありません（最後の評価日は%[3]s）。登録後の状態で評価し直してください",
		"asset %[1]q was registered on %[2]s, but last assessed on %[3]s, expected an assessment after its registration",
		cellExcerpt(r.Name()), registered.Date, a.day),
		riskRelated(a.row, "assessed", "最後の評価", "last assessment")))
}

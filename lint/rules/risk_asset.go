package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var riskAsset = &lint.Rule{
	Name:         "risk/asset",
	Severity:     lint.Error,
	Requirements: []string{"RSK-007"},
	Clauses:      []string{"6.1.2"},
	Controls:     []string{"A.5.9"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "リスクの行が、情報資産台帳にない資産を挙げています",
			EN: "a risk names an asset that is not in the asset register",
		},
		Why: message.Text{
			JA: "台帳にない資産のリスクは、何を守るための評価かをたどれません。番号の書き誤りか、台帳への登録漏れです",
			EN: "nobody can tell what such a risk is about; either the id is misspelt or the asset was never registered",
		},
		Wrong: riskAssetExample("AS-010"),
		Right: riskAssetExample("AS-001"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		tables := s.Tables(isms.RiskForm, isms.RiskTable)
		if len(tables) == 0 {
			return
		}
		if !s.Defines("asset") {
			p.NotEvaluated(nil, "情報資産台帳の表がないため、リスクの資産番号を確かめられません",
				"there is no table of the asset register to look up the assets of risks")
			return
		}
		checkRiskReferences(p, s, tables, "asset")
	},
}

// riskAssetExample is an asset register with AS-001 and a risk of the given
// asset.
func riskAssetExample(asset string) string {
	return "-- registers/ISMS-B-01-情報資産台帳.md --\n" +
		registerExample(assetRows("| AS-001 | 営業部 | 顧客名簿 | 情報 | 伊藤 美咲 | 営業部 | ファイルサーバ | 部外秘 | 3 | 2 | 2 | 2024-04-01 | 2026-04-01 |")) +
		"-- registers/ISMS-B-02-リスクアセスメント結果表.md --\n" +
		riskExample("| R-001 | "+asset+" | 盗難 | 施錠しない | 2 | 2 | 2 | 8 | 受容 | 暗号化している | 保有 | - | 2 | 2 | 2 | 8 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | - |")
}

// assetRows puts rows of assets below a header.
func assetRows(rows string) string {
	return `| 資産番号 | 部門 | 資産名 | 種類 | 管理責任者 | 利用者 | 保管場所 | 分類 | 機密性 | 完全性 | 可用性 | 登録日 | 最終見直し日 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
` + rows + "\n"
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var referenceID = &lint.Rule{
	Name:         "reference/id",
	Severity:     lint.Error,
	Requirements: []string{"FRM-4"},
	Clauses:      []string{"7.5.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "台帳や記録の欄に書かれた番号（資産、リスク、計画、法令、委託先など）が、どこにも登録されていません",
			EN: "an id in a register or record (asset, risk, plan, law, supplier …) is not registered anywhere",
		},
		Why: message.Text{
			JA: "番号をたどれなければ、資産からリスク、管理策、計画までのつながりを示せません。責任者の欄の氏名や役割が分からないときは警告にとどめます",
			EN: "where an id leads nowhere the chain from asset to risk, control and plan is broken; a responsible person or role that nobody knows is a warning only",
		},
		Wrong: referenceIDExample("SUP-010"),
		Right: referenceIDExample("SUP-001"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		c := newIDCheck(p, s)
		for _, t := range lint.Gather(p, s, suspectTables{}, c.suspects) {
			c.table(t)
		}
		c.reportEmpty()
		reportSubcontractCycles(p, s)
	},
}

type suspectTables struct{}

// referenceIDExample is a supplier register and an asset that the given
// supplier holds.
func referenceIDExample(supplier string) string {
	return `-- registers/ISMS-B-01-情報資産台帳.md --
` + registerExample(`| 資産番号 | 部門 | 資産名 | 種類 | 管理責任者 | 利用者 | 保管場所 | 分類 | 機密性 | 完全性 | 可用性 | 委託先番号 | 登録日 | 最終見直し日 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
| AS-001 | 営業部 | 顧客名簿 | 情報 | 伊藤 美咲 | 営業部 | 営業支援サービス | 部外秘 | 3 | 2 | 2 | `+supplier+` | 2024-04-01 | 2024-04-01 |
`) + `-- registers/ISMS-B-19-委託先管理台帳.md --
---
number: ISMS-B-19
title: 委託先管理台帳
revision: 1
status: approved
established: 2024-04-01
drafted_by: suzuki
approved_by: tanaka
approved_on: 2024-04-01
---
# 委託先管理台帳

| 委託先番号 | 名称 | 種類 | 委託する業務 | 情報とアクセス | 契約番号 | 契約開始日 | 契約終了日 | 委託先責任者 | 再委託先 | 最終評価日 | 状況 |
|---|---|---|---|---|---|---|---|---|---|---|---|
| SUP-001 | 株式会社みなと | クラウド | 営業支援サービス | 顧客名簿 | CT-001 | 2023-04-01 | 2027-03-31 | 窓口 | なし | 2024-03-01 | 継続 |
`
}

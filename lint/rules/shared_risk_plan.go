package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// checkPlanText looks for what the option of a risk needs to be said: with whom
// it is shared, or what is given up (RSK-004).
func checkPlanText(p *lint.Pass, r *isms.Risk, at isms.Value, item *isms.Row) {
	if len(r.Options) != 1 {
		return
	}
	var text strings.Builder
	for _, row := range []*isms.Row{item, r.Row} {
		for _, column := range []string{"measure", "resources", "evidence", "note", "reason"} {
			text.WriteString(fold.Key(row.Written(column).Text) + "\n")
		}
	}
	switch written := cellExcerpt(r.Written("option").Text); {
	case r.HasOption("share") && !containsOneOf(text.String(), "保険", "契約", "委託", "移転先", "共有先", "補償", "事業者", "サービスを利用",
		"insur", "contract", "outsourc", "supplier", "provider", "indemn", "transferredto", "policy"):
		warnRisk(p, r.Row, at, message.Textf(
			"%[1]s選択肢は「%[2]s」ですが、計画「%[3]s」に保険や契約の記載がありません。共有（移転）する相手や契約を計画に書いてください",
			"the option%[1]s is %[2]q, but plan item %[3]q names no insurer, supplier or contract, expected with whom the risk is shared",
			ofRow(r.Row), written, cellExcerpt(item.Name())))
	case r.HasOption("avoid") && !containsOneOf(text.String(), "廃止", "停止", "中止", "終了", "撤退", "除外", "やめ", "止め", "取りやめ", "削除", "廃棄", "受けない", "受領しない", "持たない", "禁止",
		"stop", "abolish", "discontinu", "withdraw", "end", "cease", "remov", "delet", "exclud", "nolonger", "prohibit", "terminat"):
		warnRisk(p, r.Row, at, message.Textf(
			"%[1]s選択肢は「%[2]s」ですが、計画「%[3]s」に何をやめるかの記載がありません。やめる業務や資産と、その日を計画に書いてください",
			"the option%[1]s is %[2]q, but plan item %[3]q does not say what is given up, expected the business or asset, and the day",
			ofRow(r.Row), written, cellExcerpt(item.Name())))
	}
}

// riskPlanExample is a risk that cites an item of the plan, which names a risk.
func riskPlanExample(risk, plan string) string {
	return "-- registers/ISMS-B-02-リスクアセスメント結果表.md --\n" +
		riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 3 | 10 | 対応 | - | 低減 | A.7.8 | 2 | 2 | 1 | 6 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | "+plan+" |") +
		`-- registers/ISMS-B-03-リスク対応計画書.md --
---
number: ISMS-B-03
title: リスク対応計画書
revision: 1
status: approved
established: 2026-04-22
drafted_by: suzuki
approved_by: sato
approved_on: 2026-04-22
---
# リスク対応計画書

| 計画番号 | リスク番号 | 具体的な方法 | 実施責任者 | 要員と費用 | 優先順位 | 開始予定日 | 完了期限 |
|---|---|---|---|---|---|---|---|
| RTP-001 | ` + risk + ` | 書庫に錠を付ける | 伊藤 美咲 | 1名、3万円 | 1 | 2026-05-01 | 2026-06-30 |
`
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var riskEscalation = &lint.Rule{
	Name:         "risk/escalation",
	Severity:     lint.Error,
	Requirements: []string{"RSK-006"},
	Clauses:      []string{"6.1.3", "8.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "受容基準を超えるリスクを残す手続き（損害の範囲の判断、委員会の審議、理由）がそろっていません",
			EN: "a risk above the criteria is kept without the extent of its damage, the minutes of the committee or the reason",
		},
		Why: message.Text{
			JA: "損害が社外に及ぶリスクは共有か回避とし、保有できません。社内にとどまるリスクは、委員会の審議とリスク所有者の承認を経て保有します",
			EN: "a risk whose damage reaches outside is shared or avoided, never retained; one whose damage stays inside is retained after the committee has deliberated and the owner approved",
		},
		Wrong: riskExceptionExample("社外", "低減"),
		Right: riskExceptionExample("社内", "低減"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		eachFinishedRisk(f, func(r *isms.Risk) {
			if hasException(r) && staysAbove(r) {
				checkEscalation(p, r)
			}
		})
	},
}

// staysAbove reports whether the risk is above the criteria after all that is
// done about it.
func staysAbove(r *isms.Risk) bool {
	band := r.After.Band
	if r.Accepted() || r.After.Stated.None() {
		band = r.Before.Band
	}
	return band != nil && band.Treatment == isms.TreatRisk
}

func checkEscalation(p *lint.Pass, r *isms.Risk) {
	scope := r.Value("damage_scope")
	switch {
	case scope.None():
		reportRisk(p, r.Row, scope, message.Textf(
			"%[1]sリスクは受容基準を超えたまま残りますが、損害の及ぶ範囲がありません。「社外」か「社内」を記入してください",
			"the risk%[1]s stays above the criteria, but the extent of its damage is not given, expected outside or inside", ofRow(r.Row)))
	case scope.Text == "external" && !r.HasOption("share") && !r.HasOption("avoid"):
		reportRisk(p, r.Row, r.Written("damage_scope"), message.Textf(
			"%[1]sリスクは受容基準を超えて残り、損害が社外に及びます。保有はできないので、選択肢を共有（移転）か回避にしてください",
			"the risk%[1]s stays above the criteria and its damage reaches outside, so it cannot be retained, expected the option share (transfer) or avoid", ofRow(r.Row)))
		return // what else is lacking depends on the option
	}
	if minutes := r.Written("minutes"); minutes.None() {
		reportRisk(p, r.Row, minutes, message.Textf(
			"%[1]sリスクを受容基準を超えたまま残すには、委員会の審議が必要です。議事録の番号を記入してください",
			"the risk%[1]s stays above the criteria, expected the minutes of the committee that deliberated on it", ofRow(r.Row)))
	}
	if reason := r.Written("reason"); reason.None() {
		reportRisk(p, r.Row, reason, message.Textf(
			"%[1]sリスクを受容基準を超えたまま残す理由がありません。下げられない事業上の理由を記入してください",
			"the risk%[1]s stays above the criteria, expected the business reason why it cannot be brought down", ofRow(r.Row)))
	}
}

// riskExceptionExample is a risk of 12 that remains after treatment.
func riskExceptionExample(scope, option string) string {
	return `---
number: ISMS-B-02
title: リスクアセスメント結果表
revision: 1
status: approved
established: 2026-04-20
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-04-20
---
# リスクアセスメント結果表

| リスク番号 | 資産番号 | 脅威 | ぜい弱性 | 損害 | 脅威のレベル | ぜい弱性のレベル | リスク値 | 対応の決定 | 理由 | 対応の選択肢 | 管理策 | 残留の損害 | 残留の脅威 | 残留のぜい弱性 | 残留リスク値 | 損害の及ぶ範囲 | 委員会議事録番号 | リスク所有者 | 所有者承認日 | 評価日 | 計画番号 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
| R-001 | AS-001 | 装置の故障 | 予備がない | 3 | 2 | 3 | 15 | 対応 | 予備機は製造が終わり入手できない | ` + option + ` | A.8.14 | 3 | 2 | 2 | 12 | ` + scope + ` | COM-2026-01 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | RTP-001 |
`
}

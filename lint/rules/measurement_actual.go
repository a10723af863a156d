package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var measurementActual = &lint.Rule{
	Name:         "measurement/actual",
	Severity:     lint.Error,
	Requirements: []string{"B10-2"},
	Clauses:      []string{"9.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "測定すると決めた管理策に、期間が終わっても実績値又は判定がありません",
			EN: "a control that was to be measured has no actual value or judgement although the period is over",
		},
		Why: message.Text{
			JA: "測定を決めても結果がなければ、監視及び測定を行った証拠になりません。測定できなかったときは、その理由を備考に残します",
			EN: "a measurement without a result is no evidence of monitoring; where it could not be made, the remarks say why",
		},
		Wrong: measurementExample("98%以上", "-", "-", "-"),
		Right: measurementExample("98%以上", "99%", "達成", "-"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		eachMeasurement(s, func(r *isms.Row) {
			by := analysedBy(p, r)
			if by.IsZero() || by.DaysUntil(s.AsOf()) <= p.Config.Periods.Trigger {
				return
			}
			actual, judgement := r.Written("actual"), r.Written("judgement")
			switch {
			case actual.Present && actual.None() && r.Written("note").None():
				reportForm(p, r, actual, r.Key(), message.Textf(
					"%[1]s期間「%[2]s」が終わりましたが、「%[3]s」がありません。測定した値を、測定できなかったときは備考に理由を記入してください",
					"%[3]q%[1]s is empty although the period %[2]q is over, expected the value, or in the remarks why it was not measured",
					ofRow(r), cellExcerpt(r.Written("period").Text), riskTitle(r, "actual")))
			case !actual.None() && judgement.Present && judgement.None():
				reportForm(p, r, judgement, r.Key(), message.Textf(
					"%[1]s実績値「%[2]s」の「%[3]s」がありません。目標値に達したかどうかを記入してください",
					"%[3]q%[1]s is empty although %[2]q was measured, expected whether the target was met",
					ofRow(r), cellExcerpt(actual.Text), riskTitle(r, "judgement")))
			}
		})
	},
}

// measurementExample is an approved table of measurements with one row.
func measurementExample(target, actual, judgement, action string) string {
	return `---
number: ISMS-B-10
title: 管理策測定評価表
revision: 1
status: approved
established: 2026-09-25
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-09-25
---
# 管理策測定評価表

| 管理策番号 | 対象期間 | 測定項目 | 測定方法 | 測定者 | 測定時期 | 分析・評価者 | 分析・評価時期 | 目標値 | 実績値 | 判定 | 処置番号 |
|---|---|---|---|---|---|---|---|---|---|---|---|
| A.8.8 | 2026-04から2026-08まで | 期限内に閉じた割合 | 検査結果との突合せ | 伊藤 美咲 | 毎月初 | 田中 一郎 | 2026-09-25 | ` + target + " | " + actual + " | " + judgement + " | " + action + " |\n"
}

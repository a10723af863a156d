package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var objectiveInput = &lint.Rule{
	Name:         "objective/input",
	Severity:     lint.Warning,
	Requirements: []string{"OBJ-006"},
	Clauses:      []string{"6.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "情報セキュリティ目標に、そのもとになった指示や記録がありません",
			EN: "an information security objective does not say what it rests on",
		},
		Why: message.Text{
			JA: "目標は、マネジメントレビュー、社長の指示、リスクアセスメントの結果などから立てます。もとが分からなければ、方針やリスクとのつながりを示せません",
			EN: "objectives follow from the management review, an instruction of the president or the risk assessment; without it the link to policy and risks is lost",
		},
		Wrong: objectiveInputExample("-"),
		Right: objectiveInputExample("2025年度のマネジメントレビュー"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		eachObjective(s, func(r *isms.Row) {
			input := r.Written("input")
			if !input.Present || !input.None() {
				return // ids that do not exist are for reference/id
			}
			warnForm(p, r, input, "", message.Textf(
				"%[1]s「%[2]s」がありません。目標を立てるもとになったマネジメントレビュー、指示、リスクなどを記入してください",
				"%[2]q%[1]s is empty, expected the management review, instruction, risk or record that the target rests on",
				ofRow(r), riskTitle(r, "input")))
		})
	},
}

func objectiveInputExample(input string) string {
	return `---
number: ISMS-B-26
title: 情報セキュリティ目標管理表
revision: 1
status: approved
established: 2026-05-07
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-05-07
---
# 情報セキュリティ目標管理表

| 目標番号 | 目的 | 目標 | インプット | 実施事項 | 必要な資源 | 責任者 | 達成期限 | 評価方法 |
|---|---|---|---|---|---|---|---|---|
| OBJ-2026-01 | 止まらないサービス | 稼動率99.95%以上 | ` + input + " | 監視の見直し | 2名 | 伊藤 美咲 | 2027-03-31 | 月ごとに計算 |\n"
}

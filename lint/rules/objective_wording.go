package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var objectiveWording = &lint.Rule{
	Name:         "objective/wording",
	Severity:     lint.Info,
	Requirements: []string{"OBJ-012"},
	Clauses:      []string{"6.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "「目的」と「目標」の使い分けが、定義と合いません",
			EN: "the objective and its target are used for each other, or are the same",
		},
		Why: message.Text{
			JA: "目的は到達したい状態、目標はそのための具体的な水準です。同じ文や入れ替わった文では、何を測ればよいか分かりません",
			EN: "the objective is the state aimed at, the target a concrete step towards it; when both say the same or change places, nobody knows what to measure",
		},
		Wrong: objectiveWordingExample("稼動率99.95%以上", "止まらないサービス"),
		Right: objectiveWordingExample("止まらないサービス", "稼動率99.95%以上"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		for _, t := range f.Tables {
			if t.Form != objectiveForm || t.Name != objectivesTable || f.Meta.Status == isms.Obsolete {
				continue
			}
			for i := range t.Rows {
				if r := &t.Rows[i]; !isBroken(r) {
					checkWording(p, r)
				}
			}
		}
	},
}

func checkWording(p *lint.Pass, r *isms.Row) {
	purpose, target := r.Written("purpose"), r.Written("target")
	if purpose.None() || target.None() || purpose.Ditto() || target.Ditto() {
		return
	}
	switch {
	case fold.Equal(purpose.Text, target.Text):
		reportInfo(p, r, target, message.Textf(
			"%[1]s「%[2]s」が「%[3]s」と同じ文です。目的には到達したい状態を、目標にはそのための具体的な水準を書いてください",
			"%[2]q%[1]s repeats %[3]q, expected the state aimed at in one and a concrete step in the other",
			ofRow(r), riskTitle(r, "target"), riskTitle(r, "purpose")))
	case hasBound(purpose.Text) && !hasFigure(target.Text):
		reportInfo(p, r, purpose, message.Textf(
			"%[1]s「%[2]s」に数値があり、「%[3]s」にありません。目的と目標が入れ替わっていないか確かめてください",
			"%[2]q%[1]s has a figure, but %[3]q has none; expected the figure in the target",
			ofRow(r), riskTitle(r, "purpose"), riskTitle(r, "target")))
	}
}

// hasBound reports whether a text sets a numeric limit, as 95%以上 does.
func hasBound(text string) bool {
	key := fold.Key(text)
	return hasFigure(text) && containsOneOf(key, "以上", "以下", "以内", "未満", "件", "%", "atleast", "atmost", "nomorethan", "percent")
}

func reportInfo(p *lint.Pass, r *isms.Row, v isms.Value, text message.Text) {
	f := tableFinding(r.Table, riskPlace(r, v), text)
	f.Severity = lint.Info
	p.Report(f)
}

func objectiveWordingExample(purpose, target string) string {
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

| 目標番号 | 目的 | 目標 | 実施事項 | 必要な資源 | 責任者 | 達成期限 | 評価方法 |
|---|---|---|---|---|---|---|---|
| OBJ-2026-01 | ` + purpose + " | " + target + " | 監視の見直し | 2名 | 伊藤 美咲 | 2027-03-31 | 月ごとに計算 |\n"
}

package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/schema"
)

const reviewForm = "ISMS-B-25"

// reviewOf returns the fields of minutes of a management review that are more
// than a draft, or nil.
func reviewOf(f *isms.File) *isms.Row {
	if f.Kind != isms.RecordFile || f.Form == nil || f.Form.Number != reviewForm ||
		f.Meta.Status == isms.Draft || f.Meta.Status == isms.Obsolete || !tablesReadable(f) {
		return nil
	}
	for _, t := range f.Tables {
		if t.Name == schema.RecordTable && t.Fields {
			return &t.Rows[0]
		}
	}
	return nil
}

// bodyHasOneOf reports whether a block of the document contains one of the
// words, which are in the form of [fold.Key].
func bodyHasOneOf(f *isms.File, words ...string) bool {
	for i := range f.Doc.Blocks {
		if containsOneOf(fold.Key(f.Doc.Blocks[i].Text), words...) {
			return true
		}
	}
	return false
}

// reviewExample is minutes of a management review with the given rows of the
// summary and text below them.
func reviewExample(summary, body string) string {
	return "-- records/ISMS-B-25/MR-2026-01.md --\n" + reviewFileExample("MR-2026-01", "2026-10-15", summary, body)
}

func reviewFileExample(id, day, summary, body string) string {
	return strings.NewReplacer("ID", id, "DAY", day).Replace(`---
form: ISMS-B-25
record: ID
title: マネジメントレビュー
status: approved
created: DAY
drafted_by: suzuki
approved_by: sato
approved_on: DAY
---
# マネジメントレビュー

| 項目 | 内容 |
|---|---|
| 開催日 | DAY |
`) + summary + "\n" + body
}

// reviewInputsExample are the inputs of a review; needs is the row of c).
func reviewInputsExample(needs string) string {
	return `| インプット | 報告の内容 | 根拠となる記録 |
|---|---|---|
| 前回までの処置の状況 | 3件とも終了した | - |
| 外部及び内部の課題の変化 | 変化なし | - |
` + needs + `| 不適合及び是正処置 | 1件、有効 | - |
| 監視及び測定の結果 | 全て目標に到達 | - |
| 監査結果 | 不適合1件 | - |
| 目的の達成 | 全て達成 | - |
| 利害関係者からのフィードバック | 苦情なし | - |
| リスクアセスメントの結果及びリスク対応計画の状況 | 計画どおり | - |
| 継続的改善の機会 | 提案2件 | - |
`
}

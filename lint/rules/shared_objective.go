package rules

const objectiveForm = "ISMS-B-26"

// objectiveExample is a table of objectives with one row.
func objectiveExample(due, evaluation, rest string) string {
	return `---
number: ISMS-B-26
title: 情報セキュリティ目標管理表
revision: 1
status: approved
established: 2025-05-07
drafted_by: suzuki
approved_by: tanaka
approved_on: 2025-05-07
---
# 情報セキュリティ目標管理表

| 目標番号 | 目的 | 目標 | 実施事項 | 必要な資源 | 責任者 | 達成期限 | 評価方法 | 評価 |
|---|---|---|---|---|---|---|---|---|
| OBJ-2026-01 | 止まらないサービス | 稼動率99.95%以上 | 監視の見直し | 2名 | 伊藤 美咲 | ` + due + " | 月ごとに計算 | " + evaluation + " |\n" + rest
}

// objectiveMonthExample is the plan and the result of one month.
func objectiveMonthExample(month, result string) string {
	return "\n| 目標番号 | 対象月 | 実施計画 | 実施結果 |\n|---|---|---|---|\n| OBJ-2026-01 | " + month + " | 負荷試験 | " + result + " |\n"
}

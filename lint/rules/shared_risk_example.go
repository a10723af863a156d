package rules

import "strings"

// riskExample puts rows of risks into an approved risk assessment.
func riskExample(rows ...string) string {
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

| リスク番号 | 資産番号 | 脅威 | ぜい弱性 | 損害 | 脅威のレベル | ぜい弱性のレベル | リスク値 | 対応の決定 | 理由 | 対応の選択肢 | 管理策 | 残留の損害 | 残留の脅威 | 残留のぜい弱性 | 残留リスク値 | リスク所有者 | 所有者承認日 | 評価日 | 計画番号 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
` + strings.Join(rows, "\n") + "\n"
}

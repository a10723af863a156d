package rules

import (
	"github.com/ismslint/ismslint/lint/isms"
)

const (
	supplierForm      = "ISMS-B-19"
	newSupplierForm   = "ISMS-B-17"
	supplierCheckForm = "ISMS-B-18"
)

// eachActiveSupplier calls check for the suppliers that work for the
// organisation today.
func eachActiveSupplier(s *isms.System, check func(r *isms.Row)) {
	for r := range s.Rows(supplierForm, "suppliers") {
		if r.Table.File.Meta.Status != isms.Draft && !isBroken(r) && r.Value("status").Text == "active" {
			check(r)
		}
	}
}

// supplierExample is a register of suppliers with one row.
func supplierExample(start, end, evaluated, status string) string {
	return `-- registers/ISMS-B-19-委託先管理台帳.md --
---
number: ISMS-B-19
title: 委託先管理台帳
revision: 1
status: approved
established: 2025-04-22
drafted_by: suzuki
approved_by: tanaka
approved_on: 2025-04-22
---
# 委託先管理台帳

| 委託先番号 | 名称 | 種類 | 委託又は利用の内容 | 情報とアクセス | 契約番号 | 契約開始日 | 契約終了日 | 委託先責任者・窓口 | 再委託先 | 最終評価日 | 状況 |
|---|---|---|---|---|---|---|---|---|---|---|---|
| SUP-001 | 株式会社いそべ清掃 | 施設内作業 | 清掃 | なし | CT-001 | ` + start + " | " + end + " | 磯部 | なし | " + evaluated + " | " + status + " |\n"
}

// newSupplierExample is the evaluation of a supplier before the contract.
func newSupplierExample(evaluated, result, met string) string {
	return `-- records/ISMS-B-17/NEV-2026-01.md --
---
form: ISMS-B-17
record: NEV-2026-01
title: 新規委託先の評価
status: approved
created: 2026-01-15
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-09-16
---
# 新規委託先の評価

| 項目 | 内容 |
|---|---|
| 委託先番号 | SUP-001 |
| 評価日 | ` + evaluated + " |\n| 結果 | " + result + " |\n| 条件を満たした日 | " + met + " |\n"
}

// supplierCheckExample is a yearly evaluation of one supplier.
func supplierCheckExample(committee, reported, result, findings string) string {
	return `-- records/ISMS-B-18/SEV-2026-01.md --
---
form: ISMS-B-18
record: SEV-2026-01
title: 委託先の継続評価
status: approved
created: 2026-06-29
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-07-17
---
# 委託先の継続評価

| 項目 | 内容 |
|---|---|
| 対象期間 | 2025-07から2026-06まで |
| 委員会への報告 | ` + committee + ` |

## 評価

| 委託先番号 | 対象期間 | 監査日 | 監査の方法 | 指摘 | 結果 | 委員会報告日 |
|---|---|---|---|---|---|---|
| SUP-001 | 2025-07から2026-06まで | 2026-06-18 | 訪問 | ` + findings + " | " + result + " | " + reported + " |\n"
}

package rules

// auditPlanExample is an approved plan of an audit with its schedule.
func auditPlanExample(approvedOn, schedule string) string {
	return `-- records/ISMS-B-20/IA-2026-01.md --
---
form: ISMS-B-20
record: IA-2026-01
title: 内部監査の実施計画
status: approved
created: 2026-10-01
drafted_by: suzuki
approved_by: tanaka
approved_on: ` + approvedOn + `
---
# 内部監査の実施計画

| 日 | 被監査部門 | 監査員 | 対象 |
|---|---|---|---|
` + schedule
}

// checklistExample is an approved checklist with its items.
func checklistExample(items string) string {
	return `-- records/ISMS-B-22/IAC-2026-01.md --
---
form: ISMS-B-22
record: IAC-2026-01
title: 内部監査のチェックリスト
status: approved
created: 2026-10-15
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-10-22
audit: IA-2026-01
---
# 内部監査のチェックリスト

| 項番 | 箇条・管理策 | 被監査部門 | 確認事項 | 確認した証拠 | 所見 | 判定 | 監査員 | 監査日 | 是正処置番号 |
|---|---|---|---|---|---|---|---|---|---|
` + items
}

// auditReportExample is an approved report on an audit.
func auditReportExample(reported, tables string) string {
	return `-- records/ISMS-B-23/IAR-2026-01.md --
---
form: ISMS-B-23
record: IAR-2026-01
title: 内部監査の報告
status: approved
created: 2026-10-20
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-10-22
audit: IA-2026-01
---
# 内部監査の報告

| 項目 | 内容 |
|---|---|
| 実施日 | 2026-10-13から2026-10-15まで |
| 社長への報告日 | ` + reported + " |\n\n" + tables
}

// auditorExample is a register of auditors.
func auditorExample(rows string) string {
	return `-- registers/ISMS-B-21-内部監査員登録台帳.md --
---
number: ISMS-B-21
title: 内部監査員登録台帳
revision: 1
status: approved
established: 2025-06-13
drafted_by: suzuki
approved_by: tanaka
approved_on: 2025-06-13
---
# 内部監査員登録台帳

| 氏名 | 所属 | 教育・資格 | 登録日 | 有効期限 | 登録した者 |
|---|---|---|---|---|---|
` + rows
}

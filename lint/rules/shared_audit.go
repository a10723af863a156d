package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/schema"
)

const (
	auditPlanForm  = "ISMS-B-20"
	auditorForm    = "ISMS-B-21"
	checklistForm  = "ISMS-B-22"
	auditReport    = "ISMS-B-23"
	auditSchedule  = "schedule"
	checklistItems = "items"
)

// eachAuditRow calls check for the rows of a table of the audit's records that
// are more than drafts.
func eachAuditRow(s *isms.System, form, table string, check func(r *isms.Row)) {
	for r := range s.Rows(form, table) {
		if r.Table.File.Meta.Status != isms.Draft && !isBroken(r) {
			check(r)
		}
	}
}

// auditOf returns the id of the audit that a record is about, in the form of
// [fold.Key]: its field, or for a plan the id of the record.
func auditOf(f *isms.File) string {
	for _, t := range f.Tables {
		if t.Name == schema.RecordTable && t.Fields {
			if v := t.Rows[0].Written("audit"); !v.None() {
				return fold.Key(v.Text)
			}
		}
	}
	if f.Form != nil && f.Form.Number == auditPlanForm {
		return fold.Key(f.Meta.Record.Text)
	}
	return ""
}

// itemsByAudit returns the items of the checklists by the id of the audit.
func itemsByAudit(s *isms.System) map[string][]*isms.Row {
	items := map[string][]*isms.Row{}
	eachAuditRow(s, checklistForm, checklistItems, func(r *isms.Row) {
		if id := auditOf(r.Table.File); id != "" {
			items[id] = append(items[id], r)
		}
	})
	return items
}

// daysIn returns the first and the last day that a text names.
func daysIn(text string) (first, last date.Date) {
	date.Scan(text, func(_, _ int, _ date.Format, d date.Date) bool {
		if d.IsZero() {
			return true
		}
		if first.IsZero() || d.Before(first) {
			first = d
		}
		if d.After(last) {
			last = d
		}
		return true
	})
	return first, last
}

// signerKey identifies a person named in a cell; "" when the cell names none.
func signerKey(p *lint.Pass, v isms.Value) string {
	text := isms.WithoutRemark(v.Text)
	if person := p.People.Signed(text); person != nil {
		return "person " + person.ID
	}
	return fold.Key(text)
}

// auditorsByPerson returns the register of auditors by person; ok is false
// when there is no register.
func auditorsByPerson(p *lint.Pass, s *isms.System) (auditors map[string]*isms.Row, ok bool) {
	auditors = map[string]*isms.Row{}
	for r := range s.Rows(auditorForm, "auditors") {
		if key := signerKey(p, r.Written("person")); key != "" && !isBroken(r) {
			auditors[key] = r
		}
	}
	return auditors, len(auditors) > 0
}

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

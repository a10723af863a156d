package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var supplierUnregistered = &lint.Rule{
	Name:         "supplier/unregistered",
	Severity:     lint.Error,
	Requirements: []string{"B17-3"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.19"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "新規評価で可とした委託先が、委託先管理台帳に登録されていません",
			EN: "a supplier that was accepted is missing from the register of suppliers",
		},
		Why: message.Text{
			JA: "台帳にない委託先は、契約の期限も毎年の評価も管理されません",
			EN: "nobody watches the contract of a supplier that is not in the register, nor evaluates it every year",
		},
		Wrong: supplierExample("2024-11-01", "2027-10-31", "2026-03-11", "継続") + unregisteredExample("株式会社みさき倉庫"),
		Right: supplierExample("2024-11-01", "2027-10-31", "2026-03-11", "継続") + unregisteredExample("株式会社いそべ清掃"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		if !s.Defines("supplier") {
			return
		}
		names := map[string]bool{}
		for r := range s.Rows(supplierForm, "suppliers") {
			names[fold.Key(r.Written("name").Text)] = true
		}
		for r := range s.Rows(newSupplierForm, schema.RecordTable) {
			name := r.Written("name")
			// An id that the register does not have is for reference/id.
			if r.Table.File.Meta.Status != isms.Approved || isBroken(r) || !r.Written("supplier").None() ||
				name.None() || names[fold.Key(name.Text)] || names[fold.Key(isms.WithoutRemark(name.Text))] {
				continue
			}
			if result := r.Value("result").Text; result != "accepted" && (result != "conditional" || !r.Day("condition_met").Valid()) {
				continue
			}
			planned := contractExpected(r)
			if planned.IsZero() || !planned.AddDays(p.Config.Periods.Trigger).Before(s.AsOf()) {
				continue
			}
			reportForm(p, r, name, "", message.Textf(
				"評価の結果は「%[1]s」ですが、「%[2]s」が委託先管理台帳にありません。登録して委託先番号を記入するか、契約しなかったときはその旨を結果に反映してください",
				"the result is %[1]q, but the register of suppliers lacks %[2]q; expected it there with an id",
				cellExcerpt(r.Written("result").Text), cellExcerpt(name.Text)))
		}
	},
}

// contractExpected returns the day by which a supplier that was accepted is
// expected to work: that of the planned contract, else of the evaluation.
func contractExpected(r *isms.Row) date.Date {
	if d := r.Day("contract_planned"); d.Valid() {
		return d.Date
	}
	return r.Day("evaluated").Date
}

// unregisteredExample is an evaluation that names a supplier without its id.
func unregisteredExample(name string) string {
	return `-- records/ISMS-B-17/NEV-2026-01.md --
---
form: ISMS-B-17
record: NEV-2026-01
title: 新規委託先の評価
status: approved
created: 2026-01-15
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-01-20
---
# 新規委託先の評価

| 項目 | 内容 |
|---|---|
| 名称 | ` + name + ` |
| 評価日 | 2026-01-15 |
| 結果 | 可 |
| 契約の予定日 | 2026-02-02 |
`
}

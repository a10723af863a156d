package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var supplierAccess = &lint.Rule{
	Name:         "supplier/access",
	Severity:     lint.Error,
	Requirements: []string{"CTL-013"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.19", "A.5.20"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "契約又は覚書を交わす前に、委託先に情報へのアクセスを認めています",
			EN: "a supplier had access to information before a contract or memorandum was signed",
		},
		Why: message.Text{
			JA: "契約の前に渡した情報には、守秘義務も損害賠償も及びません。急ぐときは、先に覚書を交わします",
			EN: "no duty of confidentiality covers what was handed over before; where time presses, a memorandum comes first",
		},
		Wrong: supplierAccessExample("2026-04-01", "-", "2026-03-16"),
		Right: supplierAccessExample("2026-04-01", "2026-03-13", "2026-03-16"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for r := range s.Rows(supplierForm, "suppliers") {
			if r.Table.File.Meta.Status == isms.Draft || isBroken(r) {
				continue
			}
			access, start, memorandum := r.Day("first_access"), r.Day("contract_start"), r.Day("memorandum")
			if !access.Valid() || !start.Valid() || !start.Date.After(access.Date) ||
				memorandum.Valid() && !memorandum.Date.After(access.Date) || isRenewal(access.Date, start.Date, memorandum) {
				continue
			}
			reportForm(p, r, access.Value, "", message.Textf(
				"%[1]s「%[2]s」%[3]s が、契約の始まる %[4]s より前です。それより前に交わした契約又は覚書の日を記入するか、アクセスを止めてください",
				"%[2]q%[1]s is %[3]s, before the contract began on %[4]s; expected a contract or memorandum first",
				ofRow(r), riskTitle(r, "first_access"), access.Date, start.Date),
				formRelated(r, start.Value, "契約開始日", "start of the contract"))
		}
	},
}

// isRenewal reports whether the contract that a row gives may be one that
// followed earlier ones: it begins a year or more after the first access, and
// nothing says when the first was signed.
func isRenewal(access, start date.Date, first isms.Day) bool {
	return !first.Valid() && !access.AddMonths(12).After(start)
}

// supplierAccessExample is a register of suppliers with the day of the first access.
func supplierAccessExample(start, memorandum, access string) string {
	return `---
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

| 委託先番号 | 名称 | 種類 | 委託又は利用の内容 | 情報とアクセス | 契約番号 | 契約開始日 | 契約終了日 | 覚書締結日 | アクセス開始日 | 委託先責任者・窓口 | 再委託先 | 最終評価日 | 状況 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
| SUP-001 | 株式会社いそべ印刷 | クラウド | 帳票の印刷 | 顧客の氏名 | CT-001 | ` + start + " | 2027-03-31 | " + memorandum + " | " + access + " | 磯部 | なし | 2026-03-11 | 継続 |\n"
}

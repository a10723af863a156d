package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var supplierSubcontract = &lint.Rule{
	Name:         "supplier/subcontract",
	Severity:     lint.Error,
	Requirements: []string{"B19-3", "CTL-012"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.20", "A.5.21"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "再委託を行う委託先との契約に、要求事項を再委託先にも守らせる条項がありません",
			EN: "the contract with a supplier that uses subcontractors does not pass the requirements on to them",
		},
		Why: message.Text{
			JA: "再委託先は当社と契約していません。委託先を通じて守らせる条項がなければ、情報は守られないまま外へ渡ります",
			EN: "there is no contract with the subcontractor; unless the supplier must pass the requirements on, nothing binds those who hold the information",
		},
		Wrong: subcontractExample("倉庫会社", "なし"),
		Right: subcontractExample("倉庫会社", "第11条"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		contracts := map[string][]*isms.Row{}
		for r := range s.Rows(supplierForm, "clauses") {
			if id := fold.Key(isms.WithoutRemark(r.Written("supplier").Text)); !isBroken(r) {
				contracts[id] = append(contracts[id], r)
			}
		}
		eachActiveSupplier(s, func(r *isms.Row) {
			subcontractors := r.Written("subcontractors")
			if saysNobody(subcontractors) || isOpenCell(r.Table, subcontractors.Text) {
				return
			}
			for _, contract := range contracts[fold.Key(r.Name())] {
				clause := contract.Written("subcontracting")
				if !clause.Present || !lacksClause(clause) || isOpenCell(contract.Table, clause.Text) {
					continue // a table without the column says nothing of it
				}
				reportForm(p, contract, clause, r.Name(), message.Textf(
					"%[1]s には再委託先（%[2]s）がありますが、契約に「%[3]s」の条項がありません。再委託先にも要求事項を守らせることを契約で定め、条の番号を書いてください",
					"supplier %[1]s uses subcontractors (%[2]s), but the contract lacks the clause %[3]q; expected its number",
					cellExcerpt(r.Name()), cellExcerpt(subcontractors.Text), riskTitle(contract, "subcontracting")),
					formRelated(r, subcontractors, "再委託先", "subcontractors"))
			}
		})
	},
}

// saysNobody reports whether a cell for subcontractors names none.
func saysNobody(v isms.Value) bool {
	if v.None() {
		return true
	}
	switch fold.Key(isms.WithoutRemark(v.Text)) {
	case "なし", "無し", "無", "再委託なし", "再委託無し", "再委託しない", "禁止", "再委託禁止", "不可", "no", "none", "notallowed", "prohibited", "forbidden":
		return true
	}
	return false
}

// lacksClause reports whether a cell for a clause says that there is none.
func lacksClause(v isms.Value) bool {
	if v.None() {
		return true
	}
	switch fold.Key(isms.WithoutRemark(v.Text)) {
	case "×", "✕", "✗", "x", "no", "未", "未定", "対象外", "不要", "notrequired", "notapplicable":
		return true
	}
	return false
}

// subcontractExample is a register of suppliers with a contract.
func subcontractExample(subcontractors, clause string) string {
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

| 委託先番号 | 名称 | 種類 | 委託又は利用の内容 | 情報とアクセス | 契約番号 | 契約開始日 | 契約終了日 | 委託先責任者・窓口 | 再委託先 | 最終評価日 | 状況 |
|---|---|---|---|---|---|---|---|---|---|---|---|
| SUP-001 | 株式会社いそべ印刷 | 情報処理委託 | 帳票の印刷 | 顧客の氏名 | CT-001 | 2025-04-22 | 2027-04-21 | 磯部 | ` + subcontractors + ` | 2026-03-11 | 継続 |

## 契約条項の確認

| 委託先番号 | 契約番号 | 守秘義務 | 再委託先への適用 |
|---|---|---|---|
| SUP-001 | CT-001 | 第5条 | ` + clause + " |\n"
}

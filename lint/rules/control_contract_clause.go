package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var controlContractClause = &lint.Rule{
	Name:         "control/contract-clause",
	Severity:     lint.Error,
	Requirements: []string{"CTL-010", "B19-1"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.20"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "委託先との契約に、委託の種類に応じて必要な条項がありません",
			EN: "a contract with a supplier lacks a clause that its kind requires",
		},
		Why: message.Text{
			JA: "契約に条項がなければ、漏えいが起きたときに責任も監査も求められません。情報処理の委託には6つ、ハウジングには4つ、施設内作業には3つ、社外での修理には守秘義務の条項が要ります",
			EN: "without the clause neither liability nor an audit can be demanded after a leak; outsourced processing needs six, housing four, on-site work three, and repair elsewhere the duty of confidentiality",
		},
		Wrong: contractExample("なし"),
		Right: contractExample("第10条"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		ended := map[string]bool{}
		kinds := map[string][]isms.Value{}
		for r := range s.Rows("ISMS-B-19", "suppliers") {
			id := fold.Key(r.Written("id").Text)
			kinds[id] = append(kinds[id], r.List("kind")...)
			status := r.Value("status").Text
			ended[id] = status == "ended"
		}
		for r := range s.Rows("ISMS-B-19", "clauses") {
			supplier := fold.Key(r.Written("supplier").Text)
			of := r.List("kind")
			if len(of) == 0 {
				of = kinds[supplier]
			}
			if ended[supplier] {
				continue
			}
			for _, clause := range requiredContractClauses(of) {
				checkContractClause(p, r, clause)
			}
		}
	},
}

// contractClauses are the columns of the clauses that a kind of supplier needs
// (domain §6.3). Clouds and suppliers of devices are not among the kinds that
// the source speaks of.
func contractClauses(kind string) []string {
	switch kind {
	case "processing":
		return []string{"confidentiality", "responsibility", "handling", "damages", "responsible", "audit"}
	case "maintenance":
		return []string{"confidentiality"}
	case "housing":
		return []string{"confidentiality", "damages", "responsible", "audit"}
	case "on-site":
		return []string{"confidentiality", "damages", "responsible"}
	}
	return nil
}

func requiredContractClauses(kinds []isms.Value) []string {
	var out []string
	for _, k := range kinds {
		for _, c := range contractClauses(k.Text) {
			if !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	return out
}

// checkContractClause reports a clause that a contract does not have, at its
// cell or, where the table has no such column, at the supplier.
func checkContractClause(p *lint.Pass, r *isms.Row, clause string) {
	v := r.Written(clause)
	key := fold.Key(v.Text)
	if !v.None() && !slices.Contains([]string{"×", "✕", "✗", "x", "no", "未", "未定", "対象外", "不要", "notrequired", "notapplicable"}, key) || isOpenCell(r.Table, v.Text) {
		return
	}
	at := v.Span
	if v.Text == "" {
		at = r.Written("supplier").Span
	}
	f := tableFinding(r.Table, at, message.Textf(
		"%[1]s との契約に「%[2]s」の条項がありません。契約か覚書で定め、条の番号を書いてください",
		"the contract with %[1]s lacks the clause %[2]q, expected the number of the clause in the contract or a memorandum",
		cellExcerpt(r.Written("supplier").Text), columnTitle(r.Table, r.Table.Schema.Column(clause))))
	f.Subject = r.Written("supplier").Text + " " + clause
	p.Report(f)
}

// contractExample is a register with one contract for outsourced processing.
func contractExample(audit string) string {
	return `---
number: ISMS-B-19
title: 委託先管理台帳
revision: 1
status: approved
established: 2024-04-01
drafted_by: suzuki
approved_by: tanaka
approved_on: 2024-04-01
---
# 委託先管理台帳

| 委託先番号 | 契約番号 | 種類 | 守秘義務 | 責任の範囲 | 情報の取扱い | 損害賠償 | 委託先責任者 | 監査・教育の権利 |
|---|---|---|---|---|---|---|---|---|
| SUP-001 | CT-001 | 情報処理委託 | 第5条 | 第6条 | 第7条 | 第12条 | 第9条 | ` + audit + ` |
`
}

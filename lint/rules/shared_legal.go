package rules

import (
	"github.com/ismslint/ismslint/lint/isms"
)

const legalForm = "ISMS-B-04"

// eachLaw calls check for the requirements of registers in force.
func eachLaw(s *isms.System, check func(r *isms.Row)) {
	for _, t := range s.Tables(legalForm, "laws") {
		eachRowInForce(t, check)
	}
}

// eachRowInForce calls check for the rows of a table of a document that is no
// mere draft.
func eachRowInForce(t *isms.Table, check func(r *isms.Row)) {
	if t.File.Meta.Status == isms.Draft {
		return
	}
	for i := range t.Rows {
		if r := &t.Rows[i]; !isBroken(r) {
			check(r)
		}
	}
}

// legalExample is a register of legal requirements with some rows and what
// stands above them.
func legalExample(above, rows string) string {
	return `-- registers/ISMS-B-04-法的要求事項登録簿.md --
---
number: ISMS-B-04
title: 法的要求事項登録簿
revision: 1
status: approved
established: 2025-03-24
drafted_by: suzuki
approved_by: sato
approved_on: 2025-03-24
---
# 法的要求事項登録簿

` + above + `| 番号 | 法令・契約等の名称 | 種別 | 条項 | 適用対象 | 要求事項 | 関連する管理策 | 出典・改正 | 順守の評価 | 評価日 | 最終見直し日 |
|---|---|---|---|---|---|---|---|---|---|---|
` + rows
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var revisionMismatch = &lint.Rule{
	Name:           "revision/mismatch",
	Severity:       lint.Error,
	Requirements:   []string{"DOC-002", "DOC-004", "A03-1"},
	Clauses:        []string{"7.5.2", "7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "文書の先頭に書いた改訂番号・制定日・改訂日・作成者・承認者が、改訂履歴と一致しません",
			EN: "revision, dates, drafter or approver at the head of a document differ from its revision history",
		},
		Why: message.Text{
			JA: "どの版が最新で、いつ誰が承認したのかが、同じ文書の中で二通りに読めてしまいます",
			EN: "one document then gives two answers to which revision is current and who approved it when",
		},
		Wrong: `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 2
status: approved
established: 2023-10-01
revised: 2024-04-10
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-10
---
# ISMSマニュアル

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2023-10-01 | 制定 | 田中 一郎 | 佐藤 花子 |
| 2 | 2024-04-01 | 適用範囲の変更 | 田中 一郎 | 佐藤 花子 |
`,
		Right: `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 2
status: approved
established: 2023-10-01
revised: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
---
# ISMSマニュアル

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2023-10-01 | 制定 | 田中 一郎 | 佐藤 花子 |
| 2 | 2024-04-01 | 適用範囲の変更 | 田中 一郎 | 佐藤 花子 |
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Kind != isms.Controlled {
			return
		}
		rows := f.Revisions.Ordered()
		agree := compareRevision(p, f, rows)
		if agree {
			checkRevised(p, f, rows)
		}
		if len(rows) == 0 {
			return
		}
		if n := rows[0].Revision; n.Valid && n.Int <= max(1, p.Config.Documents.InitialRevision) {
			compareDay(p, f, f.Meta.Established, rows[0].Date, establishedDay,
				message.Text{JA: "改訂履歴の最初の行", EN: "first row of the revision history"})
		}
		current, ok := currentRow(f, rows)
		if !ok || !agree {
			return // the other fields may be those of another row
		}
		where := message.Text{JA: "改訂履歴の同じ版の行", EN: "row of that revision in the history"}
		if current.Span != rows[0].Span {
			compareDay(p, f, f.Meta.Revised, current.Date, revisedDay, where)
		}
		if !unapproved(f) {
			comparePersons(p, f, f.Meta.DraftedBy, current.Drafted, message.Text{JA: "作成者", EN: "drafter"}, where)
			comparePersons(p, f, f.Meta.ApprovedBy, current.Approved, message.Text{JA: "承認者", EN: "approver"}, where)
		}
	},
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var revisionUnusedRow = &lint.Rule{
	Name:           "revision/unused-row",
	Severity:       lint.Warning,
	Requirements:   []string{"EVD-007"},
	Clauses:        []string{"7.5.2", "7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "改訂履歴に行が加わりましたが、文書の内容は変わっていません",
			EN: "the revision history has a new row, but the content of the document is the same",
		},
		Why: message.Text{
			JA: "実際には何も変わっていない改訂があると、改訂履歴を変更の記録として信頼できなくなります",
			EN: "a revision that changed nothing makes the history useless as a record of changes; a review without a change is recorded by saying so in the row",
		},
		Wrong: `-- before/policies/ISMS-A-03-ISMSマニュアル.md --
---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
---
# ISMSマニュアル

## 1 適用範囲

本社の全業務を対象とする。

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2024-04-01 | 制定 | 田中 一郎 | 佐藤 花子 |
-- policies/ISMS-A-03-ISMSマニュアル.md --
---
number: ISMS-A-03
title: ISMSマニュアル
revision: 2
status: approved
established: 2024-04-01
revised: 2026-11-16
drafted_by: tanaka
approved_by: sato
approved_on: 2026-11-16
---
# ISMSマニュアル

## 1 適用範囲

本社の全業務を対象とする。

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2024-04-01 | 制定 | 田中 一郎 | 佐藤 花子 |
| 2 | 2026-11-16 | 適用範囲の変更 | 田中 一郎 | 佐藤 花子 |
`,
		Right: `-- before/policies/ISMS-A-03-ISMSマニュアル.md --
---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
---
# ISMSマニュアル

## 1 適用範囲

本社の全業務を対象とする。

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2024-04-01 | 制定 | 田中 一郎 | 佐藤 花子 |
-- policies/ISMS-A-03-ISMSマニュアル.md --
---
number: ISMS-A-03
title: ISMSマニュアル
revision: 2
status: approved
established: 2024-04-01
revised: 2026-11-16
drafted_by: tanaka
approved_by: sato
approved_on: 2026-11-16
---
# ISMSマニュアル

## 1 適用範囲

本社と支社の全業務を対象とする。

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2024-04-01 | 制定 | 田中 一郎 | 佐藤 花子 |
| 2 | 2026-11-16 | 適用範囲の変更 | 田中 一郎 | 佐藤 花子 |
`,
	},
	Change: func(p *lint.Pass, c *isms.Change) {
		for _, pair := range c.Pairs {
			f := pair.After
			if f == nil || f.Kind != isms.Controlled || f.Meta.Status != isms.Approved {
				continue
			}
			approved, commit, ok := approvedBefore(p, c, pair)
			if !ok || !f.Meta.Revision.Valid || f.Meta.Revision.Int <= approved.Meta.Revision.Int {
				continue
			}
			row, ok := currentRow(f, f.Revisions.Ordered())
			if !ok || saysUnchanged(row.Change.Text) || contentAlone(approved) != contentAlone(f) {
				continue
			}
			at := row.Span
			p.Report(lint.Finding{
				File: f.Path, Span: &at,
				Message: message.Textf("改訂%[1]dの行がありますが、文書の内容は改訂%[2]dと同じです。変更を反映するか、見直しの結果変更がなかった場合は改訂内容に「変更なし」と書いてください",
					"there is a row for revision %[1]d, but the content is that of revision %[2]d; make the change, or say \"no change\" in the row if a review found nothing to change",
					f.Meta.Revision.Int, approved.Meta.Revision.Int),
				Related: []lint.Related{approvedState(approved, commit)},
			})
		}
	},
}

// saysUnchanged reports whether a row records a review that changed nothing.
func saysUnchanged(text string) bool {
	key := fold.Key(text)
	return containsOneOf(key, "変更なし", "変更無し", "改訂なし", "改定なし", "変更はな", "変更はありま", "変更点なし", "変更箇所なし", "変更せず", "変更不要", "見直しのみ", "nochange", "nocontentchange", "nothingchanged", "notchanged", "unchanged", "withoutchange", "noamendment")
}

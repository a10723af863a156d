package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var revisionDateDrift = &lint.Rule{
	Name:           "revision/date-drift",
	Severity:       lint.Warning,
	Requirements:   []string{"EVD-006", "EVD-011"},
	Clauses:        []string{"7.5.2", "7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "改訂日が、その改訂が実際に登録された日から大きく離れています",
			EN: "the date of a revision is far from the day on which it was recorded",
		},
		Why: message.Text{
			JA: "後から日付をさかのぼって作られた改訂と区別がつきません",
			EN: "nobody can tell such a revision from one that was made up afterwards",
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
revised: 2026-06-01
drafted_by: tanaka
approved_by: sato
approved_on: 2026-06-01
---
# ISMSマニュアル

## 1 適用範囲

本社と支社の全業務を対象とする。

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2024-04-01 | 制定 | 田中 一郎 | 佐藤 花子 |
| 2 | 2026-06-01 | 適用範囲の変更 | 田中 一郎 | 佐藤 花子 |
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
			approved, _, ok := approvedBefore(p, c, pair)
			if !ok || f.Meta.Revision.Int <= approved.Meta.Revision.Int {
				continue // a document that comes into git for the first time brings its past along
			}
			row, ok := currentRow(f, f.Revisions.Ordered())
			if !ok || !row.Date.Valid() {
				continue
			}
			if row.Date.Date.DaysUntil(c.AsOf) <= p.Config.Periods.Trigger {
				continue // and was recorded by then
			}
			on, ok := recordedOn(p, c, f, func(then *isms.File) bool { return then.Meta.Revision.Int >= f.Meta.Revision.Int })
			if !ok {
				return
			}
			if days := row.Date.Date.DaysUntil(on); days > p.Config.Periods.Trigger {
				at := row.Date.Place()
				p.Report(lint.Finding{
					File: f.Path, Span: &at,
					Message: message.Textf("改訂%[1]dの改訂日は %[2]s ですが、登録されたのは %[3]d 日後の %[4]s です（目安は %[5]d 日以内）。日付を確かめ、遅れた場合は理由を改訂内容に書いてください",
						"revision %[1]d is dated %[2]s but was recorded %[3]d days later, on %[4]s, expected within %[5]d days; check the date, or say in the row why it is late",
						f.Meta.Revision.Int, row.Date.Date, days, on, p.Config.Periods.Trigger),
				})
			}
		}
	},
}

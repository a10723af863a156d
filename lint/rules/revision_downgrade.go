package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var revisionDowngrade = &lint.Rule{
	Name:           "revision/downgrade",
	Severity:       lint.Error,
	Requirements:   []string{"EVD-006", "EVD-013"},
	Clauses:        []string{"7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "改訂番号が、承認済みの改訂より小さくなっています",
			EN: "the revision is lower than the one that was approved before",
		},
		Why: message.Text{
			JA: "古い版が最新版として使われ、番号だけでは版を特定できなくなります",
			EN: "an old revision comes back into use as the latest one, and a number then no longer tells which text is meant",
		},
		Wrong: `-- before/policies/ISMS-A-03-ISMSマニュアル.md --
---
number: ISMS-A-03
title: ISMSマニュアル
revision: 2
status: approved
established: 2024-04-01
revised: 2025-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2025-04-01
---
# ISMSマニュアル

## 1 適用範囲

本社の全業務を対象とする。

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2024-04-01 | 制定 | 田中 一郎 | 佐藤 花子 |
| 2 | 2025-04-01 | 役割の変更 | 田中 一郎 | 佐藤 花子 |
-- policies/ISMS-A-03-ISMSマニュアル.md --
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
`,
		Right: `-- before/policies/ISMS-A-03-ISMSマニュアル.md --
---
number: ISMS-A-03
title: ISMSマニュアル
revision: 2
status: approved
established: 2024-04-01
revised: 2025-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2025-04-01
---
# ISMSマニュアル

## 1 適用範囲

本社の全業務を対象とする。

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2024-04-01 | 制定 | 田中 一郎 | 佐藤 花子 |
| 2 | 2025-04-01 | 役割の変更 | 田中 一郎 | 佐藤 花子 |
-- policies/ISMS-A-03-ISMSマニュアル.md --
---
number: ISMS-A-03
title: ISMSマニュアル
revision: 3
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
| 2 | 2025-04-01 | 役割の変更 | 田中 一郎 | 佐藤 花子 |
| 3 | 2026-11-16 | 改訂1の内容に戻す | 田中 一郎 | 佐藤 花子 |
`,
	},
	Change: func(p *lint.Pass, c *isms.Change) {
		for _, pair := range c.Pairs {
			f := pair.After
			if f == nil || f.Kind != isms.Controlled || f.Meta.Status == isms.Obsolete || !f.Meta.Revision.Valid {
				continue
			}
			approved, commit, ok := approvedBefore(p, c, pair)
			if !ok || f.Meta.Revision.Int >= approved.Meta.Revision.Int {
				continue
			}
			if b := pair.Before; b != nil && unapproved(b) && sameRevision(b, f) {
				continue // it was reported when the draft began
			}
			at := f.Meta.Revision.Place()
			p.Report(lint.Finding{
				File: f.Path, Span: &at,
				Message: message.Textf("改訂番号が %[1]d ですが、すでに改訂%[2]dが承認されています。以前の内容に戻す場合も、改訂%[3]dとして承認を受けてください",
					"the revision is %[1]d, but revision %[2]d was approved already; to return to an earlier text, issue it as revision %[3]d",
					f.Meta.Revision.Int, approved.Meta.Revision.Int, approved.Meta.Revision.Int+1),
				Related: []lint.Related{approvedState(approved, commit)},
			})
		}
	},
}

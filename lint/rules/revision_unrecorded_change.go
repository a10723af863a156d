package rules

import (
	"bytes"
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var revisionUnrecordedChange = &lint.Rule{
	Name:           "revision/unrecorded-change",
	Severity:       lint.Error,
	Requirements:   []string{"DOC-020", "EVD-004", "EVD-005", "EVD-006"},
	Clauses:        []string{"7.5.2", "7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "承認済みの文書の内容が、改訂番号を上げずに変更されています",
			EN: "the content of an approved document changed without a new revision",
		},
		Why: message.Text{
			JA: "承認された内容と公開されている内容が食い違い、誰も承認していない版が出回ります",
			EN: "what is published is then not what was approved, and nobody approved what is published",
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
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
---
# ISMSマニュアル

## 1 適用範囲

本社と支社の全業務を対象とする。

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2024-04-01 | 制定 | 田中 一郎 | 佐藤 花子 |
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
			if !ok || !sameRevision(approved, f) || recordsNext(f) || approved.Digest() == f.Digest() || historyAlone(approved, f) || approvedAnew(c, approved, f) || outdatesSignature(c, approved, f) {
				continue
			}
			at := f.Meta.Revision.Place()
			p.Report(lint.Finding{
				File: f.Path, Span: &at,
				Message: message.Textf("承認済みの改訂%[1]dの内容（%[2]s）が変わっています。改訂番号を上げ、改訂履歴に行を加えて、承認を受けてください",
					"the approved content of revision %[1]d has changed (%[2]s), expected a new revision with a row in the revision history and its approval",
					f.Meta.Revision.Int, changedParts(approved, f)),
				Related: []lint.Related{approvedState(approved, commit)},
			})
		}
	},
}

// recordsNext reports whether the revision history is ahead of the front
// matter: the change is recorded, and revision/mismatch says what is missing.
func recordsNext(f *isms.File) bool {
	latest, ok := f.Revisions.Latest()
	return ok && latest.Revision.Valid && latest.Revision.Int > f.Meta.Revision.Int
}

// approvedAnew reports whether all approvers signed what has changed, where
// that is metadata alone.
func approvedAnew(c *isms.Change, approved, f *isms.File) bool {
	if !bytes.Equal(approved.DigestedBody(), f.DigestedBody()) {
		return false
	}
	all, _ := c.After.Evidence(f, config.Declared) // asks nothing of the history
	return len(all) > 0 && !slices.ContainsFunc(all, func(e isms.Evidence) bool { return e.Approval == nil })
}

// outdatesSignature reports whether somebody signed the state before: that the
// signature does not fit any more is what approval/stale reports, as long as
// it is so.
func outdatesSignature(c *isms.Change, approved, f *isms.File) bool {
	digest := approved.Digest()
	all, _ := c.After.Evidence(f, config.Declared) // asks nothing of the history
	return slices.ContainsFunc(all, func(e isms.Evidence) bool {
		return e.Approval == nil && slices.ContainsFunc(e.Stale, func(a *isms.Approval) bool { return a.Statement.Digest == digest })
	})
}

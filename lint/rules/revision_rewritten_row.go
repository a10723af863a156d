package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var revisionRewrittenRow = &lint.Rule{
	Name:           "revision/rewritten-row",
	Severity:       lint.Error,
	Requirements:   []string{"EVD-006", "EVD-008"},
	Clauses:        []string{"7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "改訂履歴の過去の行が書き換えられています",
			EN: "an earlier row of the revision history was rewritten",
		},
		Why: message.Text{
			JA: "過去の改訂の日付や承認者を後から変えられると、改訂履歴は証拠になりません",
			EN: "a history whose earlier rows can be changed afterwards proves nothing",
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

本社と支社の全業務を対象とする。

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2024-04-01 | 制定 | 田中 一郎 | 佐藤 花子 |
| 2 | 2025-05-01 | 役割の変更 | 田中 一郎 | 佐藤 花子 |
| 3 | 2026-11-16 | 適用範囲の変更 | 田中 一郎 | 佐藤 花子 |
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

本社と支社の全業務を対象とする。

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2024-04-01 | 制定 | 田中 一郎 | 佐藤 花子 |
| 2 | 2025-04-01 | 役割の変更 | 田中 一郎 | 佐藤 花子 |
| 3 | 2026-11-16 | 適用範囲の変更 | 田中 一郎 | 佐藤 花子 |
`,
	},
	Change: func(p *lint.Pass, c *isms.Change) {
		for _, pair := range c.Pairs {
			f := pair.After
			if f == nil || f.Kind != isms.Controlled || f.Meta.Status == isms.Obsolete {
				continue
			}
			approved, commit, ok := approvedBefore(p, c, pair)
			if !ok {
				continue
			}
			now, draft := rowsByRevision(f), draftedRows(pair)
			for _, before := range approved.Revisions.Ordered() {
				rows := now[before.Revision.Int]
				if !before.Revision.Valid || len(rows) == 0 {
					continue // a missing row is a gap, which revision/sequence reports
				}
				row, columns := nearestRow(p, &before, rows)
				if len(columns) > 0 && !hasRow(draft[before.Revision.Int], &row) {
					at := row.Span
					p.Report(lint.Finding{
						File: f.Path, Span: &at,
						Message: message.Textf("改訂%[1]dの行の%[2]sが、承認されたときから書き換えられています。元に戻し、訂正は新しい改訂の行に書いてください",
							"%[2]s in the row of revision %[1]d changed since it was approved, expected the row as it was; record a correction in the row of a new revision",
							before.Revision.Int, joinTexts(columns)),
						Related: []lint.Related{{File: approved.Path, Commit: commitID(commit), Message: message.Textf("承認されたときの行: %s", "the row as it was approved: %s", rowText(&before))}},
					})
				}
			}
		}
	},
}

// draftedRows are the rows of the state before where that was no approved one.
// What it had rewritten was reported when it did.
func draftedRows(pair *isms.Pair) map[int][]isms.Revision {
	if pair.Before == nil || !unapproved(pair.Before) {
		return nil
	}
	return rowsByRevision(pair.Before)
}

func hasRow(rows []isms.Revision, row *isms.Revision) bool {
	return slices.ContainsFunc(rows, func(r isms.Revision) bool { return rowText(&r) == rowText(row) })
}

// nearestRow returns the row, of those of one revision, that says most of what
// an earlier row said, and the columns in which it does not.
func nearestRow(p *lint.Pass, before *isms.Revision, rows []isms.Revision) (row isms.Revision, columns []message.Text) {
	for i := range rows {
		if differs := rewritten(p, before, &rows[i]); i == 0 || len(differs) < len(columns) {
			row, columns = rows[i], differs
		}
	}
	return row, columns
}

// rewritten returns the columns in which a row says something else than it
// did. Filling in what was left blank is no rewriting.
func rewritten(p *lint.Pass, before, now *isms.Revision) []message.Text {
	var columns []message.Text
	sameDay := before.Date.Valid() && now.Date.Valid() && before.Date.Date == now.Date.Date
	if !before.Date.None() && !sameDay && !fold.Equal(before.Date.Text, now.Date.Text) {
		columns = append(columns, message.Text{JA: "改訂日", EN: "the date"})
	}
	if !before.Change.None() && !fold.Equal(before.Change.Text, now.Change.Text) {
		columns = append(columns, message.Text{JA: "改訂内容", EN: "the description"})
	}
	for _, v := range []struct {
		before, now isms.Value
		name        message.Text
	}{
		{before.Drafted, now.Drafted, message.Text{JA: "作成者", EN: "the drafter"}},
		{before.Approved, now.Approved, message.Text{JA: "承認者", EN: "the approver"}},
	} {
		if !v.before.None() && !fold.Equal(v.before.Text, v.now.Text) && !samePerson(p, v.before.Text, v.now.Text) {
			columns = append(columns, v.name)
		}
	}
	if !fold.Equal(before.Further, now.Further) {
		columns = append(columns, message.Text{JA: "備考や続きの行", EN: "the remarks or continuing rows"})
	}
	return columns
}

// samePerson reports whether two texts name one person in different ways.
func samePerson(p *lint.Pass, a, b string) bool {
	person := p.People.Signed(a)
	return person != nil && person == p.People.Signed(b)
}

func rowsByRevision(f *isms.File) map[int][]isms.Revision {
	rows := map[int][]isms.Revision{}
	for _, r := range f.Revisions.Ordered() {
		if r.Revision.Valid {
			rows[r.Revision.Int] = append(rows[r.Revision.Int], r)
		}
	}
	return rows
}

func rowText(r *isms.Revision) string {
	return strings.Join([]string{r.Date.Text, r.Change.Text, r.Drafted.Text, r.Approved.Text}, " | ") + strings.ReplaceAll(r.Further, "\n", " | ")
}

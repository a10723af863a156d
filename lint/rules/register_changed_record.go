package rules

import (
	"bytes"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var registerChangedRecord = &lint.Rule{
	Name:           "register/changed-record",
	Severity:       lint.Error,
	Requirements:   []string{"FRM-6", "EVD-005", "EVD-008"},
	Clauses:        []string{"7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "承認済みの記録、又は記録簿に書き込まれた行が、後から変更されています",
			EN: "an approved record, or what a row of a log says, was changed afterwards",
		},
		Why: message.Text{
			JA: "記録は起きたことの証拠であり、後から書き換えられるものは証拠になりません。訂正は追記で行います",
			EN: "a record is evidence of what happened; what can be rewritten proves nothing; corrections are added, not written over",
		},
		Wrong: `-- before/registers/ISMS-B-13-情報セキュリティ事象記録簿.md --
---
number: ISMS-B-13
title: 情報セキュリティ事象記録簿
revision: 1
status: approved
established: 2026-04-01
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-04-01
---
# 情報セキュリティ事象記録簿

| 事象番号 | 発生日時 | 報告者 | 内容 | 種別 | 受付日 | 評価 | 評価者 |
|---|---|---|---|---|---|---|---|
| EV-001 | 2026-05-12 | 伊藤 美咲 | 入館証の置き忘れ | 方針違反 | 2026-05-12 | 事象のみ | 田中 一郎 |
| EV-002 | 2026-06-03 | 鈴木 次郎 | 社外の無線LANへの接続 | 弱点 | 2026-06-03 | 事象のみ | 田中 一郎 |
-- registers/ISMS-B-13-情報セキュリティ事象記録簿.md --
---
number: ISMS-B-13
title: 情報セキュリティ事象記録簿
revision: 1
status: approved
established: 2026-04-01
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-04-01
---
# 情報セキュリティ事象記録簿

| 事象番号 | 発生日時 | 報告者 | 内容 | 種別 | 受付日 | 評価 | 評価者 |
|---|---|---|---|---|---|---|---|
| EV-001 | 2026-05-12 | 伊藤 美咲 | 入館証の置き忘れ | 方針違反 | 2026-05-12 | 事象のみ | 田中 一郎 |
| EV-002 | 2026-06-03 | 鈴木 次郎 | 私物のパソコンの接続 | 弱点 | 2026-06-03 | 事象のみ | 田中 一郎 |
`,
		Right: `-- before/registers/ISMS-B-13-情報セキュリティ事象記録簿.md --
---
number: ISMS-B-13
title: 情報セキュリティ事象記録簿
revision: 1
status: approved
established: 2026-04-01
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-04-01
---
# 情報セキュリティ事象記録簿

| 事象番号 | 発生日時 | 報告者 | 内容 | 種別 | 受付日 | 評価 | 評価者 |
|---|---|---|---|---|---|---|---|
| EV-001 | 2026-05-12 | 伊藤 美咲 | 入館証の置き忘れ | 方針違反 | 2026-05-12 | 事象のみ | 田中 一郎 |
-- registers/ISMS-B-13-情報セキュリティ事象記録簿.md --
---
number: ISMS-B-13
title: 情報セキュリティ事象記録簿
revision: 1
status: approved
established: 2026-04-01
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-04-01
---
# 情報セキュリティ事象記録簿

| 事象番号 | 発生日時 | 報告者 | 内容 | 種別 | 受付日 | 評価 | 評価者 |
|---|---|---|---|---|---|---|---|
| EV-001 | 2026-05-12 | 伊藤 美咲 | 入館証の置き忘れ | 方針違反 | 2026-05-12 | 事象のみ | 田中 一郎 |
| EV-002 | 2026-06-03 | 鈴木 次郎 | 社外の無線LANへの接続 | 弱点 | 2026-06-03 | 事象のみ | 田中 一郎 |
`,
	},
	Change: func(p *lint.Pass, c *isms.Change) {
		for _, pair := range c.Pairs {
			if pair.Before == nil || pair.After == nil {
				continue
			}
			checkLoggedRows(p, pair)
			if pair.After.Kind == isms.RecordFile && pair.After.Meta.Status == isms.Approved {
				checkApprovedRecord(p, c, pair)
			}
		}
	},
}

// checkApprovedRecord compares a record with what was approved.
func checkApprovedRecord(p *lint.Pass, c *isms.Change, pair *isms.Pair) {
	approved, commit, ok := approvedBefore(p, c, pair)
	f := pair.After
	if !ok || approved.Digest() == f.Digest() || f.Meta.Revision.Valid && f.Meta.Revision.Int > approved.Meta.Revision.Int || supplements(approved, f) {
		return
	}
	at := f.Head()
	p.Report(lint.Finding{
		File: f.Path, Span: &at,
		Message: message.Textf("承認済みの記録「%[1]s」（%[2]s）が変更されています。元に戻し、訂正や補足は末尾に「追記」の見出しを設けて書いてください",
			"the approved record %[1]q was changed (%[2]s), expected it as it was; add corrections at the end under a heading \"Addendum\"", f.ID(), changedParts(approved, f)),
		Related: []lint.Related{{File: approved.Path, Commit: commitID(commit), Message: message.Textf("承認された記録（%s）", "the record as approved on %s", approved.Meta.ApprovedOn.Text)}},
	})
}

// supplements reports whether a record only has further sections at its end,
// the first of which says that it is an addition.
func supplements(before, after *isms.File) bool {
	if len(changedFields(before, after)) > 0 {
		return false
	}
	added, ok := bytes.CutPrefix(after.DigestedBody(), bytes.TrimRight(before.DigestedBody(), "\n"))
	if !ok {
		return false
	}
	first, _, _ := strings.Cut(strings.TrimSpace(string(added)), "\n")
	return strings.HasPrefix(first, "#") && containsOneOf(fold.Key(first), "追記", "補足", "補遺", "追補", "訂正", "addendum", "supplement", "appendix", "correction")
}

// checkLoggedRows compares the rows of logs, in which blank cells may be
// filled in later.
func checkLoggedRows(p *lint.Pass, pair *isms.Pair) {
	for _, t := range pair.Before.Tables {
		if !t.Schema.Log {
			continue
		}
		now := rowsByKey(pair.After, t)
		for i := range t.Rows {
			row := now[t.Rows[i].Key()]
			if row == nil || t.Rows[i].Key() == "" {
				continue
			}
			for column := range t.Schema.Columns {
				reportRewrittenCell(p, t, &t.Rows[i], row, column)
			}
		}
	}
}

func reportRewrittenCell(p *lint.Pass, t *isms.Table, before, now *isms.Row, column int) {
	was, is := before.At(column), now.At(column)
	if was.None() || isPending(was.Text) || fold.Equal(was.Text, is.Text) {
		return
	}
	at := is.Span
	p.Report(lint.Finding{
		File: now.Table.Path, Span: &at,
		Message: message.Textf("「%[1]s」の行「%[2]s」の%[3]sが「%[4]s」から「%[5]s」に書き換えられています。元に戻し、訂正は備考などに書き加えてください",
			"%[3]s in the row %[2]q of %[1]q was changed from %[4]q to %[5]q, expected what was recorded; add a correction instead of writing over it",
			t.Schema.Title, now.Name(), t.Schema.Columns[column].Title, was.Text, is.Text),
	})
}

// isPending reports whether a cell says that the answer is still to come.
func isPending(text string) bool {
	return containsOneOf(fold.Key(text), "未評価", "未着手", "未定", "未実施", "調査中", "確認中", "対応中", "評価中", "予定", "pending", "open", "ongoing", "tobe", "tbd", "notyet", "inprogress")
}

func rowsByKey(f *isms.File, like *isms.Table) map[string]*isms.Row {
	rows := map[string]*isms.Row{}
	for _, t := range f.Tables {
		if t.Form != like.Form || t.Name != like.Name {
			continue
		}
		for i := range t.Rows {
			if key := t.Rows[i].Key(); rows[key] == nil {
				rows[key] = &t.Rows[i]
			}
		}
	}
	return rows
}

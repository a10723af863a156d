package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

var registerRemovedRow = &lint.Rule{
	Name:           "register/removed-row",
	Severity:       lint.Error,
	Requirements:   []string{"FRM-2", "FRM-6", "EVD-008", "B13-1"},
	Clauses:        []string{"7.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "記録の行が削除されています",
			EN: "a row was removed from a log",
		},
		Why: message.Text{
			JA: "起きたことの記録が後から消せると、件数も経過も証明できません",
			EN: "if the record of what happened can be removed afterwards, neither numbers nor events can be proven",
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
			// A document that is gone altogether is for document/missing.
			if pair.Before == nil || pair.After == nil || !holdsLog(pair.Before) || !wasIssued(p, c, pair) {
				continue
			}
			now := loggedKeys(c, pair)
			for _, t := range pair.Before.Tables {
				for i := range t.Rows {
					row := &t.Rows[i]
					key := logKey(t, row)
					if now[key]--; !t.Schema.Log || row.Key() == "" || now[key] >= 0 {
						continue
					}
					at, before := placeOfTable(pair.After, t), row.Span
					p.Report(lint.Finding{
						File: pair.After.Path, Span: &at, Subject: logName(row),
						Message: message.Textf("「%[1]s」の行「%[2]s」が削除されています。行を戻し、取り消す場合はその旨を備考などに書いてください",
							"the row %[2]q of %[1]q was removed, expected it to stay; restore it, and note in the row if it no longer counts", t.Schema.Title, logName(row)),
						Related: []lint.Related{{File: t.Path, Span: nil, Message: message.Textf("削除された行（変更前の%d行目付近）", "the row that was removed, about line %d before the change", lineOf(pair.Before, t, before))}},
					})
				}
			}
		}
	},
}

func holdsLog(f *isms.File) bool {
	return slices.ContainsFunc(f.Tables, func(t *isms.Table) bool { return t.Schema.Log })
}

func logKey(t *isms.Table, row *isms.Row) string {
	return t.Form + "\x00" + t.Name + "\x00" + row.Key()
}

// logName is the key of a row as people know it, all parts of it.
func logName(row *isms.Row) string {
	var parts []string
	for _, column := range row.Table.Schema.Key {
		if v := row.Written(column); !v.Empty() {
			parts = append(parts, strings.ReplaceAll(v.Text, "\n", " "))
		}
	}
	return strings.Join(parts, " ")
}

// loggedKeys counts the keys of the rows that the files which a change touched
// hold after it, less those that other files than that of the pair held before:
// a row may move to another file, as at the turn of the year, and rows of
// files that were not touched are no substitute for it.
func loggedKeys(c *isms.Change, pair *isms.Pair) map[string]int {
	keys := map[string]int{}
	count := func(f *isms.File, n int) {
		for _, t := range f.Tables {
			for i := range t.Rows {
				keys[logKey(t, &t.Rows[i])] += n
			}
		}
	}
	for _, f := range c.Replacing {
		count(f, 1)
	}
	for _, f := range c.Replaced {
		if f != pair.Before {
			count(f, -1)
		}
	}
	for key, n := range keys {
		keys[key] = max(n, 0)
	}
	return keys
}

// placeOfTable is where the table of the same name stands in a file, or the
// head of the file.
func placeOfTable(f *isms.File, like *isms.Table) source.Span {
	for _, t := range f.Tables {
		if t.Form == like.Form && t.Name == like.Name && t.Path == f.Path && len(t.Header) > 0 {
			return source.Span{Start: t.Header[0].Span.Start, End: t.Header[len(t.Header)-1].Span.End}
		}
	}
	return f.Head()
}

func lineOf(f *isms.File, t *isms.Table, at source.Span) int {
	src := f.Doc.Source
	if t.Path != f.Path && f.RowsFile != nil {
		src = f.RowsFile.Source
	}
	return source.NewText(src).Position(at.Start).Line
}

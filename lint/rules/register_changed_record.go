package rules

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
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
			if holdsLog(pair.Before) && wasIssued(p, c, pair) {
				checkLoggedRows(p, pair)
			}
		}
		for _, pair := range c.Pairs {
			// Back to draft is no way to change what was approved; from draft to
			// draft nothing is, and looking for it takes the whole history.
			f, was := pair.After, isms.Status("")
			if pair.Before != nil {
				was = pair.Before.Meta.Status
			}
			if f != nil && f.Kind == isms.RecordFile && f.Meta.Status != isms.Obsolete && (f.Meta.Status == isms.Approved || was == isms.Approved) {
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
	if wasReportedAsDraft(c, pair, commit) {
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

// wasReportedAsDraft reports whether a record that is approved again says what
// it said when it was taken back to draft: that was reported then. commit is
// the one that brought what was approved before.
func wasReportedAsDraft(c *isms.Change, pair *isms.Pair, commit *isms.Commit) bool {
	if pair.Before == nil || commit == nil || c.Past == nil || !unapproved(pair.Before) || unapproved(pair.After) {
		return false
	}
	drafts, err := c.Past.Firsts(pair.Before, func(then *isms.File) []string {
		if unapproved(then) {
			return []string{then.Digest()}
		}
		return nil
	})
	if err != nil {
		return false // the finding stands
	}
	var began *isms.Commit
	digest := ""
	for d, first := range drafts {
		if when := first.Committer.When; when.After(commit.Committer.When) && (began == nil || when.Before(began.Committer.When)) {
			began, digest = first, d
		}
	}
	return began != nil && digest == pair.After.Digest()
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
	first, rest, _ := strings.Cut(strings.TrimSpace(string(added)), "\n")
	underline, _, _ := strings.Cut(rest, "\n")
	heading := strings.HasPrefix(first, "#") || underline != "" && strings.Trim(underline, "-= ") == ""
	return heading && containsOneOf(fold.Key(first), "追記", "補足", "補遺", "追補", "訂正", "addendum", "supplement", "appendix", "correction")
}

// checkLoggedRows compares the rows of logs, in which blank cells may be
// filled in later and remarks be added to.
func checkLoggedRows(p *lint.Pass, pair *isms.Pair) {
	dropped := map[string]bool{} // columns that are reported already
	for _, t := range pair.Before.Tables {
		if !t.Schema.Log {
			continue
		}
		now := rowsByKey(pair.After, t)
		for _, match := range matchRows(t, now) {
			for column := range t.Schema.Columns {
				name := t.Schema.Columns[column].Name
				switch was := match.before.At(column); {
				case was.None():
				case match.now.Table.Has(name):
					reportRewrittenCell(p, t, match, column)
				case !dropped[t.Name+"/"+name]:
					dropped[t.Name+"/"+name] = true
					reportDroppedColumn(p, match.now.Table, column)
				}
			}
		}
	}
}

// rowMatch is a row of a log before and after a change.
type rowMatch struct{ before, now *isms.Row }

// matchRows finds for each row of a log what became of it. Where rows share
// a key, those that are the same in both states go together first.
func matchRows(t *isms.Table, now map[string][]*isms.Row) []rowMatch {
	var changed []*isms.Row
	for i := range t.Rows {
		row := &t.Rows[i]
		rows := now[row.Key()]
		if same := slices.IndexFunc(rows, func(r *isms.Row) bool { return sameCells(row, r) }); same >= 0 {
			now[row.Key()] = slices.Delete(slices.Clone(rows), same, same+1)
		} else if row.Key() != "" {
			changed = append(changed, row)
		}
	}
	var matches []rowMatch
	for _, row := range changed {
		if rows := now[row.Key()]; len(rows) > 0 { // else register/removed-row
			matches = append(matches, rowMatch{row, rows[0]})
			now[row.Key()] = rows[1:]
		}
	}
	return matches
}

func sameCells(a, b *isms.Row) bool {
	for column := range a.Table.Schema.Columns {
		if !fold.Equal(a.At(column).Text, b.At(column).Text) {
			return false
		}
	}
	return true
}

func reportRewrittenCell(p *lint.Pass, t *isms.Table, match rowMatch, column int) {
	was, is := match.before.At(column), match.now.At(column)
	if isPending(was.Text) || fold.Equal(was.Text, is.Text) || addsTo(was.Text, is.Text) || sameDay(was.Text, is.Text) || namesPerson(t.Schema.Columns[column]) && samePerson(p, was.Text, is.Text) {
		return
	}
	at := is.Span
	p.Report(lint.Finding{
		File: match.now.Table.Path, Span: &at,
		Message: message.Textf("「%[1]s」の行「%[2]s」の%[3]sが「%[4]s」から「%[5]s」に書き換えられています。元に戻し、訂正は備考などに書き加えてください",
			"%[3]s in the row %[2]q of %[1]q was changed from %[4]q to %[5]q, expected what was recorded; add a correction instead of writing over it",
			t.Schema.Title, logName(match.now), t.Schema.Columns[column].Title, was.Text, is.Text),
	})
}

func reportDroppedColumn(p *lint.Pass, t *isms.Table, column int) {
	at := t.HeaderSpan()
	p.Report(lint.Finding{
		File: t.Path, Span: &at, Subject: t.Schema.Columns[column].Name,
		Message: message.Textf("「%[1]s」の列「%[2]s」が、記録された内容とともに削除されています。列を戻してください",
			"the column %[2]q of %[1]q was removed with what it recorded, expected it to stay", t.Schema.Title, t.Schema.Columns[column].Title),
	})
}

// isPending reports whether a cell says, and says no more than, that the
// answer is still to come.
func isPending(text string) bool {
	const longest = 16 // characters of "対応中（担当: 田中）"
	key := fold.Key(text)
	switch key {
	case "open", "pending", "ongoing", "tbd", "planned", "notyet", "inprogress":
		return true
	}
	return utf8.RuneCountInString(key) <= longest &&
		containsOneOf(key, "未評価", "未着手", "未定", "未実施", "未完了", "調査中", "確認中", "対応中", "評価中", "実施中", "予定", "tobe", "notyet", "inprogress", "underinvestigation")
}

// addsTo reports whether a text goes on where the other ended.
func addsTo(was, is string) bool {
	rest, ok := strings.CutPrefix(fold.Text(is), fold.Text(was))
	first, _ := utf8.DecodeRuneInString(rest)
	return ok && strings.ContainsRune(" \n。.、,;；／/（(［[→※", first)
}

func namesPerson(c schema.Column) bool { return slices.Contains(c.References, "person") }

// sameDay reports whether two texts write one day in different ways.
func sameDay(a, b string) bool {
	day, _, ok := date.Parse(a)
	other, _, too := date.Parse(b)
	return ok && too && day == other
}

func rowsByKey(f *isms.File, like *isms.Table) map[string][]*isms.Row {
	rows := map[string][]*isms.Row{}
	for _, t := range f.Tables {
		if t.Form != like.Form || t.Name != like.Name {
			continue
		}
		for i := range t.Rows {
			key := t.Rows[i].Key()
			rows[key] = append(rows[key], &t.Rows[i])
		}
	}
	return rows
}

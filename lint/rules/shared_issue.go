package rules

import (
	"time"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

const (
	issueForm     = "ISMS-B-27"
	issueTable    = "issues"
	issueMeetings = "meetings"
)

// lastMonthOver returns the first day of the last month of the given name that
// is over on a day.
func lastMonthOver(month time.Month, day date.Date) date.Date {
	first, _ := date.New(day.Year, month, 1)
	if first.AddMonths(1).After(day) {
		first = first.AddMonths(-12)
	}
	return first
}

// eachIssue calls check for the rows of the list of issues that is more than a
// draft.
func eachIssue(t *isms.Table, check func(r *isms.Row)) {
	if t.File.Meta.Status == isms.Draft {
		return
	}
	for i := range t.Rows {
		if r := &t.Rows[i]; !isBroken(r) {
			check(r)
		}
	}
}

// reportLateReviewOf reports a register of which neither a row nor the revision
// history shows that it was reviewed in the month that begins on a day.
func reportLateReviewOf(p *lint.Pass, t *isms.Table, due date.Date, column string) {
	inMonth := func(d isms.Day) bool { return d.Valid() && monthStart(d.Date) == due }
	proven := false
	var first *isms.Row
	eachIssue(t, func(r *isms.Row) {
		day := r.Day(column)
		proven = proven || inMonth(day)
		if day.Valid() && (first == nil || day.Date.Before(first.Day(column).Date)) {
			first = r
		}
	})
	if t.File.Revisions != nil {
		for _, r := range t.File.Revisions.Rows {
			proven = proven || inMonth(r.Date)
		}
	}
	if first == nil || proven {
		return
	}
	day := first.Day(column)
	warnForm(p, first, day.Value, "", message.Textf(
		"「%[2]s」が最も早い行（%[1]s）でも %[3]s で、%[4]d年%[5]d月に見直した記録がありません。定期の見直しは%[5]d月に行ってください",
		"the earliest %[2]q is %[3]s (%[1]s) and nothing shows a review in %[5]s %[4]d, expected the regular review in %[5]s",
		cellExcerpt(first.Name()), riskTitle(first, column), day.Date, due.Year, due.Month))
}

// issueExample is a list of issues with its rows, and what stands below it.
func issueExample(rows, below string) string {
	return `-- registers/ISMS-B-27-リスク一覧表.md --
---
number: ISMS-B-27
title: リスク一覧表
revision: 1
status: approved
established: 2025-04-10
drafted_by: suzuki
approved_by: tanaka
approved_on: 2025-04-10
---
# リスク一覧表

| 番号 | 種別 | 内容 | ISMSの成果への影響 | 取組み | 担当 | 期限 | 有効性の評価 | 見直し日 |
|---|---|---|---|---|---|---|---|---|
` + rows + below
}

// issueMeetingsExample is a table of the committee's meetings with its rows.
func issueMeetingsExample(rows string) string {
	return "\n| 開催番号 | 開催日 | 出席 | 議題 | 決定 |\n|---|---|---|---|---|\n" + rows
}

const (
	externalIssueExample = "| IS-001 | 外部課題 | 攻撃の高度化 | 情報の漏えい | 診断を増やす | 鈴木 次郎 | 2027-03-31 | - | 2026-04-08 |\n"
	internalIssueExample = "| IS-002 | 内部課題 | 担当者の不足 | 対応の遅れ | 候補者を養成する | 鈴木 次郎 | 2027-03-31 | - | 2026-04-08 |\n"
)

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var continuityUntested = &lint.Rule{
	Name:         "continuity/untested",
	Severity:     lint.Warning,
	Requirements: []string{"B06-2", "B07-3", "CAL-017"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.29", "A.5.30"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "事業継続計画を1年以上テストしていません",
			EN: "the business continuity plan was not tested for more than a year",
		},
		Why: message.Text{
			JA: "試していない計画は、連絡先も手順も古くなり、本番で働きません。計画が複数あり、その一部だけをテストしているときは、残りの計画を情報として示します",
			EN: "contacts and procedures of an untested plan grow old and fail when needed; of several plans those that no test touched are named for information",
		},
		Wrong: continuityUntestedExample("2025-09-10"),
		Right: continuityUntestedExample("2026-09-10"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		var last *isms.Row
		tested := map[string]date.Date{} // the last test of each plan
		eachContinuityTest(s, func(r *isms.Row) {
			day := r.Day("date").Date
			if day.After(s.AsOf()) {
				return
			}
			if last == nil || day.After(last.Day("date").Date) {
				last = r
			}
			for _, id := range namedIDs(s, "continuity-plan", r.Written("plan").Text) {
				if key := fold.Key(id); day.After(tested[key]) {
					tested[key] = day
				}
			}
		})
		eachContinuityPlan(s, func(f *isms.File) {
			established := f.Meta.Established
			if !established.Valid() || !established.Date.AddMonths(12).Before(s.AsOf()) {
				return
			}
			if last == nil || last.Day("date").Date.AddMonths(12).Before(s.AsOf()) {
				reportUntested(p, f, last)
				return
			}
			reportUntestedPlans(p, s, f, tested)
		})
	},
}

func reportUntested(p *lint.Pass, f *isms.File, last *isms.Row) {
	at := f.Head()
	if last == nil {
		p.Report(lint.Finding{Severity: lint.Warning, File: f.Path, Span: &at, Message: message.Textf(
			"制定（%[1]s）から12か月を過ぎても、テストの記録がありません。テストし、「事業継続計画テスト結果記録」に残してください",
			"the plan was established on %[1]s and has no record of a test, expected one within 12 months", f.Meta.Established.Date)})
		return
	}
	day := last.Day("date")
	p.Report(lint.Finding{Severity: lint.Warning, File: f.Path, Span: &at, Message: message.Textf(
		"最後のテスト（%[1]s）から12か月を過ぎています。テストし、「事業継続計画テスト結果記録」に残してください",
		"the last test of the plan was on %[1]s, expected one within 12 months", day.Date),
		Related: []lint.Related{formRelated(last, day.Value, "最後のテスト", "last test")}})
}

// reportUntestedPlans names the plans of a file that were not tested within a
// year, where it holds several.
func reportUntestedPlans(p *lint.Pass, s *isms.System, f *isms.File, tested map[string]date.Date) {
	first := map[string]*isms.Row{}
	var order []string
	tablesNamed(f, "targets", func(r *isms.Row) {
		if key := fold.Key(r.Written("plan").Text); !r.Written("plan").None() && first[key] == nil {
			first[key] = r
			order = append(order, key)
		}
	})
	if len(order) < 2 {
		return
	}
	for _, key := range order {
		if day := tested[key]; !day.IsZero() && !day.AddMonths(12).Before(s.AsOf()) {
			continue
		}
		v := first[key].Written("plan")
		remarkForm(p, first[key], v, message.Textf(
			"計画「%[1]s」を12か月以内にテストした記録がありません。次のテストの対象に加えてください",
			"no test within 12 months names plan %[1]q, expected it in the next test", cellExcerpt(v.Text)))
	}
}

// continuityUntestedExample is a plan and a test of it on a day.
func continuityUntestedExample(day string) string {
	return continuityPlanExample("2024-05-21", "| シナリオ番号 | 計画番号 | 目標復旧時間 | 手順 |\n|---|---|---|---|\n| BCS-001 | BCP-001 | 48時間 | 4.1 |\n") +
		continuityRecordExample("| 実施日 | "+day+" |\n| 計画 | BCP-001（ISMS-B-06 改訂番号 1） |\n| 結果 | 合格 |\n")
}

// continuityRecordExample is an approved record of a test with its fields.
func continuityRecordExample(fields string) string {
	return `-- records/ISMS-B-07/BCT-2026-01.md --
---
form: ISMS-B-07
record: BCT-2026-01
title: 事業継続計画のテスト
status: approved
created: 2026-09-10
drafted_by: suzuki
approved_by: sato
approved_on: 2026-09-18
---
# 事業継続計画のテスト

| 項目 | 内容 |
|---|---|
` + fields
}

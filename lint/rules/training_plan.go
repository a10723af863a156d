package rules

import (
	"time"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var trainingPlan = &lint.Rule{
	Name:         "training/plan",
	Severity:     lint.Error,
	Requirements: []string{"B08-1", "CAL-014"},
	Clauses:      []string{"7.2", "7.3"},
	Controls:     []string{"A.6.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "年間教育計画表に、今の年度の計画がありません",
			EN: "the annual training plan has no course for the current year",
		},
		Why: message.Text{
			JA: "教育の計画は、年度の初めまで、遅くとも4月のうちに立てます。5月中は警告、6月からはエラーとします。4月に始まらない年度は、ismslint.toml の periods.year_month に初めの月を書きます",
			EN: "training is planned before the year begins, at the latest in April; a missing plan is a warning in May and an error from June on. A year that does not begin in April is set by periods.year_month",
		},
		Wrong: trainingPlanExample("| TR-2025-01 | 2025 | 全従業員教育 | 規則の理解 | 全従業員 | 動画 | 基本方針 | 2025-05 | 80点以上 | 鈴木 次郎 | - |\n"),
		Right: trainingPlanExample("| TR-2026-01 | 2026 | 全従業員教育 | 規則の理解 | 全従業員 | 動画 | 基本方針 | 2026-05 | 80点以上 | 鈴木 次郎 | - |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		year := fiscalYear(s.AsOf(), p.Config.Periods.Year)
		var last *isms.Row
		plan := s.Document(trainingPlanForm)
		for _, t := range s.Tables(trainingPlanForm, courses) {
			if t.File.Meta.Status == isms.Draft || !t.Has("year") {
				return
			}
			plan = t.File
			for i := range t.Rows {
				r := &t.Rows[i]
				n := r.Int("year")
				if !n.Valid || n.Int >= year {
					return // a year that cannot be read is for register/row to judge
				}
				if last == nil || n.Int > last.Int("year").Int {
					last = r
				}
			}
		}
		due := date.Date{Year: year, Month: p.Config.Periods.Year, Day: 1}.AddMonths(1)
		if plan == nil || len(s.Tables(trainingPlanForm, courses)) == 0 || plan.Meta.Status == isms.Draft || s.AsOf().Before(due) {
			return
		}
		severity := lint.Error
		if s.AsOf().Before(due.AddMonths(1)) {
			severity = lint.Warning
		}
		text := message.Textf("%[1]d年度の教育の計画がありません。課程ごとに対象、実施予定月及び有効性の判定基準を記入してください",
			"there is no training plan for %[1]d, expected the courses with their target groups, planned months and criteria", year)
		at, path := plan.Head(), plan.Path
		if last != nil {
			at, path = last.Written("year").Span, last.Table.Path
		}
		p.Report(lint.Finding{Severity: severity, File: path, Span: &at, Message: text})
	},
}

const (
	trainingPlanForm = "ISMS-B-08"
	courses          = "courses"
)

// fiscalYear returns the year in which the fiscal year of a day began.
func fiscalYear(day date.Date, start time.Month) int {
	if day.Month < start {
		return day.Year - 1
	}
	return day.Year
}

// trainingPlanExample is an approved training plan with the given rows.
func trainingPlanExample(rows string) string {
	return `---
number: ISMS-B-08
title: 年間教育計画表
revision: 1
status: approved
established: 2025-04-25
drafted_by: suzuki
approved_by: tanaka
approved_on: 2025-04-25
---
# 年間教育計画表

| 課程番号 | 年度 | 課程 | 目的 | 対象 | 方法 | 内容 | 実施予定月 | 有効性の判定基準 | 担当 | 実施結果 |
|---|---|---|---|---|---|---|---|---|---|---|
` + rows
}

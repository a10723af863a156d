package rules

import (
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

const (
	planProgress      = "progress"
	planConsultations = "consultations"
)

// isOpenItem reports whether work on an item of the plan is still to be done.
func isOpenItem(r *isms.Row) bool {
	switch r.Value("status").Text {
	case "done", "cancelled":
		return false
	}
	return !r.Day("completed").Valid()
}

// eachPlanItem calls check for the items of plans in force.
func eachPlanItem(s *isms.System, check func(r *isms.Row)) {
	for r := range s.Rows(isms.PlanForm, isms.PlanTable) {
		if r.Table.File.Meta.Status != isms.Draft && !isBroken(r) {
			check(r)
		}
	}
}

// rowsByPlan returns the rows of another table of the plan by the id of the
// item that they are about, in the form of [fold.Key].
func rowsByPlan(s *isms.System, table string) map[string][]*isms.Row {
	rows := map[string][]*isms.Row{}
	for r := range s.Rows(isms.PlanForm, table) {
		if !isBroken(r) {
			key := fold.Key(r.Written("plan").Text)
			rows[key] = append(rows[key], r)
		}
	}
	return rows
}

// extendedTo returns the consultation that set the last new due date of an
// item, or nil.
func extendedTo(consultations []*isms.Row) (last *isms.Row, due date.Date) {
	for _, c := range consultations {
		if d := c.Day("new_due"); d.Valid() && !d.Date.Before(due) {
			last, due = c, d.Date
		}
	}
	return last, due
}

// planExample is an approved treatment plan with its items and what follows them.
func planExample(items, rest string) string {
	return `---
number: ISMS-B-03
title: リスク対応計画書
revision: 1
status: approved
established: 2026-04-22
drafted_by: suzuki
approved_by: sato
approved_on: 2026-04-22
---
# リスク対応計画書

| 計画番号 | リスク番号 | 具体的な方法 | 実施責任者 | 要員と費用 | 優先順位 | 開始予定日 | 完了期限 |
|---|---|---|---|---|---|---|---|
` + items + rest
}

// planStateExample is a plan whose one item has a state.
func planStateExample(due, status, started, completed, evidence, rest string) string {
	return `---
number: ISMS-B-03
title: リスク対応計画書
revision: 1
status: approved
established: 2026-04-22
drafted_by: suzuki
approved_by: sato
approved_on: 2026-04-22
---
# リスク対応計画書

| 計画番号 | リスク番号 | 具体的な方法 | 実施責任者 | 要員と費用 | 優先順位 | 開始予定日 | 完了期限 | 状況 | 実際の開始日 | 実際の完了日 | 証拠 |
|---|---|---|---|---|---|---|---|---|---|---|---|
| RTP-001 | R-001 | 書庫に錠を付ける | 伊藤 美咲 | 1名、3万円 | 1 | 2026-05-01 | ` + due + " | " + status + " | " + started + " | " + completed + " | " + evidence + " |\n" + rest
}

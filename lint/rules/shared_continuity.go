package rules

import (
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/schema"
)

const (
	scenarioForm = "ISMS-B-05"
	continuity   = "ISMS-B-06"
)

// eachScenario calls check for the scenarios of assessments in force.
func eachScenario(s *isms.System, check func(r *isms.Row)) {
	for _, t := range s.Tables(scenarioForm, "scenarios") {
		eachRowInForce(t, check)
	}
}

// eachContinuityPlan calls check for the business continuity plans in force.
func eachContinuityPlan(s *isms.System, check func(f *isms.File)) {
	for _, f := range s.OfForm(continuity) {
		if isContinuityPlan(f) {
			check(f)
		}
	}
}

// isContinuityPlan reports whether the file is a plan in force: no draft, not
// obsolete, no blank form.
func isContinuityPlan(f *isms.File) bool {
	return f.Kind == isms.Controlled && f.Form != nil && f.Form.Number == continuity &&
		f.Meta.Status != isms.Draft && f.Meta.Status != isms.Obsolete && tablesReadable(f)
}

// eachContinuityTest calls check for the records of tests that took place,
// approved or not.
func eachContinuityTest(s *isms.System, check func(r *isms.Row)) {
	for r := range s.Rows(continuityTestForm, schema.RecordTable) {
		if r.Day("date").Valid() {
			check(r)
		}
	}
}

// tablesNamed calls check for the rows of a table of a file.
func tablesNamed(f *isms.File, name string, check func(r *isms.Row)) {
	for _, t := range f.Tables {
		if t.Name == name {
			eachRowInForce(t, check)
		}
	}
}

// scenarioExample is an assessment with some scenarios, without the tables that
// stand above them.
func scenarioExample(above, rows string) string {
	return `-- registers/ISMS-B-05-事業継続リスクアセスメント.md --
---
number: ISMS-B-05
title: 事業継続リスクアセスメント
revision: 1
status: approved
established: 2025-05-22
drafted_by: suzuki
approved_by: tanaka
approved_on: 2025-05-22
---
# 事業継続リスクアセスメント

` + above + `| シナリオ番号 | シナリオ | 業務プロセス | 最大許容停止時間 | 目標復旧時間 | 目標復旧時点 | 発生可能性 | 影響 | 管理責任者 | 評価日 |
|---|---|---|---|---|---|---|---|---|---|
` + rows
}

// continuityPlanExample is a plan established on a day with its text.
func continuityPlanExample(established, body string) string {
	return `-- registers/ISMS-B-06-事業継続計画書.md --
---
number: ISMS-B-06
title: 事業継続計画書
revision: 1
status: approved
established: ` + established + `
drafted_by: suzuki
approved_by: sato
approved_on: ` + established + `
---
# 事業継続計画書

` + body
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

const continuityTestForm = "ISMS-B-07"

var continuityTestFailed = &lint.Rule{
	Name:         "continuity/test-failed",
	Severity:     lint.Error,
	Requirements: []string{"B07-2"},
	Clauses:      []string{"10.2"},
	Controls:     []string{"A.5.29", "A.5.30"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "合格しなかったか、目標復旧時間を超えた事業継続計画のテストに、是正処置がありません",
			EN: "a test of the continuity plan that was not passed or took longer than the target led to no corrective action",
		},
		Why: message.Text{
			JA: "復旧できないことが分かったまま計画を直さなければ、本当の災害でも同じ結果になります",
			EN: "a plan known to fail and left as it is will fail in the real disaster too",
		},
		Wrong: continuityTestExample("不合格", "-"),
		Right: continuityTestExample("不合格", "CAR-2026-001"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for r := range s.Rows(continuityTestForm, schema.RecordTable) {
			if r.Table.File.Meta.Status == isms.Draft || isBroken(r) || hasActions(r) {
				continue
			}
			if result := r.Value("result"); result.Text == "failed" || result.Text == "needs-improvement" {
				reportForm(p, r, result, "", message.Textf(
					"%[1]s「%[2]s」が「%[3]s」ですが、是正処置の番号がありません。是正処置を起こし、その番号を記入してください",
					"%[2]q%[1]s is %[3]q, but no corrective action is named; expected its id",
					ofRow(r), riskTitle(r, "result"), cellExcerpt(r.Written("result").Text)))
				continue
			}
			checkMeasuredTime(p, r, targetOf(s, r))
			if r.Table.Fields {
				sisterRows(r.Table, "recoveries", func(row *isms.Row) { checkMeasuredTime(p, row, row.Written("rto")) })
			}
		}
	},
}

// checkMeasuredTime reports a recovery that took longer than its target.
func checkMeasuredTime(p *lint.Pass, r *isms.Row, target isms.Value) {
	measured := r.Written("actual_rto")
	took, ok := duration(measured.Text)
	limit, hasLimit := duration(target.Text)
	if !ok || !hasLimit || took <= limit {
		return
	}
	reportForm(p, r, measured, "", message.Textf(
		"%[1]s「%[2]s」が「%[3]s」で目標復旧時間「%[4]s」を超えていますが、是正処置の番号がありません。是正処置を起こし、その番号を記入してください",
		"%[2]q%[1]s is %[3]q, longer than the target of %[4]q, but no corrective action is named; expected its id",
		ofRow(r), riskTitle(r, "actual_rto"), cellExcerpt(measured.Text), cellExcerpt(target.Text)))
}

// targetOf returns the target recovery time of a test: its own, or that of its
// one scenario in the plan or in the assessment.
func targetOf(s *isms.System, r *isms.Row) isms.Value {
	own, scenarios := r.Written("rto"), r.List("scenario")
	if !own.None() || len(scenarios) != 1 {
		return own
	}
	id := isms.WithoutRemark(scenarios[0].Text)
	for target := range s.Rows(continuity, "targets") {
		if namesID(target, "scenario", id) && !isBroken(target) {
			return target.Written("rto")
		}
	}
	if scenario := s.Find("scenario", id); scenario != nil && !isBroken(scenario) {
		return scenario.Written("rto")
	}
	return own
}

// hasActions reports whether a test names a corrective action, in its own field
// or with one of its issues.
func hasActions(r *isms.Row) bool {
	found := !r.Written("actions").None()
	if r.Table.Fields {
		sisterRows(r.Table, "issues", func(issue *isms.Row) {
			found = found || !issue.Written("corrective_action").None()
		})
	}
	return found
}

// continuityTestExample is an approved record of a test with its result.
func continuityTestExample(result, actions string) string {
	return `-- records/ISMS-B-07/BCT-2026-01.md --
---
form: ISMS-B-07
record: BCT-2026-01
title: 事業継続計画のテスト
status: approved
created: 2026-09-10
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-09-18
---
# 事業継続計画のテスト

| 項目 | 内容 |
|---|---|
| 実施日 | 2026-09-10 |
| 結果 | ` + result + " |\n| 是正処置 | " + actions + " |\n"
}

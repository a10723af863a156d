package rules

import "github.com/ismslint/ismslint/lint/isms"

const trainingForm = "ISMS-B-09"

// trainingTables calls check for the tables of the reports on training that are
// more than drafts.
func trainingTables(s *isms.System, name string, check func(t *isms.Table)) {
	for _, t := range s.Tables(trainingForm, name) {
		if t.File.Meta.Status != isms.Draft {
			check(t)
		}
	}
}

// trainingExample is an approved report on training.
func trainingExample(attendance string) string {
	return `-- records/ISMS-B-09/TR-2026-01.md --
---
form: ISMS-B-09
record: TR-2026-01
title: 全従業員教育
status: approved
created: 2026-05-29
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-06-05
course: TR-2026-01
---
# 全従業員教育

| 部門 | 対象 | 受講 | 欠席 | 欠席者の補講日 |
|---|---|---|---|---|
` + attendance
}

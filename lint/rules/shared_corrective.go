package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/schema"
)

const correctiveForm = "ISMS-B-24"

// eachCorrective calls check for the reports on corrective actions that are
// more than drafts, file by file; see [lint.Pass.EachFile].
func eachCorrective(p *lint.Pass, s *isms.System, check func(p *lint.Pass, s *isms.System, r *isms.Row)) {
	p.EachFile(s, func(p *lint.Pass, s *isms.System, f *isms.File) {
		for _, r := range correctiveRows(f) {
			check(p, s, r)
		}
	})
}

// correctiveRows returns the reports on corrective actions in a file, unless it
// is a draft or obsolete.
func correctiveRows(f *isms.File) []*isms.Row {
	if f.Meta.Status == isms.Draft || f.Meta.Status == isms.Obsolete {
		return nil
	}
	var rows []*isms.Row
	for _, t := range f.Tables {
		if t.Form != correctiveForm || t.Name != schema.RecordTable {
			continue
		}
		for i := range t.Rows {
			if r := &t.Rows[i]; !isBroken(r) {
				rows = append(rows, r)
			}
		}
	}
	return rows
}

// isClosed reports whether a report on a corrective action claims to be
// finished. Rows of a common register have no approval of their own.
func isClosed(r *isms.Row) bool {
	return r.Table.File.Kind == isms.RecordFile && r.Table.File.Meta.Status == isms.Approved
}

// correctiveExample is a report on a corrective action with the last rows of
// its summary.
func correctiveExample(status, rows string) string {
	return `-- records/ISMS-B-24/CAR-2026-001.md --
---
form: ISMS-B-24
record: CAR-2026-001
title: 退職者のアカウントの停止漏れ
status: ` + status + `
created: 2026-06-03
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-09-28
source: 内部監査
found: 2026-05-28
---
# 退職者のアカウントの停止漏れ

| 項目 | 内容 |
|---|---|
| 修正日 | 2026-05-28 |
| 原因を特定した日 | 2026-06-03 |
` + rows
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var auditUnreviewed = &lint.Rule{
	Name:         "audit/unreviewed",
	Severity:     lint.Error,
	Requirements: []string{"B23-4"},
	Clauses:      []string{"9.3.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "内部監査の報告書の後に開いたマネジメントレビューが、その監査でなく別の監査の結果を取り上げています",
			EN: "the management review after an audit report takes up the results of another audit, not of this one",
		},
		Why: message.Text{
			JA: "9.3は、監査の結果をインプットにすることを求めています。前回の監査の番号が残っていると、最新の結果が検討されたことを示せません",
			EN: "clause 9.3 asks for the results of audits as an input; with the number of the previous audit left in the minutes nothing shows that the latest was considered",
		},
		Wrong: auditReportExample("2026-10-21", "") + reviewAfterAuditExample("IAR-2025-01") + olderAuditReportExample,
		Right: auditReportExample("2026-10-21", "") + reviewAfterAuditExample("IAR-2026-01") + olderAuditReportExample,
	},
	System: func(p *lint.Pass, s *isms.System) {
		audits := map[string]bool{} // ids of audits and their reports
		for r := range s.Rows(auditReport, schema.RecordTable) {
			audits[fold.Key(r.Table.File.Meta.Record.Text)] = true
			audits[auditOf(r.Table.File)] = true
		}
		eachAuditRow(s, auditReport, schema.RecordTable, func(r *isms.Row) {
			day := r.Day("reported")
			if !day.Valid() {
				return
			}
			review := reviewAfter(s, day.Date)
			if review == nil {
				return
			}
			cited := newCitedBody(review.Table.File.Doc)
			id := r.Table.File.Meta.Record.Text
			if cited.has(id) || cited.has(auditOf(r.Table.File)) || !anyOf(cited.ids, audits) {
				return // that no audit is cited at all is for review/evidence
			}
			f := review.Table.File
			at := f.Head()
			p.Report(lint.Finding{File: f.Path, Span: &at, Subject: id, Message: message.Textf(
				"内部監査の報告書 %[1]s（%[2]s に報告）が取り上げられておらず、別の監査の番号が挙げられています。監査結果のインプットを確かめてください",
				"the audit report %[1]s of %[2]s is not taken up, but another audit is; expected the results of the latest audit among the inputs", id, day.Date),
				Related: []lint.Related{formRelated(r, day.Value, "報告日", "reported")}})
		})
	},
}

// reviewAfter returns the first management review after a day, or nil.
func reviewAfter(s *isms.System, day date.Date) *isms.Row {
	var next *isms.Row
	eachAuditRow(s, "ISMS-B-25", schema.RecordTable, func(r *isms.Row) {
		if d := r.Day("date"); d.Valid() && d.Date.After(day) && (next == nil || d.Date.Before(next.Day("date").Date)) {
			next = r
		}
	})
	return next
}

func anyOf(a, b map[string]bool) bool {
	for id := range a {
		if id != "" && b[id] {
			return true
		}
	}
	return false
}

const olderAuditReportExample = `-- records/ISMS-B-23/IAR-2025-01.md --
---
form: ISMS-B-23
record: IAR-2025-01
title: 内部監査の報告
status: approved
audit: IA-2025-01
---
# 内部監査の報告
`

// reviewAfterAuditExample are minutes of a review that cite an audit report.
func reviewAfterAuditExample(report string) string {
	return `-- records/ISMS-B-25/MR-2026-01.md --
---
form: ISMS-B-25
record: MR-2026-01
title: マネジメントレビュー
status: approved
date: 2026-11-10
---
# マネジメントレビュー

監査の結果（` + report + `）を検討した。
`
}

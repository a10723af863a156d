package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var auditReportDate = &lint.Rule{
	Name:         "audit/report-date",
	Severity:     lint.Error,
	Requirements: []string{"B23-2"},
	Clauses:      []string{"9.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "社長への報告日が、内部監査の最後の日より前です",
			EN: "the audit was reported to the president before its last day",
		},
		Why: message.Text{
			JA: "監査が終わる前の報告には、全ての結果が含まれません。日付の誤りか、後から作った記録と疑われます",
			EN: "a report before the end cannot hold all results; the date is wrong or the record looks made up afterwards",
		},
		Wrong: auditReportExample("2026-10-14", ""),
		Right: auditReportExample("2026-10-21", ""),
	},
	System: func(p *lint.Pass, s *isms.System) {
		items := itemsByAudit(s)
		eachAuditRow(s, auditReport, schema.RecordTable, func(r *isms.Row) {
			reported := r.Day("reported")
			if !reported.Valid() {
				return // register/field asks for the day
			}
			at := r
			v := r.Written("dates")
			_, last := daysIn(v.Text)
			for _, item := range items[auditOf(r.Table.File)] {
				if d := item.Day("date"); d.Valid() && d.Date.After(last) {
					at, v, last = item, d.Value, d.Date
				}
			}
			checkReported(p, r, reported, last, formRelated(at, v, "監査の最後の日", "the last day of the audit"))
		})
	},
}

func checkReported(p *lint.Pass, r *isms.Row, reported isms.Day, last date.Date, at lint.Related) {
	if last.IsZero() || !reported.Date.Before(last) {
		return
	}
	reportForm(p, r, reported.Value, "", message.Textf(
		"「%[1]s」が %[2]s で、監査の最後の日 %[3]s より前です。どちらかの日付を直してください",
		"%[1]q is %[2]s, before the last day of the audit on %[3]s; expected the report after the audit",
		riskTitle(r, "reported"), reported.Date, last), at)
}

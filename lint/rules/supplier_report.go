package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var supplierReport = &lint.Rule{
	Name:         "supplier/report",
	Severity:     lint.Warning,
	Requirements: []string{"B18-2", "CAL-010"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.22"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "委託先の継続評価の報告日が、委員会の議事録と合わないか、議事録が示されていません",
			EN: "the day on which the evaluation of suppliers was reported differs from that of the minutes, or no minutes are cited",
		},
		Why: message.Text{
			JA: "委員会に報告したことは、議事録で確かめられなければなりません。日付だけでは、報告も判断も示せません",
			EN: "that the committee was told must be seen from its minutes; a day alone shows neither the report nor what was decided",
		},
		Wrong: supplierReportExample("COM-2026-04（2026-07-16）", "2026-07-09"),
		Right: supplierReportExample("COM-2026-04（2026-07-16）", "2026-07-16"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for r := range s.Rows(supplierCheckForm, schema.RecordTable) {
			if r.Table.File.Meta.Status == isms.Approved && !isBroken(r) {
				checkSupplierReport(p, s, r)
			}
		}
	},
}

func checkSupplierReport(p *lint.Pass, s *isms.System, r *isms.Row) {
	v := r.Written("committee")
	days := daysOf(v.Text)
	reported := false
	sisterRows(r.Table, "evaluations", func(e *isms.Row) {
		day := e.Day("reported")
		reported = reported || day.Valid()
		switch {
		case !day.Valid():
			// an empty mandatory cell is for register/row
		case day.Date.After(s.AsOf()):
			warnForm(p, e, day.Value, "", message.Textf(
				"%[1]s「%[2]s」が、まだ来ていない %[3]s です。報告してから記入してください",
				"%[2]q%[1]s is %[3]s, which is still to come; expected the day of a report that was made",
				ofRow(e), riskTitle(e, "reported"), day.Date))
		case len(days) > 0 && !slices.Contains(days, day.Date):
			warnForm(p, e, day.Value, "", message.Textf(
				"%[1]s「%[2]s」%[3]s が、委員会の議事録「%[4]s」の日と異なります。議事録を確かめて、どちらかを直してください",
				"%[2]q%[1]s is %[3]s, but the minutes are %[4]q; expected the two to agree",
				ofRow(e), riskTitle(e, "reported"), day.Date, cellExcerpt(v.Text)),
				formRelated(r, v, "委員会への報告", "report to the committee"))
		}
	})
	if reported && v.Present && v.None() {
		warnForm(p, r, v, "minutes", message.Textf(
			"「%[1]s」がありません。報告した委員会の議事録の番号と日付を記入してください",
			"%[1]q is empty, expected the minutes of the meeting that the evaluation was reported to", riskTitle(r, "committee")))
	}
}

// daysOf returns the days that a text names.
func daysOf(text string) []date.Date {
	var days []date.Date
	date.Scan(text, func(_, _ int, _ date.Format, d date.Date) bool {
		if !d.IsZero() {
			days = append(days, d)
		}
		return true
	})
	return days
}

// supplierReportExample is a yearly evaluation of one supplier.
func supplierReportExample(committee, reported string) string {
	return supplierCheckExample(committee, reported, "可", "なし")
}

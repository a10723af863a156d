package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var supplierOverdue = &lint.Rule{
	Name:         "supplier/overdue",
	Severity:     lint.Error,
	Requirements: []string{"B18-1", "CAL-010"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.22"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "取引中の委託先を、1年以上評価していません",
			EN: "an active supplier was not evaluated for more than a year",
		},
		Why: message.Text{
			JA: "委託先の体制は変わります。少なくとも年に1回は監査し、委員会に報告します",
			EN: "suppliers change; each is audited and reported to the committee at least once a year",
		},
		Wrong: supplierExample("2024-11-01", "2027-10-31", "2025-03-11", "継続"),
		Right: supplierExample("2024-11-01", "2027-10-31", "2026-03-11", "継続"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		last := lastEvaluations(s)
		eachActiveSupplier(s, func(r *isms.Row) {
			evaluated := r.Day("evaluated")
			day := evaluated.Date
			if d := last[fold.Key(r.Name())]; d.After(day) {
				day = d
			}
			start := r.Day("contract_start").Date
			if day.IsZero() || start.AddMonths(12).After(s.AsOf()) || !day.AddMonths(12).Before(s.AsOf()) {
				return // that there is no day at all is for register/field
			}
			report := reportForm
			if !day.AddMonths(13).Before(s.AsOf()) {
				report = warnForm // late, but not yet by a month
			}
			report(p, r, evaluated.Value, "", message.Textf("%[1]s最後の評価 %[2]s から12か月を過ぎています。「委託先継続評価表」で評価してください",
				"the last evaluation%[1]s was on %[2]s, expected one within 12 months", ofRow(r), day))
		})
	},
}

// lastEvaluations returns the last day on which each supplier was evaluated,
// by the id of the supplier.
func lastEvaluations(s *isms.System) map[string]date.Date {
	last := map[string]date.Date{}
	note := func(r *isms.Row, column string) {
		key := fold.Key(isms.WithoutRemark(r.Written("supplier").Text))
		if d := r.Day(column); d.Valid() && d.Date.After(last[key]) && r.Table.File.Meta.Status != isms.Draft {
			last[key] = d.Date
		}
	}
	for r := range s.Rows(supplierCheckForm, "evaluations") {
		note(r, "audited")
	}
	for r := range s.Rows(newSupplierForm, schema.RecordTable) {
		note(r, "evaluated")
	}
	return last
}

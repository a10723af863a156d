package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var supplierRejected = &lint.Rule{
	Name:         "supplier/rejected",
	Severity:     lint.Error,
	Requirements: []string{"B18-3"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.22"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "継続評価で不可とした委託先に、処置をとらないまま取引を続けています",
			EN: "a supplier that failed the evaluation is kept on without any action",
		},
		Why: message.Text{
			JA: "不可の評価は、改めさせるか取引をやめるかの判断を求めています。何もしなければ、評価した意味がありません",
			EN: "a failed evaluation asks for a remedy or for the end of the contract; an evaluation that nothing follows from is of no use",
		},
		Wrong: supplierExample("2024-11-01", "2027-10-31", "2026-06-18", "継続") + supplierCheckExample("COM-2026-04（2026-07-16）", "2026-07-16", "不可", "鍵の管理の不備"),
		Right: supplierExample("2024-11-01", "2027-10-31", "2026-06-18", "終了") + supplierCheckExample("COM-2026-04（2026-07-16）", "2026-07-16", "不可", "鍵の管理の不備"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		evaluations := latestChecks(s)
		eachActiveSupplier(s, func(r *isms.Row) {
			e := evaluations[fold.Key(r.Name())]
			if e == nil || e.Value("result").Text != "rejected" || hasSupplierAction(s, e) {
				return
			}
			day := latestOf(e.Day("audited").Date, e.Day("reported").Date)
			if !day.AddDays(p.Config.Periods.Trigger).Before(s.AsOf()) {
				return
			}
			reportForm(p, e, e.Written("result"), "", message.Textf(
				"%[1]s評価は「%[2]s」ですが、処置の記録がなく、取引も続いています。処置か是正処置の番号を書くか、取引を終えてください",
				"the result%[1]s is %[2]q, but no action is recorded and the supplier is active; expected an action or the end of the contract",
				ofRow(e), cellExcerpt(e.Written("result").Text)),
				formRelated(r, r.Written("status"), "委託先の状況", "status of the supplier"))
		})
	},
}

// latestChecks returns the last yearly evaluation of each supplier.
func latestChecks(s *isms.System) map[string]*isms.Row {
	last := map[string]*isms.Row{}
	for r := range s.Rows(supplierCheckForm, "evaluations") {
		if r.Table.File.Meta.Status != isms.Approved || isBroken(r) {
			continue
		}
		key := fold.Key(isms.WithoutRemark(r.Written("supplier").Text))
		if before := last[key]; before == nil || !r.Day("audited").Date.Before(before.Day("audited").Date) {
			last[key] = r
		}
	}
	return last
}

// hasSupplierAction reports whether an evaluation says what follows from it: a
// corrective action, or a row among the actions of its record.
func hasSupplierAction(s *isms.System, e *isms.Row) bool {
	for _, column := range []string{"findings", "monitoring", "next"} {
		for _, id := range namedIDs(s, "corrective-action", e.Written(column).Text) {
			if s.Find("corrective-action", id) != nil {
				return true
			}
		}
	}
	found := false
	sisterRows(e.Table, "findings", func(f *isms.Row) { found = found || !f.Written("action").None() })
	return found
}

func latestOf(a, b date.Date) date.Date {
	if b.After(a) {
		return b
	}
	return a
}

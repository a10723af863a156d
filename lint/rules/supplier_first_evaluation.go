package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var supplierFirstEvaluation = &lint.Rule{
	Name:         "supplier/first-evaluation",
	Severity:     lint.Error,
	Requirements: []string{"B17-1", "B17-2"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.19", "A.5.20"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "委託先の評価が契約の後か、条件を満たさないまま又は不可のまま契約しています",
			EN: "a supplier was evaluated after the contract began, or works although the evaluation did not allow it",
		},
		Why: message.Text{
			JA: "契約してから評価しても、任せてよいかの判断にはなりません。条件付きの評価は、条件を満たして初めて契約できます",
			EN: "an evaluation after the contract decides nothing, and a conditional one allows a contract only when the condition is met",
		},
		Wrong: supplierExample("2026-09-01", "2027-10-31", "2026-09-15", "継続") + newSupplierExample("2026-09-15", "可", "-"),
		Right: supplierExample("2026-10-01", "2027-10-31", "2026-09-15", "継続") + newSupplierExample("2026-09-15", "可", "-"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for r := range s.Rows(newSupplierForm, schema.RecordTable) {
			if r.Table.File.Meta.Status == isms.Draft || isBroken(r) {
				continue
			}
			supplier := s.Find("supplier", isms.WithoutRemark(r.Written("supplier").Text))
			if supplier == nil || supplier.Value("status").Text != "active" {
				continue
			}
			checkEvaluatedFirst(p, r, supplier)
			checkAllowed(p, r, supplier)
		}
	},
}

func checkEvaluatedFirst(p *lint.Pass, r, supplier *isms.Row) {
	evaluated, start := r.Day("evaluated"), supplier.Day("contract_start")
	if !evaluated.Valid() || !start.Valid() || !evaluated.Date.After(start.Date) {
		return
	}
	reportForm(p, r, evaluated.Value, "", message.Textf(
		"委託先 %[1]s の評価日 %[2]s が、契約開始日 %[3]s より後です。契約の前に評価してください",
		"supplier %[1]s was evaluated on %[2]s, after the contract began on %[3]s; expected the evaluation first",
		cellExcerpt(supplier.Name()), evaluated.Date, start.Date),
		formRelated(supplier, start.Value, "契約開始日", "start of the contract"))
}

func checkAllowed(p *lint.Pass, r, supplier *isms.Row) {
	result, met := r.Value("result"), r.Day("condition_met")
	related := formRelated(supplier, supplier.Written("status"), "委託先の状況", "status of the supplier")
	switch {
	case result.Text == "conditional" && !met.Valid():
		reportForm(p, r, met.Value, "condition", message.Textf(
			"委託先 %[1]s は条件付きの評価のまま取引しています。条件を満たしたことを確かめ、「%[2]s」を記入してください",
			"supplier %[1]s is active although the evaluation was conditional, expected the day in %[2]q",
			cellExcerpt(supplier.Name()), riskTitle(r, "condition_met")), related)
	case result.Text == "rejected":
		reportForm(p, r, result, "result", message.Textf(
			"委託先 %[1]s の評価は「%[2]s」ですが、取引しています。取引を止めるか、評価し直してください",
			"supplier %[1]s is active although the evaluation was %[2]q, expected no contract or another evaluation",
			cellExcerpt(supplier.Name()), cellExcerpt(r.Written("result").Text)), related)
	}
}

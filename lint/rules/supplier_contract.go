package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var supplierContract = &lint.Rule{
	Name:         "supplier/contract",
	Severity:     lint.Error,
	Requirements: []string{"B19-2", "CTL-011"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.20"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "取引中の委託先の契約が、終了日を過ぎています",
			EN: "the contract of an active supplier has ended",
		},
		Why: message.Text{
			JA: "契約のない間は、守秘義務も損害賠償も求められません",
			EN: "without a contract there is no duty of confidentiality and no claim for damages",
		},
		Wrong: supplierExample("2024-11-01", "2026-10-31", "2026-03-11", "継続"),
		Right: supplierExample("2024-11-01", "2027-10-31", "2026-03-11", "継続"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		eachActiveSupplier(s, func(r *isms.Row) {
			end := r.Day("contract_end")
			if !end.Valid() || !end.Date.Before(s.AsOf()) {
				return
			}
			reportForm(p, r, end.Value, "", message.Textf(
				"%[1]s「%[2]s」%[3]s を過ぎていますが、状況は「%[4]s」です。契約を更新して日付を改めるか、状況を改めてください",
				"%[2]q%[1]s was %[3]s, but the supplier is %[4]q; expected a renewed contract or another status",
				ofRow(r), riskTitle(r, "contract_end"), end.Date, cellExcerpt(r.Written("status").Text)),
				formRelated(r, r.Written("status"), "委託先の状況", "status of the supplier"))
		})
	},
}

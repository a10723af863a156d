package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var legalContract = &lint.Rule{
	Name:         "legal/contract",
	Severity:     lint.Error,
	Requirements: []string{"B04-2"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.20", "A.5.31"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "法的要求事項登録簿の契約の行が、終わった契約を挙げているか、契約番号を挙げていません",
			EN: "a contract among the legal requirements cites a contract that has ended, or none",
		},
		Why: message.Text{
			JA: "終わった契約は守る相手がなく、契約番号がなければ原本をたどれません。契約番号は、契約番号の列又は出典の欄に書きます",
			EN: "a contract that has ended binds nobody, and one without a number cannot be traced to its original; the number stands in a column of its own or with the source",
		},
		Wrong: legalContractExample("終了"),
		Right: legalContractExample("継続"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		eachLaw(s, func(r *isms.Row) {
			if r.Value("kind").Text != "contract" {
				return
			}
			cited := false
			for _, column := range []string{"contract", "source", "name", "articles", "note"} {
				v := r.Written(column)
				for _, id := range namedIDs(s, "contract", v.Text) {
					cited = true
					if c := s.Find("contract", id); c != nil {
						checkContractAlive(p, s, r, v, c, id)
					}
				}
				cited = cited || column == "contract" && !v.None() || (column == "source" || column == "note") && hasContractNumber(v.Text)
			}
			if !cited && s.Defines("contract") {
				warnForm(p, r, r.Written("name"), "", message.Textf(
					"%[1]s契約「%[2]s」に契約番号がありません。出典の欄に「委託先管理台帳」などの契約番号を記入してください",
					"the contract %[2]q%[1]s has no contract number, expected one with its source",
					ofRow(r), cellExcerpt(r.Written("name").Text)))
			}
		})
	},
}

// hasContractNumber reports whether a text gives the number of a contract that
// is in no register, in whatever shape: 契約書No. 2023-15, 営契第15号.
func hasContractNumber(text string) bool {
	key := fold.Key(text)
	return containsOneOf(key, "契約番号", "契約書番号", "契約no", "契約書no", "contractno", "contractnumber", "contract#", "ref.") ||
		strings.Contains(key, "第") && strings.Contains(key, "号")
}

// checkContractAlive reports a cited contract that has ended. That an active
// supplier works without a contract is for supplier/contract.
func checkContractAlive(p *lint.Pass, s *isms.System, r *isms.Row, v isms.Value, c *isms.Row, id string) {
	status := c.Value("status").Text
	end := c.Day("contract_end")
	expired := end.Valid() && end.Date.Before(s.AsOf())
	if c.Table.File.Meta.Status == isms.Draft || isBroken(c) || !slices.Contains([]string{"ended", "suspended"}, status) && (!expired || status == "active") {
		return
	}
	why := message.Textf("状況は「%s」", "whose supplier is %q", cellExcerpt(c.Written("status").Text))
	related := formRelated(c, c.Written("status"), "委託先の状況", "status of the supplier")
	if status != "ended" && expired {
		why = message.Textf("契約終了日は %s", "which ended on %s", end.Date)
		related = formRelated(c, end.Value, "契約の終了日", "end of the contract")
	}
	reportForm(p, r, v, id, message.Textf(
		"%[1]s契約「%[2]s」は終わっています（%[3]s）。有効な契約の番号に改めるか、行を削除してください",
		"%[2]q%[1]s is a contract %[3]s, expected a contract in force, or no such row",
		ofRow(r), id, why), related)
}

// legalContractExample is a contract whose supplier has a status.
func legalContractExample(status string) string {
	return supplierExample("2024-11-01", "2027-10-31", "2026-03-11", status) +
		legalExample("", "| L-001 | 清掃の契約 | 契約 | 第5条 | 本社 | 立入りの範囲を守る | A.7.2 | 契約番号 CT-001 | 適合 | 2026-03-19 | 2026-03-23 |\n")
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var planPriority = &lint.Rule{
	Name:         "plan/priority",
	Severity:     lint.Warning,
	Requirements: []string{"B03-1"},
	Clauses:      []string{"6.1.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "リスク対応計画の優先順位が、複数の項目で重複しているか、空欄です",
			EN: "items of the risk treatment plan share one priority, or have none",
		},
		Why: message.Text{
			JA: "計画が複数あるときは、どれから行うかを優先順位で決めます。同じ順位や空欄では、要員や費用が足りないときの判断ができません",
			EN: "with several measures the plan says which comes first; equal or missing ranks leave that open when people or money run short",
		},
		Wrong: planExample(`| RTP-001 | R-001 | 書庫に錠を付ける | 伊藤 美咲 | 1名、3万円 | 1 | 2026-05-01 | 2027-01-29 |
| RTP-002 | R-002 | 画面を自動で施錠する | 田中 一郎 | 1名 | 1 | 2026-05-01 | 2027-01-29 |
`, ""),
		Right: planExample(`| RTP-001 | R-001 | 書庫に錠を付ける | 伊藤 美咲 | 1名、3万円 | 1 | 2026-05-01 | 2027-01-29 |
| RTP-002 | R-002 | 画面を自動で施錠する | 田中 一郎 | 1名 | 2 | 2026-05-01 | 2027-01-29 |
`, ""),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Meta.Status == isms.Draft || f.Meta.Status == isms.Obsolete {
			return
		}
		for _, t := range f.Tables {
			if t.Form == isms.PlanForm && t.Name == isms.PlanTable && t.Has("priority") {
				checkPriorities(p, t)
			}
		}
	},
}

// checkPriorities compares the ranks of one table: a plan of another year may
// begin at 1 again. Levels such as 高 are no ranks and may be equal.
func checkPriorities(p *lint.Pass, t *isms.Table) {
	open := 0
	for i := range t.Rows {
		if isOpenItem(&t.Rows[i]) {
			open++
		}
	}
	ranks := map[int]*isms.Row{}
	for i := range t.Rows {
		r := &t.Rows[i]
		if isBroken(r) || !isOpenItem(r) {
			continue
		}
		v := r.Written("priority")
		if v.None() && open > 1 {
			warnForm(p, r, v, "", message.Textf("%[1]s「%[2]s」がありません。ほかの項目との順位を記入してください",
				"%[2]q%[1]s is empty, expected its rank among the items", ofRow(r), riskTitle(r, "priority")))
		}
		rank := r.Int("priority")
		if !rank.Valid {
			continue
		}
		if other := ranks[rank.Int]; other != nil {
			warnForm(p, r, v, "", message.Textf("%[1]s「%[2]s」が %[3]s と同じ %[4]d です。順位を分けてください",
				"%[2]q%[1]s is %[4]d, as that of %[3]s; expected different ranks",
				ofRow(r), riskTitle(r, "priority"), cellExcerpt(other.Name()), rank.Int),
				formRelated(other, other.Written("priority"), "同じ優先順位", "the same priority"))
			continue
		}
		ranks[rank.Int] = r
	}
}

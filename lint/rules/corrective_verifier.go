package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var correctiveVerifier = &lint.Rule{
	Name:         "corrective/verifier",
	Severity:     lint.Error,
	Requirements: []string{"B24-2"},
	Clauses:      []string{"10.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "是正処置の有効性を、処置を実施した本人が確認しているか、実施した当日に確認しています",
			EN: "the effectiveness of a corrective action is verified by its implementer, or on the day it was done",
		},
		Why: message.Text{
			JA: "自分の処置を自分で有効と認めても証拠になりません。また、再発していないことは、しばらく運用した後でなければ分かりません",
			EN: "a verdict on one's own work proves little, and whether the nonconformity comes back shows only after some time",
		},
		Wrong: correctiveExample("approved", `| 実施責任者 | 伊藤 美咲 |
| 完了期限 | 2026-07-10 |
| 完了日 | 2026-07-06 |
| 有効性の確認日 | 2026-09-24 |
| 確認した者 | 伊藤 美咲 |
| 確認の結果 | 有効 |
`),
		Right: correctiveExample("approved", `| 実施責任者 | 伊藤 美咲 |
| 完了期限 | 2026-07-10 |
| 完了日 | 2026-07-06 |
| 有効性の確認日 | 2026-09-24 |
| 確認した者 | 鈴木 次郎 |
| 確認の結果 | 有効 |
`),
	},
	System: func(p *lint.Pass, s *isms.System) {
		eachCorrective(p, s, func(p *lint.Pass, _ *isms.System, r *isms.Row) {
			checkVerifier(p, r)
			checkInterval(p, r)
		})
	},
}

func checkVerifier(p *lint.Pass, r *isms.Row) {
	for _, verifier := range isms.SplitList(r.Written("verified_by")) {
		doer, of, ok := implementerNamed(p, r, verifier)
		if !ok {
			continue
		}
		reportForm(p, r, verifier, "", message.Textf(
			"%[1]s「%[2]s」の「%[3]s」は、処置を実施した人です。有効性は実施した人以外が確認してください",
			"%[2]q%[1]s is %[3]q, who implemented the action; expected someone else to verify its effectiveness",
			ofRow(r), riskTitle(r, "verified_by"), cellExcerpt(verifier.Text)),
			formRelated(of, doer, "処置を実施した人", "the implementer"))
	}
}

// implementerNamed looks for a person among the implementers of the action and
// of its parts.
func implementerNamed(p *lint.Pass, r *isms.Row, verifier isms.Value) (doer isms.Value, of *isms.Row, ok bool) {
	look := func(row *isms.Row) {
		for _, v := range isms.SplitList(row.Written("implementer")) {
			if !ok && sameSigner(p, v, verifier) {
				doer, of, ok = v, row, true
			}
		}
	}
	look(r)
	if r.Table.Fields {
		sisterRows(r.Table, "actions", look)
	}
	return doer, of, ok
}

func checkInterval(p *lint.Pass, r *isms.Row) {
	done, verified := r.Day("done"), r.Day("verified")
	if !done.Valid() || verified.Date != done.Date {
		return
	}
	warnForm(p, r, verified.Value, "", message.Textf(
		"%[1]s「%[2]s」が、処置を終えた日と同じ %[3]s です。しばらく運用して、再発していないことを確かめてください",
		"%[2]q%[1]s is %[3]s, the day on which the action was done; expected a later day, after the action has been in use for a while",
		ofRow(r), riskTitle(r, "verified"), verified.Date),
		formRelated(r, done.Value, "処置を終えた日", "the day on which the action was done"))
}

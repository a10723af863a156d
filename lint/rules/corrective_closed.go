package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var correctiveClosed = &lint.Rule{
	Name:         "corrective/closed",
	Severity:     lint.Error,
	Requirements: []string{"B24-3", "CAL-021"},
	Clauses:      []string{"10.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "是正処置が終わっていないか、有効と確認されていないのに、報告書が承認済みです",
			EN: "a report on a corrective action is approved although the action is not done or not verified as effective",
		},
		Why: message.Text{
			JA: "有効性の確認まで終えて初めて是正処置は完了します。確認のないまま閉じた処置は、審査で繰り返し指摘されます",
			EN: "a corrective action ends with the review of its effectiveness; one closed without it is a classic nonconformity",
		},
		Wrong: correctiveExample("approved", `| 実施責任者 | 伊藤 美咲 |
| 完了期限 | 2026-07-10 |
| 完了日 | 2026-07-06 |
| 有効性の確認日 | 確認前 |
| 確認の結果 | 処置中 |
`),
		Right: correctiveExample("review", `| 実施責任者 | 伊藤 美咲 |
| 完了期限 | 2026-07-10 |
| 完了日 | 2026-07-06 |
| 有効性の確認日 | 確認前 |
| 確認の結果 | 処置中 |
`),
	},
	System: func(p *lint.Pass, s *isms.System) {
		eachCorrective(p, s, func(p *lint.Pass, s *isms.System, r *isms.Row) {
			if isClosed(r) {
				checkClosed(p, s, r)
			}
		})
	},
}

// checkClosed reports the first step that an approved report lacks: the end of
// the action, its verification, or the good result.
func checkClosed(p *lint.Pass, s *isms.System, r *isms.Row) {
	done, verified, result := r.Day("done"), r.Day("verified"), r.Value("verified_result")
	switch {
	case !done.Valid() && !actionsDone(r):
		reportForm(p, r, done.Value, "", message.Textf(
			"報告書は承認済みですが、「%[1]s」がありません。処置を終えて日付を記入するまで、承認済みにしないでください",
			"the report is approved, but %[1]q is not a day; expected the action to be done before the report is closed", riskTitle(r, "done")))
	case !verified.Valid():
		reportForm(p, r, verified.Value, "", message.Textf(
			"報告書は承認済みですが、「%[1]s」がありません。有効性を確認してから承認してください",
			"the report is approved, but %[1]q is not a day; expected the effectiveness to be verified before the report is closed", riskTitle(r, "verified")))
	case result.Text == "ineffective" && !hasSuccessor(s, r):
		reportForm(p, r, result, "", message.Textf(
			"「%[1]s」が「%[2]s」なのに、報告書は承認済みです。原因を調べ直し、追加の処置又はこの報告書を「関連する記録」に挙げた新しい是正処置を記録してください",
			"%[1]q is %[2]q, but the report is approved; expected further action, or a new corrective action that names this one among its related records",
			riskTitle(r, "verified_result"), cellExcerpt(r.Written("verified_result").Text)))
	case result.Text == "open":
		reportForm(p, r, result, "", message.Textf(
			"「%[1]s」が「%[2]s」のまま、報告書は承認済みです。確認の結果を記入してください",
			"%[1]q is still %[2]q, but the report is approved; expected the result of the verification",
			riskTitle(r, "verified_result"), cellExcerpt(r.Written("verified_result").Text)))
	}
}

// actionsDone reports whether the actions of a report are listed and all done.
func actionsDone(r *isms.Row) bool {
	total, done := 0, 0
	if r.Table.Fields {
		sisterRows(r.Table, "actions", func(a *isms.Row) {
			total++
			if a.Day("done").Valid() {
				done++
			}
		})
	}
	return total > 0 && total == done
}

// hasSuccessor reports whether another corrective action takes up one that was
// not effective.
func hasSuccessor(s *isms.System, r *isms.Row) bool {
	id := fold.Key(r.Name())
	if id == "" {
		return false
	}
	return slices.ContainsFunc(isms.Derived(s, relatedKey{}, relatedReports), func(other relatedReport) bool {
		return other.id != id && strings.Contains(other.related, id)
	})
}

type relatedKey struct{}

// relatedReport is what a report on a corrective action names as related, and
// its id, both in the form of [fold.Key].
type relatedReport struct{ id, related string }

func relatedReports(s *isms.System) []relatedReport {
	var all []relatedReport
	for r := range s.Rows(correctiveForm, schema.RecordTable) {
		if related := fold.Key(r.Written("related").Text); related != "" {
			all = append(all, relatedReport{fold.Key(r.Name()), related})
		}
	}
	return all
}

package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var issueEvaluation = &lint.Rule{
	Name:         "issue/evaluation",
	Severity:     lint.Error,
	Requirements: []string{"B27-2"},
	Clauses:      []string{"6.1.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "リスク又は機会への取組みの期限が過ぎましたが、有効性の評価がありません",
			EN: "the action on a risk or an opportunity is past its due date, but its effectiveness was not evaluated",
		},
		Why: message.Text{
			JA: "6.1.1は、取組みの有効性を評価することを求めています。期限の後しばらくは警告にとどめます（期間は ismslint.toml の periods.trigger_days）",
			EN: "clause 6.1.1 asks to evaluate the effectiveness of the actions; for some time after the due date (periods.trigger_days) it is a warning",
		},
		Wrong: issueExample("| IS-003 | リスク | 規則が形だけになる | ISMSの有効性の低下 | 規則を統合する | 鈴木 次郎 | 2026-03-31 | 順守の状況で評価する | 2026-04-08 |\n", ""),
		Right: issueExample("| IS-003 | リスク | 規則が形だけになる | ISMSの有効性の低下 | 規則を統合する | 鈴木 次郎 | 2026-03-31 | 2026-04-08 評価: 逸脱が減り有効 | 2026-04-08 |\n", ""),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for _, t := range s.Tables(issueForm, issueTable) {
			if !t.Has("evaluation") {
				continue // register/column asks for it
			}
			eachIssue(t, func(r *isms.Row) { checkIssueEvaluation(p, s, r) })
		}
	},
}

func checkIssueEvaluation(p *lint.Pass, s *isms.System, r *isms.Row) {
	kind, due, evaluation := r.Value("kind").Text, r.Day("due"), r.Written("evaluation")
	if kind != "risk" && kind != "opportunity" || !due.Valid() || !due.Date.Before(s.AsOf()) || isOpenCell(r.Table, evaluation.Text) ||
		!evaluation.None() && !isPlannedEvaluation(evaluation.Text) {
		return
	}
	report := reportForm
	if !due.Date.AddDays(p.Config.Periods.Trigger).Before(s.AsOf()) {
		report = warnForm
	}
	report(p, r, evaluation, "", message.Textf(
		"%[1]s取組みの期限 %[2]s を過ぎましたが、「%[3]s」に結果がありません。取組みが有効だったかを評価し、日付とともに記入してください",
		"the action%[1]s was due on %[2]s, but %[3]q holds no result, expected the evaluation of its effectiveness with its day",
		ofRow(r), due.Date, riskTitle(r, "evaluation")),
		formRelated(r, due.Value, "期限", "due"))
}

// isPlannedEvaluation reports whether a text says only how or when something
// will be evaluated: it ends like a plan and gives no day.
func isPlannedEvaluation(text string) bool {
	text = strings.ToLower(strings.TrimRight(isms.WithoutRemark(text), "。. 　"))
	if !hasAnySuffix(text, "評価する", "確認する", "測定する", "評価予定", "予定", "未評価", "評価前", "not yet", "not yet evaluated", "pending", "planned", "open") &&
		!hasAnyPrefix(text, "will be ", "to be ", "evaluate by ", "measure ") {
		return false
	}
	first, _ := daysIn(text)
	return first.IsZero()
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var objectiveEvaluated = &lint.Rule{
	Name:         "objective/evaluated",
	Severity:     lint.Error,
	Requirements: []string{"OBJ-009"},
	Clauses:      []string{"6.2", "9.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "達成期限を過ぎた情報セキュリティ目標が、評価されていません",
			EN: "an information security objective was not evaluated although its due date has passed",
		},
		Why: message.Text{
			JA: "達成できたかどうかを評価しない目標は、立てただけに終わり、次の年の目標にも生かせません",
			EN: "an objective that nobody evaluates was only written down, and teaches nothing for the next year",
		},
		Wrong: objectiveExample("2026-03-31", "-", ""),
		Right: objectiveExample("2026-03-31", "達成（99.96%）", ""),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for r := range s.Rows(objectiveForm, objectivesTable) {
			due, v := r.Day("due"), r.Written("evaluation")
			if r.Table.File.Meta.Status == isms.Draft || isBroken(r) || r.Value("status").Text == "cancelled" ||
				!due.Valid() || !v.Present || due.Date.DaysUntil(s.AsOf()) <= 0 {
				continue
			}
			if !v.None() {
				checkMissed(p, r, v)
				continue
			}
			report := reportForm
			if due.Date.DaysUntil(s.AsOf()) <= p.Config.Periods.Trigger {
				report = warnForm // the results are being collected
			}
			report(p, r, v, "", message.Textf(
				"%[1]s達成期限 %[2]s を過ぎましたが、「%[3]s」がありません。達成か否かを記入し、未達成なら原因と処置も書いてください",
				"the due date%[1]s was %[2]s, but %[3]q is empty; expected whether the objective was met, and if not the cause and the action",
				ofRow(r), due.Date, riskTitle(r, "evaluation")))
		}
	},
}

// checkMissed looks for the cause and the action where a target was missed.
func checkMissed(p *lint.Pass, r *isms.Row, v isms.Value) {
	key := fold.Key(v.Text)
	if !containsOneOf(key, "未達", "達成できず", "達成できな", "届かず", "届かな", "到達せず", "notachieved", "notmet", "missed") {
		return
	}
	note := r.Written("note")
	if !note.None() || len(idTokens(v.Text)) > 0 || containsOneOf(key, "原因", "ため", "ので", "是正", "処置", "改善", "見直", "対策", "cause", "dueto", "action", "improve") {
		return
	}
	warnForm(p, r, v, "missed", message.Textf(
		"%[1]s目標が未達成ですが、原因と処置がありません。原因と、是正処置の番号又は新しい目標を「%[2]s」に書いてください",
		"the objective%[1]s was missed, but %[2]q gives neither cause nor action; expected the cause, and the corrective action or new objective",
		ofRow(r), riskTitle(r, "evaluation")))
}

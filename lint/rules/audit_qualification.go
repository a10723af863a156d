package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var auditQualification = &lint.Rule{
	Name:         "audit/qualification",
	Severity:     lint.Error,
	Requirements: []string{"B21-1"},
	Clauses:      []string{"7.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "内部監査員登録台帳の教育・資格が、「済」や○だけです",
			EN: "the evidence of an auditor's competence is a bare mark such as ○ or done",
		},
		Why: message.Text{
			JA: "7.2は力量の証拠を求めています。どの研修や資格によるのかが分からなければ、後から確かめられません",
			EN: "clause 7.2 asks for evidence of competence; unless the training or qualification is named nobody can check it",
		},
		Wrong: auditorExample("| 伊藤 美咲 | 営業部 | 受講済み | 2025-06-13 | 2027-06-12 | 佐藤 花子 |\n"),
		Right: auditorExample("| 伊藤 美咲 | 営業部 | 内部監査員養成研修（2025-06-12修了） | 2025-06-13 | 2027-06-12 | 佐藤 花子 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		eachAuditRow(s, auditorForm, "auditors", func(r *isms.Row) {
			v := r.Written("qualification")
			if v.None() || !isBareMark(v.Text) && !isBareTraining(v.Text) {
				return
			}
			reportForm(p, r, v, "", message.Textf(
				"%[1]sの「%[2]s」が「%[3]s」だけです。研修や資格の名称と修了日、又は教育訓練の記録の番号を書いてください",
				"%[2]q of %[1]s is only %[3]q, expected the training or qualification with its day, or the id of the training report",
				cellExcerpt(r.Name()), riskTitle(r, "qualification"), cellExcerpt(v.Text)))
		})
	},
}

// isBareTraining reports whether a text says that there was training or a
// qualification, but not which.
func isBareTraining(text string) bool {
	switch fold.Key(text) {
	case "受講", "受講済", "受講済み", "研修", "研修済", "研修済み", "研修受講", "研修受講済", "研修受講済み", "教育済", "教育済み", "教育", "修了", "資格あり", "有資格", "資格有", "力量あり", "問題なし",
		"trained", "qualified", "competent", "training", "trainingdone", "certified", "attended":
		return true
	}
	return false
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var reviewImprovement = &lint.Rule{
	Name:         "review/improvement",
	Severity:     lint.Error,
	Requirements: []string{"B11-3", "OBJ-009"},
	Clauses:      []string{"9.1", "10.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "有効でないと判定した項目や未達成の目標に、改善の処置がありません",
			EN: "what an effectiveness review found ineffective, or an objective that was missed, has no improvement",
		},
		Why: message.Text{
			JA: "有効でないと分かっても手を打たなければ、評価した意味がありません。是正処置の番号か、改善の内容を記入します",
			EN: "to find something ineffective and leave it is not to evaluate it; give the id of a corrective action or what will be done",
		},
		Wrong: effectivenessExample("2026-10-01", "| 対象 | 参照した記録 | 結果 | 判定 | 原因 | 改善 |\n|---|---|---|---|---|---|\n| 管理策の測定 | ISMS-B-10 | 97% | 有効でない | 通知の漏れ | - |\n"),
		Right: effectivenessExample("2026-10-01", "| 対象 | 参照した記録 | 結果 | 判定 | 原因 | 改善 |\n|---|---|---|---|---|---|\n| 管理策の測定 | ISMS-B-10 | 97% | 有効でない | 通知の漏れ | 通知を自動にする |\n"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Kind != isms.RecordFile || f.Meta.Status == isms.Draft || f.Meta.Status == isms.Obsolete {
			return
		}
		for _, t := range f.Tables {
			if t.Form != effectivenessForm {
				continue
			}
			for i := range t.Rows {
				if r := &t.Rows[i]; !isBroken(r) {
					checkImprovement(p, r)
				}
			}
		}
	},
}

func checkImprovement(p *lint.Pass, r *isms.Row) {
	judgement := r.Value("judgement").Text
	switch {
	case r.Table.Name == "results" && (judgement == "ineffective" || judgement == "partly") && r.Written("improvement").None():
		report := reportForm
		if judgement == "partly" {
			report = warnForm
		}
		report(p, r, r.Written("improvement"), "", message.Textf(
			"%[1]s判定が「%[2]s」ですが、「%[3]s」がありません。是正処置の番号又は改善の内容を記入してください",
			"%[3]q%[1]s is empty although it was judged %[2]q, expected a corrective action or what will be done",
			ofRow(r), cellExcerpt(r.Written("judgement").Text), riskTitle(r, "improvement")))
	case r.Table.Name == "objectives" && judgement == "missed" && r.Written("cause").None():
		reportForm(p, r, r.Written("cause"), "", message.Textf(
			"%[1]s判定が「%[2]s」ですが、「%[3]s」がありません。原因と、是正処置の番号又は新しい目標を記入してください",
			"%[3]q%[1]s is empty although it was judged %[2]q, expected the cause, and the corrective action or new objective",
			ofRow(r), cellExcerpt(r.Written("judgement").Text), riskTitle(r, "cause")))
	}
}

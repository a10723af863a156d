package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var measurementJudgement = &lint.Rule{
	Name:         "measurement/judgement",
	Severity:     lint.Error,
	Requirements: []string{"B10-3"},
	Clauses:      []string{"9.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "管理策の測定の判定が、目標値と実績値から得られる判定と合いません",
			EN: "the judgement of a measurement contradicts its target and actual value",
		},
		Why: message.Text{
			JA: "目標に届かない結果を「達成」とすると、必要な処置が行われません。値を比べられるときだけ判定を確かめます",
			EN: "a missed target judged as met hides that something has to be done; only values that can be compared are judged",
		},
		Wrong: measurementExample("98%以上", "97.1%", "達成", "-"),
		Right: measurementExample("98%以上", "98.3%", "達成", "-"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		eachMeasurement(s, func(r *isms.Row) {
			judgement := r.Value("judgement").Text
			target, actual := r.Written("target"), r.Written("actual")
			met, ok := isMet(target.Text, actual.Text)
			if !ok || judgement != "met" && judgement != "missed" || met == (judgement == "met") {
				return
			}
			text := message.Textf(
				"%[1]s実績値「%[2]s」は目標値「%[3]s」に届いていませんが、判定が「%[4]s」です。値か判定を直してください",
				"the judgement%[1]s is %[4]q, but the actual value %[2]q misses the target %[3]q; expected them to agree",
				ofRow(r), cellExcerpt(actual.Text), cellExcerpt(target.Text), cellExcerpt(r.Written("judgement").Text))
			if met {
				text = message.Textf(
					"%[1]s実績値「%[2]s」は目標値「%[3]s」に達していますが、判定が「%[4]s」です。値か判定を直してください",
					"the judgement%[1]s is %[4]q, but the actual value %[2]q meets the target %[3]q; expected them to agree",
					ofRow(r), cellExcerpt(actual.Text), cellExcerpt(target.Text), cellExcerpt(r.Written("judgement").Text))
			}
			reportForm(p, r, r.Written("judgement"), r.Key(), text, formRelated(r, target, "目標値", "the target"), formRelated(r, actual, "実績値", "the actual value"))
		})
	},
}

package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var riskOption = &lint.Rule{
	Name:         "risk/option",
	Severity:     lint.Error,
	Requirements: []string{"RSK-004"},
	Clauses:      []string{"6.1.3", "8.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "対応するリスクの選択肢が1つに決まっていないか、対応の決定と食い違っています",
			EN: "a risk that is treated does not have exactly one option, or the option contradicts the decision",
		},
		Why: message.Text{
			JA: "低減・共有（移転）・回避のどれを選んだかで、必要な管理策、契約、期限が変わります。決まっていなければ計画を立てられません",
			EN: "whether a risk is reduced, shared or avoided decides on the controls, contracts and dates that are needed; without it there is no plan",
		},
		Wrong: riskExample(
			"| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 3 | 10 | 対応 | - | - | A.7.8 | 2 | 2 | 1 | 6 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | RTP-001 |",
			"| R-002 | AS-002 | 火災 | 耐火書庫がない | 3 | 1 | 3 | 12 | 対応 | - | 低減、共有 | A.7.5 | 3 | 1 | 1 | 6 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | RTP-002 |"),
		Right: riskExample(
			"| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 3 | 10 | 対応 | - | 低減 | A.7.8 | 2 | 2 | 1 | 6 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | RTP-001 |",
			"| R-002 | AS-002 | 火災 | 耐火書庫がない | 3 | 1 | 3 | 12 | 対応 | - | 移転 | A.7.5 | 3 | 1 | 1 | 6 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | RTP-002 |"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		eachFinishedRisk(f, func(r *isms.Risk) { checkOption(p, r) })
	},
}

func checkOption(p *lint.Pass, r *isms.Risk) {
	v := r.Written("option")
	title := func() message.Text { return riskTitle(r.Row, "option") }
	switch options := distinctOptions(r.Options); {
	case !v.Present:
		// A table without the column is for register/column.
	case len(options) > 1:
		reportRisk(p, r.Row, v, message.Textf(
			"%[1]s「%[2]s」に「%[3]s」と%[4]dつあります。主となる1つを選び、ほかは備考に書くか別のリスクに分けてください",
			"%[2]q%[1]s names %[4]d options, %[3]q, expected exactly one; put the others into the remarks, or divide the risk",
			ofRow(r.Row), title(), cellExcerpt(v.Text), len(options)))
	case r.Treated() && len(options) == 0 && !isOpenCell(r.Table, v.Text):
		reportRisk(p, r.Row, v, message.Textf(
			"%[1]s「%[2]s」がありません。対応するリスクなので、低減、共有（移転）、回避のいずれか1つを記入してください",
			"%[2]q%[1]s is empty although the risk is treated, expected one of reduce, share (transfer) and avoid", ofRow(r.Row), title()))
	case r.Treated() && r.HasOption("retain"):
		if r.Before.Band != nil && r.Before.Band.Treatment == isms.TreatRisk && hasException(r) {
			return
		}
		reportRisk(p, r.Row, v, message.Textf(
			"%[1]s決定は対応ですが、「%[2]s」が「%[3]s」です。低減、共有（移転）、回避のいずれかにするか、決定を受容に改めてください",
			"%[2]q%[1]s is %[3]q, but the decision is to treat the risk, expected reduce, share (transfer) or avoid, or the decision to accept",
			ofRow(r.Row), title(), cellExcerpt(v.Text)))
	case r.Accepted() && len(options) == 1 && isTreatment(options[0]):
		reportRisk(p, r.Row, v, message.Textf(
			"%[1]s決定は受容ですが、「%[2]s」が「%[3]s」です。保有とするか、決定を対応に改めてください",
			"%[2]q%[1]s is %[3]q, but the decision is to accept the risk, expected retain, or the decision to treat it",
			ofRow(r.Row), title(), cellExcerpt(v.Text)))
	}
}

func isTreatment(option string) bool {
	return option == "reduce" || option == "share" || option == "avoid"
}

// distinctOptions returns the options that are written, each once.
func distinctOptions(options []isms.Value) []string {
	var out []string
	for _, v := range options {
		if !slices.Contains(out, v.Text) {
			out = append(out, v.Text)
		}
	}
	return out
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var objectiveMeasurable = &lint.Rule{
	Name:         "objective/measurable",
	Severity:     lint.Warning,
	Requirements: []string{"OBJ-008"},
	Clauses:      []string{"6.2", "9.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "数値で表していない目標に、途中の評価の結果がありません",
			EN: "a target without a figure has no result of a periodic evaluation",
		},
		Why: message.Text{
			JA: "数値のない目標は、決めた方法で定期に評価しなければ、達成に向かっているか分かりません。3か月を過ぎても結果のないものを指摘します",
			EN: "a target without a figure is evaluated from time to time by the method chosen, or nobody knows whether it will be reached; reported after three months without a result",
		},
		Wrong: objectiveWordingExample("安心できるサービス", "利用者の理解を深める"),
		Right: objectiveWordingExample("安心できるサービス", "利用者の理解を深める") + objectiveMonthExample("2026-08", "聞取りで理解を確かめた"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		evaluated := map[string]bool{}
		for r := range s.Rows(objectiveForm, "months") {
			if !r.Written("result").None() {
				evaluated[fold.Key(r.Written("objective").Text)] = true
			}
		}
		eachObjective(s, func(r *isms.Row) {
			target := r.Written("target")
			if target.None() || target.Ditto() || hasFigure(target.Text) || evaluated[fold.Key(r.Name())] || !r.Written("evaluation").None() {
				return
			}
			start, due := objectiveSet(p, r), r.Day("due")
			if start.IsZero() || !start.AddMonths(3).Before(s.AsOf()) || due.Valid() && due.Date.Before(s.AsOf()) {
				return // once it is due, objective/evaluated asks for the evaluation
			}
			warnForm(p, r, target, "", message.Textf(
				"%[1]s目標「%[2]s」は数値で表されておらず、途中の評価の結果もありません。評価方法に従って評価し、月別の実施結果などに記入してください",
				"the target%[1]s %[2]q has no figure and no result so far, expected it to be evaluated by its method and the result recorded",
				ofRow(r), cellExcerpt(target.Text)))
		})
	},
}

// objectiveSet returns since when a target has been in force, at the earliest
// since the document was last revised where the row does not tell.
func objectiveSet(p *lint.Pass, r *isms.Row) date.Date {
	if start := objectiveStart(p, r); r.Day("updated").Valid() || !r.Written("communicated").None() {
		return start
	}
	if d := r.Table.File.Meta.Revised; d.Valid() {
		return d.Date
	}
	return r.Table.File.Meta.Established.Date
}

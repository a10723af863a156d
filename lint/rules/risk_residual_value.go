package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var riskResidualValue = &lint.Rule{
	Name:         "risk/residual-value",
	Severity:     lint.Error,
	Requirements: []string{"RSK-001", "RSK-005"},
	Clauses:      []string{"6.1.3", "8.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "残留リスク値が計算式の値と異なる、対応前より大きい、記入がない、又は下がった理由となる管理策がありません",
			EN: "a residual risk value differs from the formula, exceeds the value before treatment, is absent, or is lower without a control that explains it",
		},
		Why: message.Text{
			JA: "残留リスクはリスク所有者が承認する対象です。対応の効果を示さない値や計算の合わない値は、承認の根拠になりません",
			EN: "the residual risk is what the risk owner approves, and a value that does not follow from the treatment is no ground for an approval",
		},
		Wrong: riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 3 | 10 | 対応 | - | 低減 | A.7.8 | 2 | 2 | 1 | 4 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | RTP-001 |"),
		Right: riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 3 | 10 | 対応 | - | 低減 | A.7.8 | 2 | 2 | 1 | 6 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | RTP-001 |"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		eachRisk(f, func(r *isms.Risk) {
			if !checkRiskValue(p, r.Row, &r.After, "residual_value") {
				checkDrop(p, r)
			}
		})
		eachFinishedRisk(f, func(r *isms.Risk) {
			// Of a risk that is avoided nothing remains to be valued.
			if r.Treated() && r.After.Stated.None() && r.After.Stated.Present && !r.HasOption("avoid") {
				reportRisk(p, r.Row, r.After.Stated, message.Textf(
					"%[1]s「%[2]s」がありません。対応の後に残る値を求めて記入してください",
					"%[2]q%[1]s is empty, expected the value that remains after treatment", ofRow(r.Row), riskTitle(r.Row, "residual_value")))
			}
		})
	},
}

// checkDrop compares what remains with what there was.
func checkDrop(p *lint.Pass, r *isms.Risk) {
	before, okBefore := riskValueOf(&r.Before)
	after, okAfter := riskValueOf(&r.After)
	if !okBefore || !okAfter || after == before || !r.Before.Agrees() {
		return
	}
	title := riskTitle(r.Row, "residual_value")
	switch {
	case after > before:
		reportRisk(p, r.Row, r.After.Stated, message.Textf(
			"%[1]s「%[2]s」の%[3]sは、対応前の%[4]sより大きい値です。対応の前後を取り違えていないか確かめてください",
			"%[2]q%[1]s is %[3]s, more than the %[4]s before treatment; check that the two are not mixed up",
			ofRow(r.Row), title, isms.RiskDecimal(after), isms.RiskDecimal(before)))
	case len(r.List("controls")) == 0 && !r.HasOption("share") && !r.HasOption("avoid") && !needsControl(r):
		warnRisk(p, r.Row, r.After.Stated, message.Textf(
			"%[1]s「%[2]s」が%[4]sから%[3]sに下がっていますが、管理策がありません。効果のある管理策を記入するか、値を元に戻してください",
			"%[2]q%[1]s falls from %[4]s to %[3]s without any control, expected the controls that lower it, or the value unchanged",
			ofRow(r.Row), title, isms.RiskDecimal(after), isms.RiskDecimal(before)))
	}
}

// needsControl reports whether risk/control demands a control of the row.
func needsControl(r *isms.Risk) bool { return r.Treated() && r.HasOption("reduce") }

// riskValueOf returns the computed value, else the stated one.
func riskValueOf(a *isms.Assessment) (float64, bool) {
	if a.Complete && !a.Stated.None() {
		return a.Computed, true
	}
	return a.StatedNumber, a.IsNumber && !a.Stated.None()
}

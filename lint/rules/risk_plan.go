package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var riskPlan = &lint.Rule{
	Name:         "risk/plan",
	Severity:     lint.Error,
	Requirements: []string{"RSK-004", "RSK-007"},
	Clauses:      []string{"6.1.3", "8.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "対応するリスクとリスク対応計画が、互いに対応していません",
			EN: "risks that are treated and the items of the treatment plan do not match each other",
		},
		Why: message.Text{
			JA: "計画のない対応は実施されず、どのリスクのためかわからない計画は効果を確かめられません。共有（移転）では相手や契約、回避ではやめる日や対象を、計画に書きます",
			EN: "treatment without a plan does not happen, and a plan for no risk cannot be judged; the plan names the insurer or contract where a risk is shared, and what stops when where it is avoided",
		},
		Wrong: riskPlanExample("R-001", "-"),
		Right: riskPlanExample("R-001", "RTP-001"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		tables, plans := s.Tables(isms.RiskForm, isms.RiskTable), s.Tables(isms.PlanForm, isms.PlanTable)
		if len(tables) == 0 {
			return
		}
		if len(plans) == 0 {
			p.NotEvaluated(nil, "リスク対応計画書の表がないため、計画との対応を確かめられません",
				"there is no table of the risk treatment plan to compare the risks with")
		} else {
			checkRiskReferences(p, s, tables, "plan")
			checkRiskReferences(p, s, plans, "risks")
		}
		c := planCheck{pass: p, system: s, plans: newCitations("plan"), risks: newCitations("risks"), byRow: map[*isms.Row]*isms.Risk{}}
		eachRiskOf(s, func(r *isms.Risk) {
			c.byRow[r.Row] = r
			c.risk(r)
		})
		for item := range s.Rows(isms.PlanForm, isms.PlanTable) {
			c.item(item)
		}
	},
}

// planCheck compares the risks with the treatment plan.
type planCheck struct {
	pass         *lint.Pass
	system       *isms.System
	plans, risks *citations // of the risks, and of the items of the plan
	byRow        map[*isms.Row]*isms.Risk
}

// risk looks from a risk to its items of the plan.
func (c *planCheck) risk(r *isms.Risk) {
	v := r.Written("plan")
	if v.None() {
		if v.Present && r.Treated() && !hasException(r) {
			c.reportUnplanned(r, v)
		}
		return
	}
	for _, part := range r.List("plan") {
		for _, id := range citedIDs(part.Text) {
			item := c.system.Find("plan", id)
			if item == nil || item.Shifted() || c.system.Repeats("plan", id) || c.system.Repeats("risk", r.Name()) {
				continue // reported as a reference that leads nowhere, or at the rows
			}
			if !c.risks.has(item, r.Name()) && !item.Written("risks").None() {
				reportRisk(c.pass, r.Row, part, message.Textf(
					"%[1]s「%[2]s」が「%[3]s」ですが、計画「%[3]s」の対象に%[4]sがありません。どちらかを改めてください",
					"%[2]q%[1]s is %[3]q, but plan item %[3]q does not name %[4]s, expected the two to agree",
					ofRow(r.Row), riskTitle(r.Row, "plan"), cellExcerpt(item.Name()), cellExcerpt(r.Name())),
					riskRelated(item, "risks", "計画が対象とするリスク", "risks of the plan item"))
			}
			checkPlanText(c.pass, r, part, item)
		}
	}
}

func (c *planCheck) reportUnplanned(r *isms.Risk, v isms.Value) {
	for item := range c.system.Rows(isms.PlanForm, isms.PlanTable) {
		if c.risks.has(item, r.Name()) {
			reportRisk(c.pass, r.Row, v, message.Textf(
				"%[1]s「%[2]s」がありません。このリスクを対象とする計画「%[3]s」の番号を記入してください",
				"%[2]q%[1]s is empty, expected %[3]q, the plan item that names this risk",
				ofRow(r.Row), riskTitle(r.Row, "plan"), cellExcerpt(item.Name())),
				riskRelated(item, "risks", "このリスクを対象とする計画", "the plan item that names this risk"))
			return
		}
	}
	reportRisk(c.pass, r.Row, v, message.Textf(
		"%[1]s「%[2]s」がありません。対応するリスクなので、リスク対応計画書に項目を設け、その番号を記入してください",
		"%[2]q%[1]s is empty although the risk is treated, expected the id of its item in the risk treatment plan", ofRow(r.Row), riskTitle(r.Row, "plan")))
}

// item looks from an item of the plan to its risks.
func (c *planCheck) item(item *isms.Row) {
	if item.Table.File.Meta.Status == isms.Draft || item.Value("status").Text == "cancelled" {
		return
	}
	for _, part := range item.List("risks") {
		for _, id := range citedIDs(part.Text) {
			r := c.byRow[c.system.Find("risk", id)]
			if r == nil || c.system.Repeats("risk", id) || c.system.Repeats("plan", item.Name()) || c.plans.has(r.Row, item.Name()) || !r.Written("plan").Present {
				continue
			}
			if r.Treated() && r.Written("plan").None() {
				continue // reported at the risk
			}
			c.pass.Report(tableFinding(item.Table, part.Span, message.Textf(
				"計画「%[1]s」は%[2]sを対象としていますが、%[2]sの「%[3]s」に「%[1]s」がありません。どちらかを改めてください",
				"plan item %[1]q names %[2]s, but %[3]q of %[2]s does not name it, expected the two to agree",
				cellExcerpt(item.Name()), cellExcerpt(r.Name()), riskTitle(r.Row, "plan")),
				riskRelated(r.Row, "plan", "リスクの計画番号", "plan of the risk")))
		}
	}
}

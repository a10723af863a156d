package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var riskDecision = &lint.Rule{
	Name:         "risk/decision",
	Severity:     lint.Error,
	Requirements: []string{"RSK-002"},
	Clauses:      []string{"6.1.2", "8.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "対応の決定又は区分が、リスク値の区分で認められるものと異なります",
			EN: "the decision about a risk, or its band, is not the one that its value allows",
		},
		Why: message.Text{
			JA: "受容基準を超えるリスクを基準どおりに扱わなければ、基準を決めた意味がありません。基準を超えたまま受け入れるのは、委員会で審議した記録がある場合だけです",
			EN: "criteria that are not followed are no criteria; a risk above them is accepted only where the committee has deliberated on it, with its minutes cited",
		},
		Wrong: riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 3 | 10 | 受容 | - | 保有 | - | 2 | 2 | 3 | 10 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | - |"),
		Right: riskExample(
			"| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 3 | 10 | 対応 | - | 低減 | A.7.8 | 2 | 2 | 1 | 6 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | RTP-001 |",
			"| R-002 | AS-001 | のぞき見 | 画面の向き | 1 | 2 | 3 | 5 | 受容 | - | 保有 | - | 1 | 2 | 3 | 5 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | - |"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		m := riskModelOf(p)
		eachRisk(f, func(r *isms.Risk) {
			if r.Before.Band != nil {
				checkBand(p, m, r)
				checkDecision(p, m, r)
			}
		})
	},
}

// checkBand compares the band that the row names with that of its value. Names
// that no band has are left alone.
func checkBand(p *lint.Pass, m *isms.RiskModel, r *isms.Risk) {
	v := r.Written("band")
	if v.None() || !r.Before.Agrees() {
		return
	}
	if named := m.BandNamed(v.Text); named != nil && named != r.Before.Band {
		reportRisk(p, r.Row, v, message.Textf(
			"%[1]s「%[2]s」が「%[3]s」ですが、「%[4]s」%[5]sの区分は%[6]sです",
			"%[2]q%[1]s is %[3]q, but the band of %[4]q %[5]s is %[6]s",
			ofRow(r.Row), riskTitle(r.Row, "band"), v.Text, riskTitle(r.Row, "value"), valueText(r), bandName(m, r.Before.Band)))
	}
}

// checkDecision judges the decision by the band. Where the stated value is
// wrong and the decision fits it, the value is the defect.
func checkDecision(p *lint.Pass, m *isms.RiskModel, r *isms.Risk) {
	band := r.Before.Band
	if decisionFits(r, band) || !r.Before.Agrees() && r.Before.StatedBand != nil && decisionFits(r, r.Before.StatedBand) {
		return
	}
	written := r.Written("decision")
	if r.Accepted() {
		reportRisk(p, r.Row, written, message.Textf(
			"%[1]s「%[2]s」%[3]sは%[4]sの区分ですが、決定が「%[5]s」です。対応とするか、委員会で審議した議事録の番号を記入してください",
			"%[2]q %[3]s%[1]s is in band %[4]s, but the decision is %[5]q, expected treatment, or the minutes of the committee that deliberated on it",
			ofRow(r.Row), riskTitle(r.Row, "value"), valueText(r), bandName(m, band), written.Text))
		return
	}
	warnRisk(p, r.Row, written, message.Textf(
		"%[1]s「%[2]s」%[3]sは%[4]sの区分ですが、決定が「%[5]s」です。受容とするか、対応する理由を記入してください",
		"%[2]q %[3]s%[1]s is in band %[4]s, but the decision is %[5]q, expected acceptance, or the reason why it is treated",
		ofRow(r.Row), riskTitle(r.Row, "value"), valueText(r), bandName(m, band), written.Text))
}

func decisionFits(r *isms.Risk, band *isms.RiskBand) bool {
	switch {
	case r.Accepted() && band.Treatment == isms.TreatRisk:
		return hasException(r)
	case r.Treated() && band.Treatment == isms.AcceptRisk:
		return !r.Written("reason").None()
	}
	return true
}

// hasException reports whether the row claims an exception from the criteria
// (domain §3.6): minutes of the committee, or the extent of the damage.
func hasException(r *isms.Risk) bool {
	return len(r.List("minutes")) > 0 || !r.Written("damage_scope").None()
}

// valueText returns the value of the risk as it should read.
func valueText(r *isms.Risk) string {
	if v, ok := riskValueOf(&r.Before); ok {
		return isms.RiskDecimal(v)
	}
	return cellExcerpt(r.Before.Stated.Text)
}

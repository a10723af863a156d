package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var soaStatus = &lint.Rule{
	Name:         "soa/status",
	Severity:     lint.Error,
	Requirements: []string{"A02-2"},
	Clauses:      []string{"6.1.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "適用宣言書の実施状況が、管理策の採否と合いません",
			EN: "the implementation status in the Statement of Applicability does not fit the decision about the control",
		},
		Why: message.Text{
			JA: "規格は、採用した管理策を実施しているか否かを示すことを求めています。除外した管理策に実施状況があれば、採否か状況のどちらかが誤りです",
			EN: "the standard asks whether each necessary control is implemented; an excluded control that is implemented contradicts itself",
		},
		Wrong: soaExample(`| A.8.13 | 情報のバックアップ | ○ | 障害からの復旧に必要なため | | ISMS-A-04 | R-001 |
`),
		Right: soaExample(`| A.8.13 | 情報のバックアップ | ○ | 障害からの復旧に必要なため | 一部実施 | ISMS-A-04 | R-001 |
`),
	},
	Document: statementRule(func(p *lint.Pass, s *isms.Statement, r *isms.StatementRow) {
		written := r.Row.Written("status")
		if !written.Present {
			return
		}
		status := r.Row.Value("status").Text
		severity, at := registerSeverity(s.File), rowPlace(r, written)
		switch {
		case r.Applicable == isms.Applicable && written.None():
			reportControl(p, r, severity, at, message.Textf(
				"採用した「%[1]s」の実施状況がありません。実施、一部実施又は未実施のいずれかを書いてください",
				"the applicable control %[1]q has no status, expected implemented, partially implemented or not implemented", controlName(r)))
		case r.Applicable == isms.Excluded && (status == "implemented" || status == "partial"):
			reportControl(p, r, severity, at, message.Textf(
				"除外した「%[1]s」の実施状況が「%[2]s」です。実施しているのであれば採用とし、そうでなければ「-」にしてください",
				"the excluded control %[1]q has the status %[2]q, expected \"-\", or the control to be applicable", controlName(r), cellExcerpt(written.Text)))
		}
	}),
}

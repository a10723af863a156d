package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/lint/standard"
)

var riskControl = &lint.Rule{
	Name:         "risk/control",
	Severity:     lint.Error,
	Requirements: []string{"RSK-004", "RSK-008"},
	Clauses:      []string{"6.1.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "低減するリスクに管理策がないか、リスクの管理策が適用宣言書で採用されていません",
			EN: "a risk that is reduced names no control, or the control of a risk is not applicable in the Statement of Applicability",
		},
		Why: message.Text{
			JA: "適用宣言書は、リスク対応で必要とした管理策を漏れなく示す文書です。除外した管理策でリスクを下げたことにはできません",
			EN: "the Statement of Applicability gives all controls that the treatment of risks needs, and a control that it excludes reduces no risk",
		},
		Wrong: riskControlExample("A.7.9"),
		Right: riskControlExample("A.7.8"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		st := s.Statement()
		if st == nil && len(s.Tables(isms.RiskForm, isms.RiskTable)) > 0 {
			p.NotEvaluated(nil, "適用宣言書の表がないため、リスクの管理策が採用されているかを確かめられません",
				"there is no table of the Statement of Applicability to look up the controls of risks")
		}
		if st != nil {
			st = judgedStatement(st.File)
		}
		eachRiskOf(s, func(r *isms.Risk) {
			v := r.Written("controls")
			switch {
			case v.None() && v.Present && needsControl(r):
				reportRisk(p, r.Row, v, message.Textf(
					"%[1]s「%[2]s」がありません。低減するリスクなので、実施する管理策の番号を記入してください",
					"%[2]q%[1]s is empty although the risk is reduced, expected the controls that reduce it", ofRow(r.Row), riskTitle(r.Row, "controls")))
			case st != nil && !v.None():
				checkRiskControls(p, st, r)
			}
		})
	},
}

// checkRiskControls compares the controls of a risk with the statement. Ids
// that the edition does not have are for control/edition where another edition
// has them.
func checkRiskControls(p *lint.Pass, st *isms.Statement, r *isms.Risk) {
	edition := p.EditionOf(r.Table.File)
	if edition != st.Edition {
		return
	}
	citedControls(p, r.Row, "controls", func(id string, at source.Span) {
		row := st.Row(id)
		switch {
		case row != nil && row.Applicable == isms.Excluded:
			excluded := row.Row.Written("applicable").Span
			f := tableFinding(r.Table, at, message.Textf(
				"%[1]s管理策「%[2]s」は適用宣言書で除外されています。適用宣言書で採用とするか、別の管理策に改めてください",
				"control %[2]q%[1]s is excluded by the Statement of Applicability, expected an applicable one, or its inclusion there", ofRow(r.Row), controlName(row)),
				lint.Related{File: row.Table.Path, Span: &excluded, Message: message.Text{JA: "適用宣言書で除外している", EN: "excluded here"}})
			f.Subject = subjectOfRow(r.Row, id)
			p.Report(f)
		case row == nil && !belongsElsewhere(p, edition, id):
			f := tableFinding(r.Table, at, message.Textf(
				"%[1]s管理策「%[2]s」が適用宣言書にありません。番号を確かめ、必要な管理策なら適用宣言書に加えてください",
				"control %[2]q%[1]s is not in the Statement of Applicability, expected one that is; check the id, or add the control there", ofRow(r.Row), id))
			f.Subject = subjectOfRow(r.Row, id)
			p.Report(f)
		}
	})
}

// belongsElsewhere reports whether the id is one of another edition only, or
// one that soa/missing-control asks the statement for.
func belongsElsewhere(p *lint.Pass, edition standard.Edition, id string) bool {
	if _, ok := p.Standard.Control(edition, id); ok {
		return true
	}
	return len(p.Standard.EditionsOf(id)) > 0
}

// riskControlExample is a statement that adopts A.7.8 and excludes A.7.9, and
// a risk that the given control reduces.
func riskControlExample(control string) string {
	return "-- policies/ISMS-A-02-適用宣言書.md --\n" + soaExample(`| A.7.8 | 装置の設置及び保護 | ○ | 盗難を防ぐため | 実施 | ISMS-A-04 | R-001 |
| A.7.9 | 構外にある資産のセキュリティ | × | 資産を持ち出さないため | - | - | - |
`) + "-- registers/ISMS-B-02-リスクアセスメント結果表.md --\n" +
		riskExample("| R-001 | AS-001 | 盗難 | 施錠しない | 2 | 2 | 3 | 10 | 対応 | - | 低減 | "+control+" | 2 | 2 | 1 | 6 | 伊藤 美咲 | 2026-04-20 | 2026-04-10 | RTP-001 |")
}

package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

var soaUnusedControl = &lint.Rule{
	Name:         "soa/unused-control",
	Severity:     lint.Warning,
	Requirements: []string{"RSK-008"},
	Clauses:      []string{"6.1.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "リスクへの対応として採用した管理策が、どのリスクの対応にも使われていません",
			EN: "a control is adopted because of a risk, but no risk is treated with it",
		},
		Why: message.Text{
			JA: "適用宣言書とリスクアセスメントの結果が双方向につながっていなければ、管理策が何のためにあるのかも、リスクに対応が済んだことも示せません。リスク番号がなく、理由の文言だけがリスクを挙げる場合は情報にとどめます",
			EN: "when the statement and the risk assessment do not point at one another, neither the purpose of the control nor the treatment of the risk can be shown; where only the words of the reason speak of risks it is an info",
		},
		Wrong: unusedExample("A.8.13"),
		Right: unusedExample("A.8.13、A.8.14"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		st := s.Statement()
		if st == nil || judgedStatement(st.File) == nil {
			return
		}
		used, risks := controlsOfRisks(p, s)
		if risks == 0 {
			return
		}
		for i := range st.Rows {
			r := &st.Rows[i]
			if r.Applicable != isms.Applicable || r.Control == nil && !r.Own || used[r.ID] {
				continue
			}
			if at, severity, ok := adoptedForRisk(r); ok {
				reportControl(p, r, severity, at, message.Textf(
					"「%[1]s」はリスクへの対応として採用されていますが、この管理策で対応するリスクがリスクアセスメントの結果にありません",
					"%[1]q is adopted because of a risk, but no risk of the risk assessment is treated with it", controlName(r)))
			}
		}
	},
}

// controlsOfRisks returns the controls that the risks are treated with, or the
// plans for them, and the number of risks. There are none to judge by where a table of risks lacks
// the column of controls, which register/column reports.
func controlsOfRisks(p *lint.Pass, s *isms.System) (used map[string]bool, risks int) {
	used = map[string]bool{}
	for r := range s.Rows("ISMS-B-02", "risks") {
		if !r.Table.Has("controls") {
			return nil, 0
		}
		risks++
		citedControls(p, r, "controls", func(id string, _ source.Span) { used[id] = true })
		if !r.Shifted() {
			continue
		}
		for _, cell := range r.Cells() { // one of them holds the controls
			for _, item := range isms.SplitList(isms.Value{Text: cell.Text}) {
				p.NamesControl(item.Text, p.EditionOf(r.Table.File), func(id string) { used[id] = true })
			}
		}
	}
	for plan := range s.Rows("ISMS-B-03", "items") {
		citedControls(p, plan, "controls", func(id string, _ source.Span) { used[id] = true })
	}
	return used, risks
}

// citedControls calls yield with each control that a cell names: ids of Annex
// A, ranges included, and ids of the organisation's own.
func citedControls(p *lint.Pass, r *isms.Row, column string, yield func(id string, at source.Span)) {
	for _, item := range isms.SplitList(r.Written(column)) {
		found := false
		p.NamesControl(item.Text, p.EditionOf(r.Table.File), func(id string) {
			found = true
			yield(id, item.Span)
		})
		if id := isms.ControlID(isms.WithoutRemark(item.Text)); !found && id != "" {
			yield(id, item.Span)
		}
	}
}

// adoptedForRisk reports whether the row gives a risk as the reason, and where.
// Words that speak of risks are less certain than the id of one.
func adoptedForRisk(r *isms.StatementRow) (at source.Span, severity lint.Severity, ok bool) {
	if v := r.Row.Written("risks"); !v.None() {
		return v.Span, lint.Warning, true
	}
	reason, ok := reasonOf(r)
	if !ok {
		return source.Span{}, lint.Default, false
	}
	text := strings.ToLower(reason.Text)
	for _, words := range []string{"リスクアセスメントの結果", "リスク対応の結果", "リスク対応として", "リスク対応のため", "risk assessment", "risk treatment"} {
		if strings.Contains(text, words) {
			return reason.Span, lint.Info, true
		}
	}
	return source.Span{}, lint.Default, false
}

// unusedExample is a statement that adopts A.8.14 beside a risk that is
// treated with the given controls.
func unusedExample(controls string) string {
	return `-- policies/ISMS-A-02-適用宣言書.md --
` + soaExample(`| A.8.14 | 情報処理施設の冗長性 | ○ | 障害で業務が止まるため | 実施 | ISMS-A-04 | R-001 |
`) + `-- registers/ISMS-B-02-リスクアセスメント結果表.md --
` + risksHead + `| 番号 | 資産 | 脅威 | 脆弱性 | 損害 | 脅威のレベル | 脆弱性のレベル | リスク値 | 対応の決定 | 理由 | 選択肢 | 管理策 | リスク所有者 | 評価日 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
| R-001 | AS-001 | 機器の故障 | 予備がない | 3 | 2 | 2 | 12 | 対応 | - | 低減 | ` + controls + ` | 社長 | 2026-04-10 |
`
}

// risksHead is the front matter of examples of the risk assessment.
const risksHead = `---
number: ISMS-B-02
title: リスクアセスメント結果表
revision: 1
status: approved
established: 2024-04-01
drafted_by: suzuki
approved_by: tanaka
approved_on: 2024-04-01
---
# リスクアセスメント結果表

`

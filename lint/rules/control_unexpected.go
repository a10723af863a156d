package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var controlUnexpected = &lint.Rule{
	Name:         "control/unexpected",
	Severity:     lint.Warning,
	Requirements: []string{"CTL-001"},
	Clauses:      []string{"6.1.3", "8.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "管理策運用規定に、除外した管理策や実在しない管理策の節があります",
			EN: "the control operation rules have a section for a control that is excluded or does not exist",
		},
		Why: message.Text{
			JA: "除外と宣言した管理策の手順が残っていると、採否と運用のどちらが正しいのか分かりません",
			EN: "when rules remain for an excluded control, nobody knows whether the decision or the rule is right",
		},
		Wrong: soaAndRules("| A.8.30 | 外部委託による開発 | × | 開発を外部に委託していないため | - | - | - |\n",
			"## A.8.30 外部委託による開発\n\nシステム管理責任者は、委託先の成果物を受入れの前に試験する。\n"),
		Right: soaAndRules("| A.8.30 | 外部委託による開発 | × | 開発を外部に委託していないため | - | - | - |\n",
			"## A.8.31 開発環境，試験環境及び運用環境の分離\n\nシステム管理責任者は、環境を分ける。\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		st := s.Statement()
		if st != nil && judgedStatement(st.File) == nil {
			st = nil
		}
		for _, f := range controlRules(s) {
			for _, section := range p.ControlSections(f) {
				checkUnexpected(p, st, section)
			}
		}
	},
}

func checkUnexpected(p *lint.Pass, st *isms.Statement, c isms.ControlSection) {
	h := c.Head()
	at := numberPlace(c.File.Doc, h)
	if c.Control == nil {
		if len(p.Standard.EditionsOf(c.ID)) > 0 || isGroup(p.Standard, c.ID) {
			return // control/edition names ids of other editions
		}
		p.Report(lint.Finding{File: c.File.Path, Span: &at, Subject: c.ID, Message: message.Textf(
			"「%[1]s」という管理策は附属書Aにありません。番号を確かめてください。自社で加えた管理策には A 以外の文字で始まる番号を付けます",
			"Annex A has no control %[1]q, expected one of its ids; a control of your own needs a prefix other than A", h.Number)})
		return
	}
	if st == nil || p.EditionOf(c.File) != st.Edition {
		return
	}
	row := st.Row(c.ID)
	if row == nil || row.Applicable != isms.Excluded || saysExcluded(sectionText(c.File.Doc, c.Heading)) {
		return
	}
	excluded := row.Row.Written("applicable").Span
	p.Report(lint.Finding{File: c.File.Path, Span: &at, Subject: c.ID, Message: message.Textf(
		"適用宣言書で除外した「%[1]s」の節があります。適用宣言書で採用とするか、節を除いてください",
		"%[1]q is excluded by the Statement of Applicability but has a section, expected one or the other to change", titled(c.ID, &c.Control.Titles)),
		Related: []lint.Related{{File: row.Table.Path, Span: &excluded, Message: message.Text{JA: "適用宣言書で除外している", EN: "excluded here"}}}})
}

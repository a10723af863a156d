package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/standard"
)

var controlUndescribed = &lint.Rule{
	Name:         "control/undescribed",
	Severity:     lint.Warning,
	Requirements: []string{"CTL-001"},
	Clauses:      []string{"6.1.3", "8.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "採用した管理策の運用を、どの文書も定めていません",
			EN: "no document describes how an applicable control is carried out",
		},
		Why: message.Text{
			JA: "誰が何をするかを定めていない管理策は、人によってやり方が変わり、実施したことも確かめられません",
			EN: "a control that nobody is told how to carry out is carried out differently by everyone, or not at all",
		},
		Wrong: soaAndRules("| A.8.13 | 情報のバックアップ | ○ | 障害からの復旧に必要なため | 実施 | ISMS-A-04 | R-001 |\n",
			"## A.8.14 情報処理施設の冗長性\n\nシステム管理責任者は、回線を二重にする。\n"),
		Right: soaAndRules("| A.8.13 | 情報のバックアップ | ○ | 障害からの復旧に必要なため | 実施 | ISMS-A-04 | R-001 |\n",
			"## A.8.13 情報のバックアップ\n\nシステム管理責任者は、毎日バックアップを取得する。\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		files := controlRules(s)
		st := s.Statement()
		if len(files) == 0 {
			return
		}
		if st == nil {
			p.NotEvaluated(nil, "適用宣言書がないため、採用した管理策が定められているかを判定できません",
				"there is no Statement of Applicability to tell which controls apply")
			return
		}
		if judgedStatement(st.File) == nil {
			return
		}
		c := describedCheck{names: newDocumentNames(s), files: files, ids: map[string]bool{}}
		for _, f := range files {
			if p.EditionOf(f) != st.Edition {
				p.NotEvaluated(f, "適用宣言書と適用規格の版が異なるため、判定できません",
					"it is written to another edition than the Statement of Applicability")
				return
			}
			for id := range newSectionsOf(p.Organization, f).ids {
				c.ids[id] = true
			}
			for _, section := range p.ControlSections(f) {
				c.ids[section.ID] = true
			}
		}
		var missing []*isms.StatementRow
		for i := range st.Rows {
			if r := &st.Rows[i]; r.Applicable == isms.Applicable && r.ID != "" && !c.described(r) {
				missing = append(missing, r)
			}
		}
		reportUndescribed(p, st, files[0], missing)
	},
}

type describedCheck struct {
	names *documentNames
	files []*isms.File
	ids   map[string]bool
}

// described reports whether a control has a section in the control operation
// rules or another document that the statement names. Where the statement
// names a place that does not exist, or none at all, soa/implementation says so.
func (c *describedCheck) described(r *isms.StatementRow) bool {
	where := r.Row.Written("document")
	switch {
	case c.ids[r.ID]:
		return true
	case where.None():
		return where.Present && r.Row.Value("status").Text != "not-implemented"
	case len(sectionTokens(where.Text)) > 0:
		return true
	}
	named := c.names.in(where.Text)
	return len(named) == 0 || slices.ContainsFunc(named, func(n namedDocument) bool { return !slices.Contains(c.files, n.file) })
}

// reportUndescribed reports each control at its row, and many by theme at the
// control operation rules.
func reportUndescribed(p *lint.Pass, st *isms.Statement, rules *isms.File, missing []*isms.StatementRow) {
	head := rules.Head()
	if len(missing) <= mostSingle {
		for _, r := range missing {
			reportControl(p, r, lint.Default, r.Written.Span, message.Textf(
				"採用した「%[1]s」の運用を定めた節が「%[2]s」にありません。節を設けるか、定めている文書を実施文書に書いてください",
				"no section of %[2]q describes the applicable control %[1]q, expected one, or another implementing document", controlName(r), rules.ID()),
				lint.Related{File: rules.Path, Span: &head, Message: message.Text{JA: "運用を定める文書", EN: "the control operation rules"}})
		}
		return
	}
	var controls []*standard.Control
	for _, r := range missing {
		if r.Control != nil {
			controls = append(controls, r.Control)
		}
	}
	forThemes(p.Standard, st.Edition, controls, func(g *standard.Group, _ int, ids []string) {
		p.Report(lint.Finding{File: rules.Path, Span: &head, Subject: g.ID, Message: message.Textf(
			"採用した「%[1]s」のうち%[2]d件の運用を定めた節がありません（%[3]s）",
			"applicable controls of %[1]q without a section: %[2]d (%[3]s), expected one for each",
			titled(g.ID, &g.Titles), len(ids), firstFew(ids))})
	})
}

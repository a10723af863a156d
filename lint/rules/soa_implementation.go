package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var soaImplementation = &lint.Rule{
	Name:         "soa/implementation",
	Severity:     lint.Error,
	Requirements: []string{"A02-2", "A02-4"},
	Clauses:      []string{"6.1.3", "8.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "適用宣言書の実施文書が、ないか、実在しない文書や箇所を指しています",
			EN: "the implementing document in the Statement of Applicability is absent, or the document or section does not exist",
		},
		Why: message.Text{
			JA: "採用した管理策をどこで定めているかが分からなければ、実施していることを確かめられません。除外した管理策に実施文書があれば、採否が疑われます",
			EN: "without the place that lays it down nobody can check that the control is carried out; an excluded control with such a place contradicts itself",
		},
		Wrong: implementationExample("ISMS-A-04 A.8.14"),
		Right: implementationExample("ISMS-A-04 A.8.13"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		st := s.Statement()
		if st == nil || judgedStatement(st.File) == nil {
			return
		}
		c := implementationCheck{pass: p, statement: st, names: newDocumentNames(s)}
		for i := range st.Rows {
			c.row(&st.Rows[i])
		}
	},
}

type implementationCheck struct {
	pass      *lint.Pass
	statement *isms.Statement
	names     *documentNames
}

func (c *implementationCheck) row(r *isms.StatementRow) {
	where := r.Row.Written("document")
	severity := registerSeverity(c.statement.File)
	switch {
	case !where.Present || isOpenCell(r.Table, where.Text) || where.Ditto():
	case r.Applicable == isms.Excluded && !where.None():
		reportControl(c.pass, r, severity, where.Span, message.Textf(
			"除外した「%[1]s」に実施文書「%[2]s」があります。実施しているのであれば採用とし、そうでなければ「-」にしてください",
			"the excluded control %[1]q has the implementing document %[2]q, expected \"-\", or the control to be applicable", controlName(r), cellExcerpt(where.Text)))
	case r.Applicable != isms.Applicable:
	case where.None():
		if r.Row.Value("status").Text != "not-implemented" {
			reportControl(c.pass, r, severity, rowPlace(r, where), message.Textf(
				"採用した「%[1]s」の実施文書がありません。どの文書のどこで定めているかを書いてください",
				"the applicable control %[1]q has no implementing document, expected the document and section that lay it down", controlName(r)))
		}
	default:
		c.documents(r, where)
	}
}

// documents checks that the named documents have the named sections.
func (c *implementationCheck) documents(r *isms.StatementRow, where isms.Value) {
	named := c.names.in(where.Text)
	if len(named) == 0 {
		c.unnamed(r, where)
		return
	}
	for _, n := range named {
		if n.file == nil || n.file.Kind != isms.Controlled || !tablesReadable(n.file) {
			continue
		}
		var absent []string
		for _, token := range sectionTokens(n.rest) {
			if !newSectionsOf(c.pass.Organization, n.file).has(token) && !c.isForeign(r, token) {
				absent = append(absent, token)
			}
		}
		if len(absent) > 0 {
			reportControl(c.pass, r, registerSeverity(c.statement.File), where.Span, message.Textf(
				"「%[1]s」の実施箇所が「%[2]s」の %[3]s とありますが、その箇所がありません",
				"%[1]q is laid down in %[3]s of %[2]q, but that section does not exist", controlName(r), n.file.ID(), listed(absent)))
		}
	}
}

// unnamed judges a cell that names no known document: a section of the control
// operation rules or of the manual, or a text that leads nowhere.
func (c *implementationCheck) unnamed(r *isms.StatementRow, where isms.Value) {
	if len(idTokens(where.Text)) > 0 {
		return // reference rules look for ids that do not exist
	}
	for _, token := range sectionTokens(where.Text) {
		if c.isForeign(r, token) {
			return
		}
		for _, f := range c.names.system.OfKind(isms.Controlled) {
			if f.Meta.Status != isms.Obsolete && f.Entry != nil &&
				strings.HasPrefix(f.Entry.Form, "ISMS-A-") && f != c.statement.File && newSectionsOf(c.pass.Organization, f).ids[token] {
				return
			}
		}
	}
	reportControl(c.pass, r, lint.Warning, where.Span, message.Textf(
		"「%[1]s」の実施文書「%[2]s」に当たる文書がありません。文書番号か文書名と箇所を書いてください。社外の文書は ismslint.toml の [[documents.external]] で宣言します",
		"%[2]q, the implementing document of %[1]q, names no known document, expected its number or title; declare documents of others as [[documents.external]]", controlName(r), cellExcerpt(where.Text)))
}

// isForeign reports whether a token is the id of a control in another edition
// than that of the statement, which control/edition reports in the text of a
// document.
func (c *implementationCheck) isForeign(r *isms.StatementRow, token string) bool {
	return r.Table.Path == r.Table.File.Path && strings.HasPrefix(token, "A.") && otherEdition(c.pass.Standard, c.statement.Edition, token) != ""
}

// implementationExample is a statement beside control operation rules that
// describe one control.
func implementationExample(where string) string {
	return `-- policies/ISMS-A-02-適用宣言書.md --
` + soaExample(`| A.8.13 | 情報のバックアップ | ○ | 障害からの復旧に必要なため | 実施 | `+where+` | R-001 |
`) + `-- policies/ISMS-A-04-ISMS管理策運用規定.md --
` + rulesHead + `## A.8.13 情報のバックアップ

システム管理責任者は、毎日バックアップを取得する。
`
}

// rulesHead is the front matter of examples of the control operation rules.
const rulesHead = `---
number: ISMS-A-04
title: ISMS管理策運用規定
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
---
# ISMS管理策運用規定

`

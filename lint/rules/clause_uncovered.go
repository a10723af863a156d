package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/standard"
)

var clauseUncovered = &lint.Rule{
	Name:         "clause/uncovered",
	Severity:     lint.Warning,
	Requirements: []string{"GAP-001", "GAP-002", "GAP-003"},
	Clauses:      []string{"7.5.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "規格が求める文書化した情報を、どの文書も担っていません",
			EN: "no document carries the documented information that a clause of the standard requires",
		},
		Why: message.Text{
			JA: "標準の文書体系では、どの文書が箇条を担うかは決まっています。自社の文書体系では、文書情報の clauses か ismslint.toml の [[clauses]] に箇条の番号を書いて示します",
			EN: "in the standard catalogue it is known which document serves which clause; a catalogue of your own says so by clauses in the front matter or by [[clauses]] in ismslint.toml",
		},
		Wrong: uncoveredExample(`["6.1.2", "6.1.3", "6.2", "7.2", "7.5.1", "8", "9.1", "9.2.2", "9.3.3", "10.2"]`),
		Right: uncoveredExample(`["4.3", "5.2", "6.1.2", "6.1.3", "6.2", "7.2", "7.5.1", "8", "9.1", "9.2.2", "9.3.3", "10.2"]`),
	},
	System: func(p *lint.Pass, s *isms.System) {
		edition := standard.Edition(s.Config.Standard.Edition)
		required := requiredClauses(s.Standard, edition)
		if len(required) == 0 {
			p.NotEvaluated(nil, "%[1]sが求める文書化した情報の一覧を確かめられていないため、判定できません",
				"the documented information that %[1]s requires is not attested well enough", editionName(edition))
			return
		}
		forms := clauseForms(edition)
		var uncovered []*standard.Clause
		for _, c := range required {
			if !covered(s, c.Number, forms[c.Number]) {
				uncovered = append(uncovered, c)
			}
		}
		reportUncovered(p, s, edition, uncovered)
	},
}

// covered reports whether a file carries the clause, by its own word, by the
// configuration or by what it is. An entry of the catalogue without its file is for document/missing.
func covered(s *isms.System, clause string, forms []string) bool {
	for _, f := range s.Files() {
		if f.Meta.Status != isms.Obsolete && (f.Kind == isms.Controlled || f.Kind == isms.RecordFile) && carries(f, clause) {
			return true
		}
	}
	for i := range s.Config.Clauses {
		if m := &s.Config.Clauses[i]; concernsClause(m.Clause, clause) && slices.ContainsFunc(m.Documents, func(d config.MappedDocument) bool { return inForce(s, d.Name) }) {
			return true
		}
	}
	return slices.ContainsFunc(s.Catalogue.Entries, func(e *isms.Entry) bool {
		return slices.Contains(forms, e.Form) && (!e.Optional || s.Document(e.Number) != nil || current(s.Records(e.Number)))
	})
}

// reportUncovered reports each clause, or all of them at once where they are
// so many that the organisation has evidently not begun to map them.
func reportUncovered(p *lint.Pass, s *isms.System, e standard.Edition, uncovered []*standard.Clause) {
	at := lint.Finding{File: configFile(s), Span: firstLine(s)}
	if len(uncovered) > mostSingle/2 {
		var numbers []string
		for _, c := range uncovered {
			numbers = append(numbers, c.Number)
		}
		at.Subject = "clauses"
		at.Message = message.Textf(
			"%[1]sの箇条 %[2]s が求める文書化した情報を、どの文書も担っていません。担う文書の文書情報に clauses を書いてください",
			"no document carries the documented information that clauses %[2]s of %[1]s require, expected a document with clauses in its front matter for each", editionName(e), listed(numbers))
		p.Report(at)
		return
	}
	for _, c := range uncovered {
		at.Subject, at.Clauses = c.Number, []string{c.Number}
		at.Message = message.Textf(
			"%[1]sの「%[2]s」が求める文書化した情報を、どの文書も担っていません。担う文書の文書情報に clauses: [\"%[3]s\"] を書いてください",
			"no document carries the documented information that %[2]q of %[1]s requires, expected one with clauses: [\"%[3]s\"] in its front matter", editionName(e), titled(c.Number, &c.Titles), c.Number)
		p.Report(at)
	}
}

// uncoveredExample is a catalogue with one document that carries clauses.
func uncoveredExample(clauses string) string {
	return `-- ismslint.toml --
[documents]
replace = true
[[documents.catalogue]]
number = "ISMS-A-50"
title = "ISMS規程"
-- policies/ISMS-A-50-ISMS規程.md --
---
number: ISMS-A-50
title: ISMS規程
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
clauses: ` + clauses + `
---
# ISMS規程
`
}

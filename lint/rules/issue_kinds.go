package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var issueKinds = &lint.Rule{
	Name:         "issue/kinds",
	Severity:     lint.Error,
	Requirements: []string{"B27-1"},
	Clauses:      []string{"4.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "リスク一覧表に、外部の課題又は内部の課題が1件もありません",
			EN: "the list of issues has no external or no internal issue",
		},
		Why: message.Text{
			JA: "4.1は、外部と内部の両方の課題を決めることを求めています。片方がなければ、組織の状況を見落としたままリスク及び機会を決めたことになります",
			EN: "clause 4.1 asks for external and internal issues; without one of them the risks and opportunities rest on half of the context",
		},
		Wrong: issueExample(externalIssueExample, ""),
		Right: issueExample(externalIssueExample+internalIssueExample, ""),
	},
	System: func(p *lint.Pass, s *isms.System) {
		tables := s.Tables(issueForm, issueTable)
		seen := map[string]bool{}
		rows := 0
		for _, t := range tables {
			eachIssue(t, func(r *isms.Row) {
				kind := r.Value("kind")
				if _, known := isms.CanonicalIn(t.Schema.Column("kind"), kind.Text); !known {
					seen["external-issue"], seen["internal-issue"] = true, true // which, cannot be told
				}
				seen[kind.Text] = true
				rows++
			})
		}
		if rows == 0 {
			return // register/missing-table or register/row speaks of it, or it is a draft
		}
		missing := message.Text{JA: "外部課題と内部課題", EN: "neither an external nor an internal issue"}
		switch external, internal := seen["external-issue"], seen["internal-issue"]; {
		case external && internal:
			return
		case external:
			missing = message.Text{JA: "内部課題", EN: "no internal issue"}
		case internal:
			missing = message.Text{JA: "外部課題", EN: "no external issue"}
		}
		p.Report(tableFinding(tables[0], tables[0].HeaderSpan(), message.Textf(
			"%[1]sが1件もありません。外部と内部の課題をそれぞれ決め、1件を1行で加えてください",
			"the list has %[1]s, expected at least one of each kind", missing)))
	},
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

var clauseMapping = &lint.Rule{
	Name:         "clause/mapping",
	Severity:     lint.Error,
	Requirements: []string{"GAP-002", "GAP-003"},
	Clauses:      []string{"7.5.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "ismslint.toml の [[clauses]] に、ない箇条か、ない文書があります",
			EN: "[[clauses]] of ismslint.toml names a clause or a document that does not exist",
		},
		Why: message.Text{
			JA: "箇条の番号は規格の版によって変わり、文書も廃止されます。対応が古いままだと、求められる文書化した情報が欠けても気付けません",
			EN: "clause numbers change with the edition and documents are withdrawn; behind a stale mapping, missing documented information goes unnoticed",
		},
		Wrong: mappingExample("[[clauses]]\nclause = \"10.3\"\ndocuments = [\"ISMS-A-50\"]\n[[clauses]]\nclause = \"7.2\"\ndocuments = [\"ISMS-A-05\"]\n"),
		Right: mappingExample("[[clauses]]\nclause = \"10.2\"\ndocuments = [\"ISMS-A-50\"]\n[[clauses]]\nclause = \"7.2\"\ndocuments = [\"policies/ISMS-A-50-ISMS規程.md\"]\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		edition := standard.Edition(s.Config.Standard.Edition)
		for i := range s.Config.Clauses {
			m := &s.Config.Clauses[i]
			if _, ok := s.Standard.Clause(edition, m.Clause); !ok && len(s.Standard.Clauses(edition)) > 0 {
				p.Report(lint.Finding{File: configFile(s), Span: &m.ClauseSpan, Subject: m.Clause, Message: message.Textf(
					"%[2]sに箇条「%[1]s」はありません。箇条の番号を直してください",
					"there is no clause %[1]q in %[2]s, expected the number of one", m.Clause, editionName(edition))})
			}
			for k := range m.Documents {
				checkMapped(p, s, &m.Documents[k])
			}
		}
	},
}

// checkMapped reports a name that is neither a document nor a record nor a
// place. A document of the catalogue without its file is for document/missing.
func checkMapped(p *lint.Pass, s *isms.System, d *config.MappedDocument) {
	if s.Catalogue.Entry(d.Name) != nil || s.HasPath(d.Name) || len(s.Documents(d.Name)) > 0 || len(s.Record(d.Name)) > 0 {
		return
	}
	candidates := s.Paths()
	for _, e := range s.Catalogue.Entries {
		candidates = append(candidates, e.Number)
	}
	text := message.Textf("「%[1]s」という文書もファイルもありません。文書番号か、ファイルやフォルダーの相対パスを書いてください",
		"there is neither a document nor a file %[1]q, expected a document number or the path of a file or folder", d.Name)
	if near := schema.Nearest(d.Name, candidates); near != "" {
		text = message.Textf("「%[1]s」という文書もファイルもありません。「%[2]s」のことですか",
			"there is neither a document nor a file %[1]q; did you mean %[2]q", d.Name, near)
	}
	p.Report(lint.Finding{File: configFile(s), Span: &d.Span, Subject: d.Name, Message: text})
}

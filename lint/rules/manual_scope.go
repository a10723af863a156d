package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var manualScope = &lint.Rule{
	Name:         "manual/scope",
	Severity:     lint.Error,
	Requirements: []string{"A03-2"},
	Clauses:      []string{"4.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "マニュアルの適用範囲が、認証の適用範囲（certification.md の scope）と同じ文言ではありません",
			EN: "the scope in the manual is not worded as the scope of the certificate (scope in certification.md)",
		},
		Why: message.Text{
			JA: "認証機関は、申請書、登録証とISMSの文書で適用範囲の文言が同じであることを求めます。違いは審査の前の書類の確認で指摘されます",
			EN: "the certification body demands one wording of the scope in application, certificate and manual; a difference is raised before the audit begins",
		},
		Wrong: scopeExample("ソフトウェアの受託開発及び運用"),
		Right: scopeExample("ソフトウェアの受託開発"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		var certificate *isms.File
		for _, f := range s.OfKind(isms.CertificationFile) {
			certificate = f
		}
		if certified := s.Config.Organization.Certified; certificate == nil && (certified == nil || !*certified) {
			return // nothing says that there is a certificate (design §10.8)
		}
		for _, f := range s.OfEntry(manualForm) {
			if !isManual(f) {
				continue
			}
			scope := certifiedScope(certificate)
			if scope.Empty() {
				p.NotEvaluated(f, "認証の適用範囲（certification.md の scope）がないため、判定できません",
					"there is no scope of the certificate (scope in certification.md) to compare with")
				continue
			}
			if !statesScope(f, scope.Text) {
				at := scopePlace(f)
				p.Report(lint.Finding{File: f.Path, Span: &at, Severity: registerSeverity(f), Message: message.Textf(
					"マニュアルに、認証の適用範囲「%[1]s」と同じ文言がありません。どちらかにそろえてください",
					"the manual does not state the scope of the certificate, %[1]q; expected the same wording in both", cellExcerpt(scope.Text)),
					Related: related(certificate, scope.Span, "認証の適用範囲", "the scope of the certificate")})
			}
		}
	},
}

// certifiedScope returns the scope that the facts of certification state.
func certifiedScope(f *isms.File) isms.Value {
	if f == nil {
		return isms.Value{}
	}
	for _, key := range []string{"scope", "認証範囲", "登録範囲", "適用範囲"} {
		if field, ok := f.Doc.FrontMatter.Root.Field(key); ok && field.Value != nil {
			return isms.Value{Text: strings.TrimSpace(field.Value.Text), Span: field.Value.Span, Key: field.KeySpan, Present: true}
		}
	}
	return isms.Value{}
}

// statesScope reports whether a text holds the wording of a scope, in one block
// or in several that follow each other. Punctuation at its end does not count.
func statesScope(f *isms.File, scope string) bool {
	want := strings.TrimRight(fold.Key(scope), "。.．")
	var text strings.Builder
	ownBlocks(f, func(b *document.Block) bool {
		text.WriteString(fold.Key(b.Text))
		return true
	})
	return strings.Contains(text.String(), want)
}

// scopeExample is a manual beside a certificate with the given scope.
func scopeExample(scope string) string {
	return "-- certification.md --\n---\nscope: " + scope + "\n---\n# 認証\n-- policies/ISMS-A-03-ISMSマニュアル.md --\n" + `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
---
# ISMSマニュアル

## 1 適用範囲

| 項目 | 範囲 |
|---|---|
| 事業 | ソフトウェアの受託開発 |
`
}

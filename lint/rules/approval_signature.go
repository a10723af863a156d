package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var approvalSignature = &lint.Rule{
	Name:           "approval/signature",
	Severity:       lint.Error,
	Requirements:   []string{"ROL-010", "A01-1"},
	Clauses:        []string{"5.2"},
	Controls:       []string{"A.5.1"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "基本方針の署名が、承認日に在任している社長の名前ではありません",
			EN: "the signature of the policy is not the name of the president in office on the day of approval",
		},
		Why: message.Text{
			JA: "基本方針は経営者の約束です。交代した社長の名前が残っていると、誰の方針か分からなくなります",
			EN: "the policy is a promise of top management; with the name of a former president nobody knows whose promise it is",
		},
		Wrong: `---
number: ISMS-A-01
title: 情報セキュリティ基本方針
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
---
# 情報セキュリティ基本方針

当社は情報資産を守ります。

代表取締役社長 山田 太郎
`,
		Right: `---
number: ISMS-A-01
title: 情報セキュリティ基本方針
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
---
# 情報セキュリティ基本方針

当社は情報資産を守ります。

代表取締役社長 佐藤 花子
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		day := f.Meta.ApprovedOn
		if f.Kind != isms.Controlled || !isPolicy(p, f) || !day.Valid() || unapproved(f) {
			return
		}
		holders := p.People.Holders(isms.President, day.Date)
		if len(holders) == 0 {
			return // role/vacant reports it
		}
		approvers := signersOf(p, f.Meta.ApprovedBy)
		for _, s := range signatures(p, f.Doc) {
			one := findSigner(p, s.name)
			if one.person != nil && p.People.Holds(one.person.ID, isms.President, day.Date) || indexOf(approvers, one) >= 0 {
				continue // approval/role judges the approver
			}
			p.Reportf(f, s.span, "基本方針の署名が「%s」ですが、承認日 %s の%sは「%s」です",
				"the policy is signed \"%s\", but on %s the %s was %s", s.name, day.Date, p.Roles.Name(isms.President), listNames(p.People, holders))
		}
	},
}

// isPolicy reports whether the file is the information security policy, under
// its number or, in a catalogue of the organisation's own, under its title.
func isPolicy(p *lint.Pass, f *isms.File) bool {
	if f.Entry == nil {
		return false
	}
	return f.Entry == p.Catalogue.ByTitle("情報セキュリティ基本方針") || f.Entry == p.Catalogue.ByTitle("Information security policy")
}

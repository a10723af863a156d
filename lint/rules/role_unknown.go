package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

var roleUnknown = &lint.Rule{
	Name:           "role/unknown",
	Severity:       lint.Error,
	Requirements:   []string{"DOC-005", "ROL-001", "ROL-003"},
	Clauses:        []string{"5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "作成者・承認者や任命に、登録のない人または役割が書かれています",
			EN: "a drafter, approver or appointment names a person or role that is not declared",
		},
		Why: message.Text{
			JA: "誰のことか特定できない名前では、その人に権限があったかを確かめられません",
			EN: "as long as it is not known who is meant, the authority of that person cannot be checked",
		},
		Wrong: `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: approved
established: 2024-04-01
drafted_by: tanaka
approved_by: satou
approved_on: 2024-04-01
---
# ISMSマニュアル
`,
		Right: `---
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
`,
	},
	System: func(p *lint.Pass, s *isms.System) {
		if !s.People.Declared() {
			p.NotEvaluated(nil, "ismslint.toml に [[people]] がないため、作成者と承認者が誰かを確認できません",
				"ismslint.toml declares no [[people]], so drafters and approvers cannot be identified")
			return
		}
		p.EachFile(s, checkNames)
		checkHoldings(p, s)
		checkCatalogueRoles(p, s)
	},
}

// checkNames reports names in the front matter and approvers in the revision
// history that nobody has, each name once in a file.
func checkNames(p *lint.Pass, s *isms.System, f *isms.File) {
	reported := map[string]bool{}
	check := func(one signer, at source.Span) {
		key := fold.Key(one.text)
		if one.person == nil && !reported[key] && !(isms.Value{Text: one.text}).None() {
			reported[key] = true
			p.Report(lint.Finding{File: f.Path, Span: &at, Message: unknownSigner(s, one)})
		}
	}
	for _, n := range []isms.Names{f.Meta.DraftedBy, f.Meta.ApprovedBy} {
		for _, v := range n.Each {
			check(findSigner(p, v.Text), v.Span)
		}
	}
	if f.Kind != isms.Controlled {
		return
	}
	for _, row := range f.Revisions.Ordered() {
		if row.Approved.None() || isPlaceholder(row.Approved.Text) {
			continue
		}
		for _, one := range signersIn(p, row.Approved.Text) {
			if !one.known() {
				check(one, row.Approved.Span)
			}
		}
	}
}

func checkHoldings(p *lint.Pass, s *isms.System) {
	for _, h := range s.People.Holdings() {
		if _, ok := s.Roles.Info(isms.Role(h.Role)); !ok {
			span := h.RoleSpan
			p.Report(lint.Finding{File: configFile(s), Span: &span, Subject: h.Role, Message: unknownRoleID(s, h.Role)})
		}
		checkID(p, s, h.Person, h.PersonSpan)
		if h.AppointedBy != "" && s.People.Find(h.AppointedBy) == nil {
			checkID(p, s, h.AppointedBy, h.Span)
		}
	}
}

// checkID reports what should be the id of a person and is not.
func checkID(p *lint.Pass, s *isms.System, id string, at source.Span) {
	person := s.People.Find(id)
	if person != nil && person.ID == id {
		return
	}
	text := unknownPerson(s, id)
	if person != nil {
		text = message.Textf("「%[1]s」は識別名（id）ではありません。「%[2]s」と書いてください", "%[1]q is not the id of a person, expected %[2]q", id, person.ID)
	}
	p.Report(lint.Finding{File: configFile(s), Span: &at, Subject: id, Message: text})
}

func checkCatalogueRoles(p *lint.Pass, s *isms.System) {
	for _, e := range s.Catalogue.Entries {
		for _, role := range []isms.Role{e.Drafter, e.Approver} {
			if _, ok := s.Roles.Info(role); !ok && e.Declared != nil {
				p.Report(lint.Finding{File: configFile(s), Span: e.Declared, Subject: e.Number + " " + string(role), Message: unknownRoleID(s, string(role))})
			}
		}
	}
}

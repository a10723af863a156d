package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var roleTable = &lint.Rule{
	Name:         "role/table",
	Severity:     lint.Warning,
	Requirements: []string{"ROL-006"},
	Clauses:      []string{"5.3"},
	Controls:     []string{"A.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "マニュアルの役割の表に、任命されている役割や、ほかの行で任命すると書かれた役割がありません",
			EN: "the table of roles in the manual lacks a role that people hold, or that another row appoints",
		},
		Why: message.Text{
			JA: "責任と権限は、割り当てて伝えておかなければなりません（5.3）。表にない役割の人は、何を任されたのかを知ることができません",
			EN: "responsibilities and authorities must be assigned and communicated (5.3); who holds a role that the table lacks cannot know what it is",
		},
		Wrong: `# ISMSマニュアル

## 5.3 組織の役割、責任及び権限

| 役割 | 責任及び権限 |
|---|---|
| 社長 | ISMS管理責任者及び内部監査責任者を任命する |
| ISMS管理責任者 | ISMSを確立し、ISMS事務局を任命する |
| 内部監査責任者 | 内部監査を計画する |
| ISMS推進委員会 | リスクの受容を審議する |
`,
		Right: `# ISMSマニュアル

## 5.3 組織の役割、責任及び権限

| 役割 | 責任及び権限 |
|---|---|
| 社長 | ISMS管理責任者及び内部監査責任者を任命する |
| ISMS管理責任者 | ISMSを確立し、ISMS事務局を任命する |
| 内部監査責任者 | 内部監査を計画する |
| ISMS推進委員会 | リスクの受容を審議する |
| ISMS事務局 | 台帳を作成する |
`,
	},
	System: func(p *lint.Pass, s *isms.System) {
		entry := s.Catalogue.ByTitle("ISMSマニュアル")
		if entry == nil {
			entry = s.Catalogue.ByTitle("ISMS manual")
		}
		if entry == nil {
			return
		}
		if f := s.Document(entry.Number); f != nil {
			checkRoleTable(p, s, f)
		}
	},
}

func checkRoleTable(p *lint.Pass, s *isms.System, f *isms.File) {
	tables := roleTables(s.Roles, f.Doc)
	if len(tables) == 0 {
		return
	}
	listed := map[isms.Role]bool{}
	for _, t := range tables {
		for _, role := range t.roles {
			listed[role] = true
		}
	}
	missing := map[isms.Role]bool{}
	for _, info := range s.Roles.All() {
		if listed[info.Role] || len(s.People.Holders(info.Role, s.AsOf())) == 0 {
			continue
		}
		missing[info.Role] = true
		at := tables[0].header
		p.Report(lint.Finding{
			File: f.Path, Span: &at, Subject: string(info.Role), Related: holdingPlaces(s, info.Role),
			Message: message.Textf("任命されている役割「%s」が、役割の表にありません。責任と権限の行を加えるか、社内での呼び名を ismslint.toml の role_names に書いてください",
				"the role %s is held, but the table of roles lacks it; add a row with its responsibilities, or its name in the company to role_names of ismslint.toml", info.Name),
		})
	}
	for _, t := range tables {
		for _, a := range t.appointments {
			role, known := s.Roles.ByName(a.name)
			if known && (listed[role] || missing[role]) || !known && nameListed(tables, a.name) {
				continue
			}
			missing[role] = known
			at := a.span
			p.Report(lint.Finding{
				File: f.Path, Span: &at,
				Message: message.Textf("「%s」を任命すると書かれていますが、その役割の行が表にありません",
					"the table says that %q is appointed, but has no row for that role", a.name),
			})
		}
	}
}

// holdingPlaces returns where the configuration gives the role to someone now.
func holdingPlaces(s *isms.System, role isms.Role) []lint.Related {
	for _, h := range holdingsOf(s.Organization, role) {
		if isms.Covers(h, s.AsOf()) {
			span := h.RoleSpan
			return []lint.Related{{File: configFile(s), Span: &span, Message: message.Text{JA: "任命", EN: "appointment"}}}
		}
	}
	return nil
}

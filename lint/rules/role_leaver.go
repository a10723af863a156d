package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var roleLeaver = &lint.Rule{
	Name:           "role/leaver",
	Severity:       lint.Error,
	Requirements:   []string{"ROL-009"},
	Clauses:        []string{"5.3"},
	Controls:       []string{"A.6.5"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "退職した人が、退職日の後も役割に就いたままです",
			EN: "a person who left still holds a role after the last day",
		},
		Why: message.Text{
			JA: "退職者の任命が残っていると、その後の承認が有効かどうかを判断できません",
			EN: "as long as the appointment of a leaver stands, it is open whether later approvals are valid",
		},
		Wrong: roleExample(`[[people]]
id = "mori"
name = "森 健太"
left = 2024-03-31
[[roles]]
role = "isms-manager"
person = "mori"
from = 2020-04-01
appointed_by = "sato"
appointed_on = 2020-04-01
`),
		Right: roleExample(`[[people]]
id = "mori"
name = "森 健太"
left = 2024-03-31
[[roles]]
role = "isms-manager"
person = "mori"
from = 2020-04-01
until = 2024-03-31
appointed_by = "sato"
appointed_on = 2020-04-01
`),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for _, h := range s.People.Holdings() {
			person := s.People.Find(h.Person)
			if person == nil || person.Left.IsZero() || !h.Until.IsZero() && !h.Until.After(person.Left) {
				continue
			}
			if !s.AsOf().After(person.Left) {
				continue // the leave is planned; the appointment may still be ended in time
			}
			span := h.PersonSpan
			p.Report(lint.Finding{
				File: configFile(s), Span: &span, Subject: h.Role + " " + h.Person,
				Message: message.Textf("「%s」は %s に退職しましたが、「%s」の任命が続いています。until に退職日以前の日を書いてください",
					"%s left on %s but still holds the role %s; set until to that day or an earlier one",
					person.Name, person.Left, s.Roles.Name(isms.Role(h.Role))),
			})
		}
	},
}

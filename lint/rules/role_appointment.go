package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var roleAppointment = &lint.Rule{
	Name:           "role/appointment",
	Severity:       lint.Warning,
	Requirements:   []string{"ROL-002"},
	Clauses:        []string{"5.3"},
	Controls:       []string{"A.5.2"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "任命が必要な役割に、任命者や任命日がないか、任命した人にその権限がありません",
			EN: "an appointment lacks its day or appointer, came after the duty began, or was made by someone who could not make it",
		},
		Why: message.Text{
			JA: "ISMS管理責任者と内部監査責任者は社長が、委員会と事務局はISMS管理責任者が任命します。任命の記録がないと責任と権限の割当て（5.3）を示せません",
			EN: "the president appoints the ISMS manager and the chief auditor, the ISMS manager the committee and the secretariat; without a record of it the assignment of responsibility (5.3) cannot be shown",
		},
		Wrong: roleExample(`[[roles]]
role = "isms-manager"
person = "tanaka"
from = 2020-04-01
appointed_by = "ito"
appointed_on = 2020-04-01
`),
		Right: roleExample(`[[roles]]
role = "isms-manager"
person = "tanaka"
from = 2020-04-01
appointed_by = "sato"
appointed_on = 2020-04-01
`),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for _, h := range s.People.Holdings() {
			info, ok := s.Roles.Info(isms.Role(h.Role))
			if ok && info.AppointedBy != "" {
				checkAppointment(p, s, info, h)
			}
		}
	},
}

func checkAppointment(p *lint.Pass, s *isms.System, info isms.RoleInfo, h config.Holding) {
	report := func(text message.Text) {
		span := h.RoleSpan
		p.Report(lint.Finding{File: configFile(s), Span: &span, Subject: h.Role + " " + h.Person + " " + h.From.String(), Message: text})
	}
	who, appointer := listNames(s.People, []string{h.Person}), s.Roles.Name(info.AppointedBy)
	switch {
	case h.AppointedBy == "":
		report(message.Textf("「%[1]s」（%[2]s）の任命者がありません。appointed_by に任命した%[3]sを書いてください",
			"the appointment of %[2]s as %[1]s names no appointer; enter the %[3]s as appointed_by", info.Name, who, appointer))
		return
	case h.AppointedOn.IsZero():
		report(message.Textf("「%[1]s」（%[2]s）の任命日（appointed_on）がありません", "the appointment of %[2]s as %[1]s has no day (appointed_on)", info.Name, who))
		return
	case h.AppointedOn.After(h.From):
		report(message.Textf("「%[1]s」（%[2]s）の任命日 %[3]s が、就任日 %[4]s より後です", "the appointment of %[2]s as %[1]s is dated %[3]s, after the duty began on %[4]s",
			info.Name, who, h.AppointedOn, h.From))
		return
	}
	by := s.People.Find(h.AppointedBy)
	if by == nil || vacantOn(s.Organization, info.AppointedBy, h.AppointedOn) {
		return // role/unknown or role/vacant reports it
	}
	if !s.People.Holds(by.ID, info.AppointedBy, h.AppointedOn) {
		report(message.Textf("「%[1]s」（%[2]s）を任命した「%[3]s」は、%[4]s に%[5]sではありませんでした",
			"%[3]s, who appointed %[2]s as %[1]s, did not hold the role %[5]s on %[4]s", info.Name, who, by.Name, h.AppointedOn, appointer))
	}
}

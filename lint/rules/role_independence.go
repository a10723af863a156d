package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var roleIndependence = &lint.Rule{
	Name:           "role/independence",
	Severity:       lint.Warning,
	Requirements:   []string{"ROL-005"},
	Clauses:        []string{"9.2"},
	Controls:       []string{"A.5.3"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "内部監査責任者や唯一の内部監査員が、ISMSを運用する役割を兼ねています",
			EN: "the chief auditor, or every internal auditor, also runs the ISMS that is audited",
		},
		Why: message.Text{
			JA: "ISMS管理責任者や事務局が自分の仕事を監査しても、監査の客観性と公平性（9.2）は示せません",
			EN: "an ISMS manager or secretary who audits their own work cannot show objectivity and impartiality (9.2)",
		},
		Wrong: roleExample(`[[roles]]
role = "isms-manager"
person = "ito"
from = 2020-04-01
appointed_by = "sato"
appointed_on = 2020-04-01
`),
		Right: `-- ismslint.toml --
[[people]]
id = "sato"
name = "佐藤 花子"
[[people]]
id = "tanaka"
name = "田中 一郎"
[[people]]
id = "ito"
name = "伊藤 美咲"
[[roles]]
role = "president"
person = "sato"
from = 2020-04-01
[[roles]]
role = "isms-manager"
person = "tanaka"
from = 2020-04-01
[[roles]]
role = "chief-auditor"
person = "ito"
from = 2020-04-01
`,
	},
	System: func(p *lint.Pass, s *isms.System) {
		var auditors, dependent []config.Holding
		for _, h := range s.People.Holdings() {
			if !isms.Covers(h, s.AsOf()) {
				continue
			}
			runs, ok := runsISMS(s, h.Person)
			switch isms.Role(h.Role) {
			case isms.ChiefAuditor:
				if ok {
					reportDependence(p, s, h, runs)
				}
			case isms.InternalAuditor:
				auditors = append(auditors, h)
				if ok {
					dependent = append(dependent, h)
				}
			}
		}
		if len(auditors) == len(dependent) {
			for _, h := range dependent {
				runs, _ := runsISMS(s, h.Person)
				reportDependence(p, s, h, runs)
			}
		}
	},
}

// runsISMS returns the role by which a person runs the ISMS on the day of
// judgement, if there is one.
func runsISMS(s *isms.System, person string) (isms.Role, bool) {
	for _, role := range s.People.RolesOf(person, s.AsOf()) {
		if role == isms.Manager || role == isms.Secretariat {
			return role, true
		}
	}
	return "", false
}

func reportDependence(p *lint.Pass, s *isms.System, h config.Holding, runs isms.Role) {
	span := h.PersonSpan
	p.Report(lint.Finding{
		File: configFile(s), Span: &span, Subject: h.Role + " " + h.Person,
		Message: message.Textf("%[1]s「%[2]s」が%[3]sを兼ねています。自分の業務を監査しない人を充ててください",
			"%[2]s is both %[1]s and %[3]s; expected someone who does not audit their own work",
			s.Roles.Name(isms.Role(h.Role)), listNames(s.People, []string{h.Person}), s.Roles.Name(runs)),
	})
}

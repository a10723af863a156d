package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var roleOverlap = &lint.Rule{
	Name:           "role/overlap",
	Severity:       lint.Error,
	Requirements:   []string{"ROL-001"},
	Clauses:        []string{"5.3"},
	Controls:       []string{"A.5.2"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "一人だけが就く役割に、同じ日に二人が就いています。または同じ任命が重なっています",
			EN: "two persons hold a role for one person on the same day, or one appointment is entered twice",
		},
		Why: message.Text{
			JA: "社長・ISMS管理責任者・内部監査責任者が二人いると、どちらの承認が有効か決まりません",
			EN: "with two presidents, ISMS managers or chief auditors it is not decided whose approval is valid",
		},
		Wrong: roleExample(`[[roles]]
role = "isms-manager"
person = "tanaka"
from = 2020-04-01
appointed_by = "sato"
appointed_on = 2020-04-01
[[roles]]
role = "isms-manager"
person = "suzuki"
from = 2023-05-01
appointed_by = "sato"
appointed_on = 2023-05-01
`),
		Right: roleExample(`[[roles]]
role = "isms-manager"
person = "tanaka"
from = 2020-04-01
until = 2023-04-30
appointed_by = "sato"
appointed_on = 2020-04-01
[[roles]]
role = "isms-manager"
person = "suzuki"
from = 2023-05-01
appointed_by = "sato"
appointed_on = 2023-05-01
`),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for _, info := range s.Roles.All() {
			held := holdingsOf(s.Organization, info.Role)
			for i, later := range held {
				for _, earlier := range held[:i] {
					if (info.Single || earlier.Person == later.Person) && overlap(earlier, later) {
						reportOverlap(p, s, info, earlier, later)
						break
					}
				}
			}
		}
	},
}

func overlap(a, b config.Holding) bool {
	return (a.Until.IsZero() || !b.From.After(a.Until)) && (b.Until.IsZero() || !a.From.After(b.Until))
}

func reportOverlap(p *lint.Pass, s *isms.System, info isms.RoleInfo, earlier, later config.Holding) {
	span, other := later.PersonSpan, earlier.Span
	from, to := later.From, earlier.Until
	if earlier.Until.IsZero() || !later.Until.IsZero() && later.Until.Before(earlier.Until) {
		to = later.Until
	}
	period := message.Textf("%s から", "from %s on", from)
	if to != (date.Date{}) {
		period = message.Textf("%s から %s まで", "from %s to %s", from, to)
	}
	if earlier.Person == later.Person {
		p.Report(lint.Finding{
			File: configFile(s), Span: &span, Severity: lint.Warning, Subject: string(info.Role) + " " + later.Person + " " + from.String(),
			Message: message.Textf("「%[2]s」の「%[1]s」への任命が %[3]s二重になっています。どちらかの until を改めるか、一方を削除してください",
				"%[2]s is entered twice as %[1]s %[3]s; correct until, or remove one of the entries", info.Name, listNames(s.People, []string{later.Person}), period),
			Related: []lint.Related{{File: configFile(s), Span: &other, Message: message.Text{JA: "先の任命", EN: "earlier appointment"}}},
		})
		return
	}
	who := listNames(s.People, []string{earlier.Person, later.Person})
	p.Report(lint.Finding{
		File: configFile(s), Span: &span, Subject: string(info.Role) + " " + later.Person + " " + from.String(),
		Message: message.Textf("「%[1]s」の任命が %[3]s重なっています（%[2]s）。前任の until を確認してください",
			"the role %[1]s is held twice %[3]s (%[2]s); check until of the earlier entry", info.Name, who, period),
		Related: []lint.Related{{File: configFile(s), Span: &other, Message: message.Text{JA: "先の任命", EN: "earlier appointment"}}},
	})
}

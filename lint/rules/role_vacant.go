package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

var roleVacant = &lint.Rule{
	Name:           "role/vacant",
	Severity:       lint.Error,
	Requirements:   []string{"ROL-001"},
	Clauses:        []string{"5.3"},
	Controls:       []string{"A.5.2"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "必要な役割に、誰も就いていない期間があります",
			EN: "a role that the ISMS needs is held by nobody for some time",
		},
		Why: message.Text{
			JA: "社長・ISMS管理責任者・内部監査責任者などが不在の間の承認や監査は成立しません",
			EN: "while there is no president, ISMS manager or chief auditor, no approval and no audit is valid",
		},
		Wrong: roleExample(`[[roles]]
role = "isms-manager"
person = "tanaka"
from = 2020-04-01
until = 2023-03-31
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
	System: checkVacancies,
}

func checkVacancies(p *lint.Pass, s *isms.System) {
	if !s.People.Declared() || len(s.People.Holdings()) == 0 {
		p.NotEvaluated(nil, "ismslint.toml に [[people]] と [[roles]] がないため、役割の在任を確認できません",
			"ismslint.toml declares no [[people]] and [[roles]], so who holds which role cannot be checked")
		return
	}
	for _, info := range s.Roles.All() {
		if info.Required && needed(s.Organization, info.Role) {
			checkVacancy(p, s, info)
		}
	}
}

// checkVacancy looks for days without a holder between the first day on which
// the role was held and the day of judgement.
func checkVacancy(p *lint.Pass, s *isms.System, info isms.RoleInfo) {
	held := holdingsOf(s.Organization, info.Role)
	if len(held) == 0 && mistyped(s.Organization, info.Role) {
		return
	}
	if len(held) == 0 {
		p.Report(lint.Finding{
			File: configFile(s), Span: firstLine(s), Subject: string(info.Role),
			Message: message.Textf("「%s」に就いている人がいません。[[roles]] に role = %q の任命を加えてください",
				"nobody holds the role %s; add an entry with role = %q to [[roles]]", info.Name, string(info.Role)),
		})
		return
	}
	until, last := date.Date{}, held[0]
	for i, h := range held {
		if i > 0 && !until.IsZero() && h.From.After(until.AddDays(1)) && s.AsOf().After(until) {
			reportVacancy(p, s, info, last, until.AddDays(1), h.From.AddDays(-1))
		}
		switch {
		case i > 0 && until.IsZero():
		case h.Until.IsZero():
			until, last = date.Date{}, h
		case i == 0 || h.Until.After(until):
			until, last = h.Until, h
		}
	}
	if !until.IsZero() && s.AsOf().After(until) {
		reportVacancy(p, s, info, last, until.AddDays(1), s.AsOf())
	}
}

func reportVacancy(p *lint.Pass, s *isms.System, info isms.RoleInfo, last config.Holding, from, to date.Date) {
	span := last.RoleSpan
	p.Report(lint.Finding{
		File: configFile(s), Span: &span, Subject: string(info.Role) + " " + from.String(),
		Message: message.Textf("「%s」に就いている人が %s から %s までいません", "nobody holds the role %s from %s to %s", info.Name, from, to),
	})
}

// configFile returns the file to report on for what the configuration lacks.
func configFile(s *isms.System) string {
	if s.Config.Path == "" {
		return "."
	}
	return s.Config.Path
}

// firstLine returns the span of the first line of the configuration, or nil
// where there is none.
func firstLine(s *isms.System) *source.Span {
	if s.Config.Path == "" {
		return nil
	}
	span := source.NewText(s.Config.Source).Line(1)
	return &span
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var pledgeLeaver = &lint.Rule{
	Name:         "pledge/leaver",
	Severity:     lint.Warning,
	Requirements: []string{"B15-3"},
	Clauses:      []string{"7.3"},
	Controls:     []string{"A.6.5", "A.6.6"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "退職した人の退職時の誓約書が、索引にありません",
			EN: "the index has no pledge on leaving of a person who left",
		},
		Why: message.Text{
			JA: "退職の後も続く義務と、貸与物や情報の返却は、退職のときに改めて確かめます",
			EN: "the duty that goes on, and the return of devices and information, are confirmed when a person leaves",
		},
		Wrong: pledgeConfig + pledgeExample("| E1003 | 総務部 | 入社時 | 2024-04-01 | 2024-04-01 | 1 | 電子署名 |\n"),
		Right: pledgeConfig + pledgeExample("| E1003 | 総務部 | 入社時 | 2024-04-01 | 2024-04-01 | 1 | 電子署名 |\n| E1003 | 総務部 | 退職時 | 2026-06-30 | - | 1 | 電子署名 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		pledges, _ := pledgesOf(s)
		last := map[*config.Person]*isms.Row{}
		done := map[*config.Person]bool{}
		for _, pl := range pledges {
			if pl.person == nil || !pl.row.Table.Has("occasion") {
				continue
			}
			last[pl.person] = pl.row
			done[pl.person] = done[pl.person] || pl.row.Value("occasion").Text == "leaving"
		}
		for _, pl := range pledges {
			person := pl.person
			if person == nil || last[person] != pl.row || done[person] || person.Left.IsZero() || !person.Left.AddDays(p.Config.Periods.Trigger).Before(s.AsOf()) {
				continue
			}
			at := person.IDSpan
			warnForm(p, pl.row, pl.row.Written("person"), person.ID, message.Textf(
				"%[1]s は %[2]s に退職していますが、退職時の誓約書がありません。署名を得て索引に加えてください",
				"%[1]s left on %[2]s, expected a pledge signed on leaving", cellExcerpt(pl.row.Name()), person.Left),
				lint.Related{File: p.Config.Path, Span: &at, Message: message.Text{JA: "退職した人", EN: "the person who left"}})
		}
	},
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var pledgeLate = &lint.Rule{
	Name:         "pledge/late",
	Severity:     lint.Error,
	Requirements: []string{"B15-1"},
	Clauses:      []string{"7.3"},
	Controls:     []string{"A.6.2", "A.6.6"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "機密保持誓約書に署名する前に、情報へのアクセスを認めています",
			EN: "a person reached information before the pledge was signed",
		},
		Why: message.Text{
			JA: "署名の前に知った情報について、守秘を誓約したとは言えません。アカウントは署名を確かめてから発行します",
			EN: "the pledge does not speak of what was learnt before it; accounts are issued when the signature is there",
		},
		Wrong: pledgeExample("| E1001 | 総務部 | 入社時 | 2026-04-08 | 2026-04-01 | 1 | 電子署名 |\n"),
		Right: pledgeExample("| E1001 | 総務部 | 入社時 | 2026-04-01 | 2026-04-01 | 1 | 電子署名 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for r := range s.Rows(pledgeForm, "pledges") {
			signed, access := r.Day("signed"), r.Day("access")
			occasion := r.Value("occasion").Text
			// Only the first pledge comes before the access.
			if r.Table.File.Meta.Status == isms.Draft || isBroken(r) || occasion != "" && occasion != "joining" ||
				!signed.Valid() || !access.Valid() || !signed.Date.After(access.Date) {
				continue
			}
			reportForm(p, r, signed.Value, r.Name(), message.Textf(
				"%[1]s「%[2]s」%[3]s が、アクセスを認めた %[4]s より後です。署名の前のアクセスを確かめ、以後は署名の後にアカウントを発行してください",
				"%[2]q%[1]s is %[3]s, after access was given on %[4]s; expected the pledge first",
				ofRow(r), riskTitle(r, "signed"), signed.Date, access.Date),
				formRelated(r, access.Value, "アクセス開始日", "start of the access"))
		}
	},
}

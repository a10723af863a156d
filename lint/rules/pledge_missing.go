package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var pledgeMissing = &lint.Rule{
	Name:         "pledge/missing",
	Severity:     lint.Error,
	Requirements: []string{"B15-1", "B15-2"},
	Clauses:      []string{"7.3"},
	Controls:     []string{"A.6.2", "A.6.6"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "設定ファイルの people に登録した人の機密保持誓約書が、索引にありません",
			EN: "the index of pledges has none of a person of the configuration",
		},
		Why: message.Text{
			JA: "情報に触れる人は、役員から派遣社員まで全員が誓約します。索引の社員番号は、people の aliases に書くと対応付けられます",
			EN: "everybody who reaches information signs, from directors to agency staff; the numbers in the index are matched with the aliases of people",
		},
		Wrong: pledgeConfig + pledgeExample("| E1001 | 総務部 | 入社時 | 2024-04-01 | 2024-04-01 | 1 | 電子署名 |\n"),
		Right: pledgeConfig + pledgeExample("| E1001 | 総務部 | 入社時 | 2024-04-01 | 2024-04-01 | 1 | 電子署名 |\n| E1002 | 総務部 | 入社時 | 2024-04-01 | 2024-04-01 | 1 | 電子署名 |\n| E1003 | 総務部 | 入社時 | 2024-04-01 | 2024-04-01 | 1 | 電子署名 |\n| E1003 | 総務部 | 退職時 | 2026-06-30 | - | 1 | 電子署名 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		checkPledgeSubject(p, s)
		pledges, known := pledgesOf(s)
		switch {
		case len(pledges) == 0 || !p.People.Declared():
			return
		case !known:
			p.NotEvaluated(pledges[0].row.Table.File,
				"索引の番号を設定ファイルの people と対応付けられません。aliases に社員番号を書くと確かめられます",
				"the numbers in the index match no person of the configuration; give them as aliases of people")
			return
		}
		signed := map[string]bool{}
		for _, pl := range pledges {
			if pl.person != nil {
				signed[pl.person.ID] = true
			}
		}
		made := indexMade(s)
		for _, person := range p.People.All() {
			if !signed[person.ID] && dueToSign(p, s, &person, made) {
				reportUnsigned(p, &person, pledges[0].row)
			}
		}
	},
}

// indexMade returns the day up to which the newest index of pledges is kept.
func indexMade(s *isms.System) date.Date {
	var made date.Date
	for _, f := range s.Records(pledgeForm) {
		for _, d := range []isms.Day{f.Meta.Created, f.Meta.ApprovedOn} {
			if d.Date.After(made) && !unapproved(f) {
				made = d.Date
			}
		}
	}
	return made
}

// dueToSign reports whether a person should be in an index made on a day:
// somebody who left before it was begun need not be, and whose first role
// began after it has the days allowed.
func dueToSign(p *lint.Pass, s *isms.System, person *config.Person, made date.Date) bool {
	var first date.Date
	for _, h := range p.People.Holdings() {
		if h.Person == person.ID && (first.IsZero() || h.From.Before(first)) {
			first = h.From
		}
	}
	if first.After(made) && !first.AddDays(p.Config.Periods.Trigger).Before(s.AsOf()) {
		return false
	}
	return person.Left.IsZero() || !person.Left.Before(s.AsOf())
}

func reportUnsigned(p *lint.Pass, person *config.Person, first *isms.Row) {
	at := person.IDSpan
	p.Report(lint.Finding{File: p.Config.Path, Span: &at, Subject: person.ID, Message: message.Textf(
		"「%[1]s」の機密保持誓約書が、索引にありません。署名を得て索引に加えてください。索引にあるときは、その社員番号を aliases に書いてください",
		"the index of pledges has none of %[1]q, expected a signed pledge, or the number of the person among the aliases", person.Name),
		Related: []lint.Related{formRelated(first, isms.Value{Span: first.Table.HeaderSpan(), Present: true}, "誓約書の索引", "index of pledges")}})
}

// checkPledgeSubject reports an index that says that it covers regular
// employees only.
func checkPledgeSubject(p *lint.Pass, s *isms.System) {
	for r := range s.Rows(pledgeForm, schema.RecordTable) {
		v := r.Written("subject")
		key := fold.Key(v.Text)
		if unapproved(r.Table.File) || isBroken(r) || !containsOneOf(key, "正社員", "正規社員", "正規の社員", "regularemployee", "permanentemployee", "permanentstaff", "regularstaff") {
			continue
		}
		if !containsOneOf(key, "派遣", "契約社員", "パート", "アルバイト", "臨時", "嘱託", "非正規", "agency", "temporary", "dispatched", "part-time", "contractstaff", "contractor") {
			warnForm(p, r, v, "subject", message.Textf(
				"誓約書の「%[1]s」が「%[2]s」です。役員、契約社員、派遣社員など、情報に触れる人を全員含めてください",
				"%[1]q of the pledges is %[2]q, expected everybody who reaches information, temporary and agency staff included",
				riskTitle(r, "subject"), cellExcerpt(v.Text)))
		}
	}
}

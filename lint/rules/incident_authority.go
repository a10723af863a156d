package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

// The days that the Japanese act on personal information leaves for reports of
// a leak (domain §11.3): the preliminary one about three to five days after
// the leak is known, the final one 30, or 60 for a wrongful purpose.
const (
	preliminaryDays   = 5
	finalDays         = 30
	finalWrongfulDays = 60
)

var incidentAuthority = &lint.Rule{
	Name:         "incident/authority",
	Severity:     lint.Error,
	Requirements: []string{"B12-4"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.5", "A.5.26", "A.5.34"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "個人データの漏えいについて、個人情報保護委員会への報告の要否、期限又は根拠の法令が記録されていません",
			EN: "for a leak of personal data, the decision to report to the authority, its deadline or the law is missing",
		},
		Why: message.Text{
			JA: "速報はおおむね3日から5日以内、確報は30日以内（不正の目的のおそれがあれば60日以内）です。期限を過ぎれば法令違反になります",
			EN: "the act asks for a preliminary report within about three to five days and a final one within 30, or 60 for a wrongful purpose; a late one is a breach of the law",
		},
		Wrong: authorityExample("要", "2026-06-15", "2026-07-31"),
		Right: authorityExample("要", "2026-06-15", "2026-07-10"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for r := range s.Rows(incidentForm, schema.RecordTable) {
			f := r.Table.File
			if f.Kind != isms.RecordFile || f.Meta.Status == isms.Draft || isBroken(r) || r.Value("kind").Text != "leak" || !leaksPersonalData(r) {
				continue
			}
			checkAuthority(p, s, r)
			checkLeakLaw(p, s, r)
		}
	},
}

func checkAuthority(p *lint.Pass, s *isms.System, r *isms.Row) {
	decision := r.Written("authority_report")
	switch {
	case r.Value("authority_report").Text == "not-required":
		return
	case r.Value("authority_report").Text == "required" || r.Day("preliminary").Valid() || r.Day("final").Valid():
	case decision.None():
		if !r.Written("external").None() && !bodyHasOneOf(r.Table.File, "個人情報保護委員会", "監督官庁", "監督機関", "protectionauthority", "protectioncommission", "supervisoryauthority", "theauthority", "regulator") {
			reportForm(p, r, r.Written("personal_data"), "decision", message.Textf(
				"個人データの漏えいですが、個人情報保護委員会への報告の要否が書かれていません。判断と理由を「%[1]s」に記入してください",
				"personal data leaked, but nothing says whether the authority has to be told; expected the decision and its reason in %[1]q",
				riskTitle(r, "authority_report")))
		}
		return
	default:
		return // an unknown value is for register/field
	}
	found := foundOn(r)
	if found.IsZero() {
		return
	}
	days := finalDays
	if r.Value("malicious").Text == "yes" {
		days = finalWrongfulDays
	}
	checkReportDeadline(p, s, r, "preliminary", found, preliminaryDays)
	checkReportDeadline(p, s, r, "final", found, days)
}

// checkReportDeadline reports a report to the authority that is late or, at
// its deadline, not there. "About five days" makes a late preliminary report a
// warning.
func checkReportDeadline(p *lint.Pass, s *isms.System, r *isms.Row, column string, found date.Date, days int) {
	sent, limit := r.Day(column), found.AddDays(days)
	switch {
	case sent.Valid() && sent.Date.After(limit):
		report := reportForm
		if column == "preliminary" {
			report = warnForm
		}
		report(p, r, sent.Value, column, message.Textf(
			"「%[1]s」%[2]s が、発見した %[3]s から%[4]d日を超えています。遅れた理由と、個人情報保護委員会への説明を記録してください",
			"%[1]q is %[2]s, more than %[4]d days after the leak was found on %[3]s; expected the report in time",
			riskTitle(r, column), sent.Date, found, days))
	case sent.None() && s.AsOf().After(limit):
		reportForm(p, r, sent.Value, column, message.Textf(
			"「%[1]s」がありません。発見した %[2]s から%[3]d日以内に、個人情報保護委員会へ報告して記入してください",
			"%[1]q is empty, expected the report to the authority within %[3]d days after %[2]s",
			riskTitle(r, column), found, days))
	}
}

// authorityExample is a report on a leak of personal data.
func authorityExample(decision, preliminary, final string) string {
	return incidentReportExample(`| 項目 | 内容 |
|---|---|
| 発見 | 2026-06-12 |
| 個人データの有無と件数 | 顧客の氏名と口座番号 1,200件 |
| 個人情報保護委員会への報告 | ` + decision + ` |
| 速報日 | ` + preliminary + ` |
| 確報日 | ` + final + ` |
`)
}

package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var incidentCertificationBody = &lint.Rule{
	Name:         "incident/certification-body",
	Severity:     lint.Error,
	Requirements: []string{"B12-6"},
	Clauses:      []string{"7.4"},
	Controls:     []string{"A.5.26"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "認証を受けた組織の重大なインシデントを、認証機関に知らせた記録がありません",
			EN: "nothing shows that the certification body was told of a serious incident of a certified organisation",
		},
		Why: message.Text{
			JA: "特別審査を要するような事故は、遅滞なく認証機関に知らせる約束です。報道や監督官庁から先に伝わると、認証の一時停止につながります",
			EN: "an incident that may call for a special audit has to be notified without delay; a body that learns of it from the press may suspend the certificate",
		},
		Wrong: certifiedExample + seriousExample("-"),
		Right: certifiedExample + seriousExample("2026-06-15"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		if !isCertified(s) {
			return
		}
		for r := range s.Rows(incidentForm, schema.RecordTable) {
			f := r.Table.File
			if f.Kind != isms.RecordFile || f.Meta.Status == isms.Draft || isBroken(r) || r.Value("serious").Text != "yes" {
				continue
			}
			told, found := r.Day("certification_body"), foundOn(r)
			switch {
			case told.Valid() && !found.IsZero() && told.Date.After(found.AddDays(p.Config.Periods.Trigger)):
				warnForm(p, r, told.Value, "", message.Textf(
					"「%[1]s」%[2]s が、発見した %[3]s から%[4]d日を超えています。遅滞なく知らせ、遅れた理由を記録してください",
					"%[1]q is %[2]s, more than %[4]d days after %[3]s; expected it without delay",
					riskTitle(r, "certification_body"), told.Date, found, p.Config.Periods.Trigger))
			case told.None() && (told.Present || !bodyHasOneOf(f, "認証機関", "審査機関", "certificationbody")):
				reportForm(p, r, r.Written("serious"), "", message.Textf(
					"重大な事態に当たりますが、認証機関に知らせた日がありません。遅滞なく連絡し、「%[1]s」に記入してください",
					"the incident is serious, but nothing shows that the certification body was told; expected the day in %[1]q",
					riskTitle(r, "certification_body")))
			}
		}
	},
}

// isCertified reports whether the organisation says that it is certified, in
// its configuration or by keeping the facts of certification.
func isCertified(s *isms.System) bool {
	if certified := s.Config.Organization.Certified; certified != nil {
		return *certified
	}
	return slices.ContainsFunc(s.Files(), func(f *isms.File) bool { return f.Kind == isms.CertificationFile })
}

const certifiedExample = `-- ismslint.toml --
[organization]
name = "株式会社サンプル"
certified = true

[[people]]
id = "suzuki"
name = "鈴木 次郎"

[[people]]
id = "tanaka"
name = "田中 一郎"
`

// seriousExample is a report on a serious incident.
func seriousExample(told string) string {
	return incidentReportExample(`| 項目 | 内容 |
|---|---|
| 発見 | 2026-06-12 |
| 重大な事態への該当 | 該当 |
| 認証機関への連絡 | ` + told + ` |
`)
}

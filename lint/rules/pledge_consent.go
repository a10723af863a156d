package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var pledgeConsent = &lint.Rule{
	Name:         "pledge/consent",
	Severity:     lint.Error,
	Requirements: []string{"B16-1", "B16-3"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.34"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "同意を得る前に個人情報を取得しているか、利用目的に対応する資産が、情報資産台帳で個人情報となっていません",
			EN: "personal data was collected before the consent, or an asset that the purposes are for is not personal data in the register",
		},
		Why: message.Text{
			JA: "同意は取得の前に得るものです。台帳で個人情報となっていない資産は、保護の対象から漏れます",
			EN: "consent comes before the collection, and an asset that the register does not call personal data is not protected as such",
		},
		Wrong: consentExample("-", "| E1001 | 雇用管理 | なし | 2026-04-01 | 2026-04-06 | 1 |\n"),
		Right: consentExample("-", "| E1001 | 雇用管理 | なし | 2026-04-01 | 2026-04-01 | 1 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for r := range s.Rows(consentForm, "consents") {
			consented, collected := r.Day("consented"), r.Day("collected")
			if r.Table.File.Meta.Status == isms.Draft || isBroken(r) || !consented.Valid() || !collected.Valid() || !consented.Date.After(collected.Date) {
				continue
			}
			reportForm(p, r, consented.Value, r.Name(), message.Textf(
				"%[1]s「%[2]s」%[3]s が、個人情報を取得した %[4]s より後です。同意は取得の前に得てください",
				"%[2]q%[1]s is %[3]s, after the data was collected on %[4]s; expected the consent first",
				ofRow(r), riskTitle(r, "consented"), consented.Date, collected.Date),
				formRelated(r, collected.Value, "取得日", "day of the collection"))
		}
		for r := range s.Rows(consentForm, schema.RecordTable) {
			if r.Table.File.Meta.Status != isms.Draft && !isBroken(r) {
				checkConsentAssets(p, s, r)
			}
		}
	},
}

// checkConsentAssets looks up the assets that the purposes are for. That they
// exist is for reference/record.
func checkConsentAssets(p *lint.Pass, s *isms.System, r *isms.Row) {
	v := r.Written("assets")
	for _, t := range idTokens(v.Text) {
		asset := s.Find("asset", t.text)
		if asset == nil {
			continue
		}
		if flag := asset.Written("personal_data"); flag.Present && flag.None() {
			reportForm(p, r, v, t.text, message.Textf(
				"利用目的に対応する資産 %[1]s が、情報資産台帳で個人情報となっていません。台帳の「%[2]s」か、この記録の資産を直してください",
				"asset %[1]s, which the purposes are for, has no %[2]q in the asset register; expected the two to agree",
				cellExcerpt(asset.Name()), riskTitle(asset, "personal_data")),
				formRelated(asset, flag, "情報資産台帳の行", "the row of the asset register"))
		}
	}
}

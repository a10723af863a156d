package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var assetReviewed = &lint.Rule{
	Name:         "asset/reviewed",
	Severity:     lint.Error,
	Requirements: []string{"B01-4"},
	Clauses:      []string{"8.2"},
	Controls:     []string{"A.5.9"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "情報資産を1年以上見直していません",
			EN: "an asset was not reviewed for more than a year",
		},
		Why: message.Text{
			JA: "台帳が実態と違えば、リスクアセスメントも違ったものになります。毎年4月と変更のときに見直します",
			EN: "a register that is out of date makes the risk assessment wrong; it is reviewed each April and whenever something changes",
		},
		Wrong: assetExample("2025-04-10"),
		Right: assetExample("2026-04-10"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for _, t := range s.Tables(isms.AssetForm, isms.AssetTable) {
			for _, o := range outdatedRows(t, "reviewed", func(day date.Date) bool { return day.AddMonths(12).Before(s.AsOf()) }) {
				report := reportForm
				if !o.day.Date.AddMonths(13).Before(s.AsOf()) {
					report = warnForm // late, but not yet by a month
				}
				report(p, o.first, o.day.Value, "", message.Textf(
					"%[1]s「%[2]s」%[3]s から12か月を過ぎています%[4]s。実態を確かめ、日付を改めてください",
					"%[2]q%[1]s is %[3]s, more than 12 months ago%[4]s; expected a review within 12 months",
					ofRow(o.first), riskTitle(o.first, "reviewed"), o.day.Date, o.others()))
			}
		}
	},
}

// assetExample is an asset register whose asset was reviewed on a day.
func assetExample(reviewed string) string {
	return registerExample(`| 資産番号 | 部門 | 資産名 | 種類 | 管理責任者 | 利用者 | 保管場所 | 分類 | 機密性 | 完全性 | 可用性 | 登録日 | 最終見直し日 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|
| AS-001 | 営業部 | 顧客名簿 | 情報 | 伊藤 美咲 | 営業部 | ファイルサーバ | 部外秘 | 3 | 2 | 2 | 2024-04-01 | ` + reviewed + " |\n")
}

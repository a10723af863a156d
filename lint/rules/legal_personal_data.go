package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var legalPersonalData = &lint.Rule{
	Name:         "legal/personal-data",
	Severity:     lint.Error,
	Requirements: []string{"B04-5"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.31", "A.5.34"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "個人情報を含む資産があるのに、個人情報の保護の法令を登録していません",
			EN: "assets hold personal data, but no law on its protection is registered",
		},
		Why: message.Text{
			JA: "漏えいの報告や委託先の監督は法律上の義務です。登録していなければ、順守を評価することもありません。個人番号があるときは番号法も確かめ、こちらは警告にとどめます",
			EN: "reporting breaches and supervising suppliers are duties by law, which nobody evaluates unless the law is registered; for individual numbers their own law is looked for too, as a warning",
		},
		Wrong: legalPersonalExample("| L-001 | 著作権法 | 法令 | 第21条 | 開発部 | 許諾の範囲で利用する | A.5.32 | 2026-03-01施行分 | 適合 | 2026-03-19 | 2026-03-23 |\n"),
		Right: legalPersonalExample("| L-001 | 個人情報の保護に関する法律 | 法令 | 第23条 | 全部門 | 安全管理の措置 | A.5.34 | 2025-06-01施行分 | 適合 | 2026-03-19 | 2026-03-23 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		tables := s.Tables(legalForm, "laws")
		if len(tables) == 0 || tables[0].File.Meta.Status == isms.Draft {
			return // that there is none is for document/missing and register/missing-table
		}
		var personal, numbers *isms.Row
		eachAsset(s, func(r *isms.Row) {
			for _, v := range r.List("personal_data") {
				if personal == nil && slices.Contains([]string{"personal", "sensitive", "individual-number"}, v.Text) {
					personal = r
				}
				if numbers == nil && v.Text == "individual-number" {
					numbers = r
				}
			}
		})
		var hasLaw, hasNumberLaw bool
		eachLaw(s, func(r *isms.Row) {
			name := fold.Key(r.Written("name").Text)
			hasLaw = hasLaw || isPersonalDataLaw(name)
			hasNumberLaw = hasNumberLaw || isNumberLaw(name)
		})
		if personal != nil && !hasLaw {
			reportAbsentLaw(p, tables[0], personal, lint.Error, message.Text{JA: "個人情報の保護に関する法律", EN: "a law on the protection of personal data"})
		}
		if numbers != nil && !hasNumberLaw {
			reportAbsentLaw(p, tables[0], numbers, lint.Warning, message.Text{JA: "行政手続における特定の個人を識別するための番号の利用等に関する法律", EN: "the law on individual numbers"})
		}
	},
}

func isPersonalDataLaw(name string) bool {
	return containsOneOf(name, "個人情報", "個人データ", "データ保護", "gdpr", "personalinformation", "personaldata", "dataprotection", "privacy", "プライバシ")
}

func isNumberLaw(name string) bool {
	return containsOneOf(name, "番号の利用等", "番号利用法", "番号法", "マイナンバ", "mynumber", "individualnumber", "numberstoidentify")
}

func reportAbsentLaw(p *lint.Pass, t *isms.Table, asset *isms.Row, severity lint.Severity, law message.Text) {
	f := tableFinding(t, t.HeaderSpan(), message.Textf(
		"資産「%[1]s」が「%[2]s」を含みますが、「%[3]s」が登録されていません。登録し、順守を評価してください",
		"asset %[1]q holds %[2]q, but %[3]s is not registered, expected it with its evaluation",
		cellExcerpt(asset.Name()), cellExcerpt(asset.Written("personal_data").Text), law),
		formRelated(asset, asset.Written("personal_data"), "個人情報を含む資産", "asset that holds the data"))
	if severity < f.Severity {
		f.Severity = severity
	}
	f.Subject = law.EN
	p.Report(f)
}

// legalPersonalExample is an asset with personal data and what is registered.
func legalPersonalExample(laws string) string {
	return "-- registers/ISMS-B-01-情報資産台帳.md --\n" + registerExample(`| 資産番号 | 部門 | 資産名 | 種類 | 管理責任者 | 利用者 | 保管場所 | 個人情報 | 分類 | 機密性 | 完全性 | 可用性 | 登録日 | 最終見直し日 |
|---|---|---|---|---|---|---|---|---|---|---|---|---|---|
| AS-001 | 営業部 | 顧客名簿 | 情報 | 伊藤 美咲 | 営業部 | ファイルサーバ | 個人情報 | 部外秘 | 3 | 2 | 2 | 2024-04-01 | 2026-04-10 |
`) + legalExample("", laws)
}

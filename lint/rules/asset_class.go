package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var assetClass = &lint.Rule{
	Name:         "asset/class",
	Severity:     lint.Error,
	Requirements: []string{"B01-3"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.12", "A.5.34"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "従業員の健康や評価の情報が極秘になっていないか、自宅の連絡先が公開になっています",
			EN: "data on the health or appraisal of employees is not secret, or a list of home contacts is public",
		},
		Why: message.Text{
			JA: "健康診断の結果や人事評価は、漏れれば取り返しがつかない個人情報です。最も厳しい分類で扱い、自宅の連絡先も部外秘以上とします",
			EN: "the results of health checks and appraisals do lasting harm when they leak; they belong in the strictest class, and home contacts are at least internal",
		},
		Wrong: assetExampleRow("健康診断の結果", "年1回の個人票", "伊藤 美咲", "書庫", "部外秘", "3 | 2 | 1 | 3"),
		Right: assetExampleRow("健康診断の結果", "年1回の個人票", "伊藤 美咲", "書庫", "極秘", "3 | 2 | 1 | 3"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		strictest := ""
		eachAssetIn(f, func(r *isms.Row) {
			if class := r.Value("class").Text; class == "secret" || class == "confidential" && strictest == "" {
				strictest = class
			}
		})
		eachAssetIn(f, func(r *isms.Row) {
			if kind := r.Value("kind").Text; kind == "information" || kind == "" {
				checkClass(p, r, strictest)
			}
		})
	},
}

// checkClass judges an asset by what its name and description say. strictest
// is the strictest class that the register uses, where it is one of the upper two.
func checkClass(p *lint.Pass, r *isms.Row, strictest string) {
	class := r.Value("class").Text
	if class != "confidential" && class != "internal" && class != "public" {
		return // secret already, or for register/row
	}
	text := fold.Key(r.Written("name").Text + "\n" + r.Written("description").Text)
	switch {
	case holdsEmployeeSecrets(text) && (class != "confidential" || strictest == "secret"):
		reportForm(p, r, r.Written("class"), "", message.Textf(
			"%[1]s「%[2]s」が「%[3]s」です。従業員の健康や評価の情報は、最も厳しい分類（極秘）にしてください",
			"%[2]q%[1]s is %[3]q, expected the strictest class for data on the health or appraisal of employees",
			ofRow(r), riskTitle(r, "class"), cellExcerpt(r.Written("class").Text)))
	case class == "public" && containsOneOf(text, "緊急連絡網", "緊急連絡先", "自宅の連絡先", "自宅連絡先", "連絡網", "homecontact", "emergencycontact"):
		reportForm(p, r, r.Written("class"), "", message.Textf(
			"%[1]s「%[2]s」が「%[3]s」です。従業員の自宅の連絡先は部外秘以上にしてください",
			"%[2]q%[1]s is %[3]q, expected an internal or stricter class for home contacts of employees",
			ofRow(r), riskTitle(r, "class"), cellExcerpt(r.Written("class").Text)))
	}
}

func holdsEmployeeSecrets(text string) bool {
	return containsOneOf(text, "健康診断", "健診結果", "健康情報", "ストレスチェック", "病歴", "人事評価", "人事考課", "考課表", "勤務評定",
		"healthcheck", "healthrecord", "medicalexamination", "medicalrecord", "performanceappraisal", "employeeappraisal", "staffappraisal")
}

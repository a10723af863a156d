package rules

import (
	"strconv"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var assetImportance = &lint.Rule{
	Name:         "asset/importance",
	Severity:     lint.Error,
	Requirements: []string{"B01-2"},
	Clauses:      []string{"6.1.2"},
	Controls:     []string{"A.5.9", "A.5.12"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "情報資産の重要度が、機密性、完全性及び可用性の最大の値と一致しません",
			EN: "the importance of an asset is not the highest of confidentiality, integrity and availability",
		},
		Why: message.Text{
			JA: "重要度が低く付いた資産は、守り方も弱くなります。重要度の列がない台帳、及びほかの計算（和や積）で通している台帳は対象にしません。値は --fix で計算し直せます",
			EN: "an asset rated too low is protected too little; registers without the column, or with another formula throughout (sum, product), are left alone, and --fix computes the value anew",
		},
		Wrong: assetExampleRow("顧客名簿", "顧客の連絡先", "伊藤 美咲", "ファイルサーバ", "部外秘", "3 | 2 | 2 | 2"),
		Right: assetExampleRow("顧客名簿", "顧客の連絡先", "伊藤 美咲", "ファイルサーバ", "部外秘", "3 | 2 | 2 | 3"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		var wrong []importance
		var asMax, asSum, asProduct int
		eachAssetIn(f, func(r *isms.Row) {
			i, ok := importanceOf(r)
			if !ok {
				return
			}
			if i.stated == i.highest {
				asMax++
			} else {
				wrong = append(wrong, i)
			}
			if i.stated == i.sum {
				asSum++
			}
			if i.stated == i.product {
				asProduct++
			}
		})
		if asSum > asMax || asProduct > asMax {
			return // the organisation computes it otherwise
		}
		for _, i := range wrong {
			reportImportance(p, i)
		}
	},
}

// importance is the stated importance of an asset, and what it may come from.
type importance struct {
	row                           *isms.Row
	stated, highest, sum, product float64
	// from is the column with the highest value.
	from string
}

// importanceOf reads an asset whose values are all there, on one scale.
func importanceOf(r *isms.Row) (i importance, ok bool) {
	i.row, i.product = r, 1
	var scale levelScale
	i.stated, scale = assetLevel(r, "importance")
	if scale == noLevel {
		return i, false
	}
	for _, column := range []string{"confidentiality", "integrity", "availability"} {
		level, s := assetLevel(r, column)
		if s != scale {
			return i, false
		}
		if i.from == "" || level > i.highest {
			i.highest, i.from = level, column
		}
		i.sum += level
		i.product *= level
	}
	return i, true
}

func reportImportance(p *lint.Pass, i importance) {
	r := i.row
	v, highest := r.Written("importance"), r.Written(i.from)
	finding := tableFinding(r.Table, riskPlace(r, v), message.Textf(
		"%[1]s「%[2]s」が「%[3]s」です。最大の値である%[4]sの「%[5]s」にしてください",
		"%[2]q%[1]s is %[3]q, expected %[5]q, the highest of the three values, that of %[4]s",
		ofRow(r), riskTitle(r, "importance"), cellExcerpt(v.Text), riskTitle(r, i.from), cellExcerpt(isms.WithoutRemark(highest.Text))),
		formRelated(r, highest, "最大の値", "highest value"))
	if _, err := strconv.Atoi(v.Text); err == nil && v.Span.Len() == len(v.Text) {
		text := isms.RiskDecimal(i.highest)
		finding.Fix = &lint.Fix{
			Description: message.Textf("最大の値%sに置き換える", "replace the importance by %s, the highest value", text),
			Edits:       []lint.Edit{{Span: v.Span, NewText: text}},
		}
	}
	p.Report(finding)
}

package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var assetMedium = &lint.Rule{
	Name:         "asset/medium",
	Severity:     lint.Info,
	Requirements: []string{"B01-5"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.9"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "紙と電子データを、情報資産台帳の1行にまとめています",
			EN: "one row of the asset register stands for paper and electronic data together",
		},
		Why: message.Text{
			JA: "紙と電子データでは、脅威も保管も廃棄の方法も違います。行を分けると、それぞれに合ったリスクを評価できます",
			EN: "paper and data meet other threats and are kept and disposed of in other ways; in rows of their own each gets its own assessment",
		},
		Wrong: assetExampleRow("顧客名簿", "顧客の連絡先", "伊藤 美咲", "紙（書庫）及び電子データ（ファイルサーバ）", "部外秘", "3 | 2 | 2 | 3"),
		Right: assetExampleRow("顧客名簿", "顧客の連絡先", "伊藤 美咲", "電子データ（ファイルサーバ）", "部外秘", "3 | 2 | 2 | 3"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		eachAssetIn(f, func(r *isms.Row) {
			switch r.Value("kind").Text {
			case "software", "physical", "service", "people":
				return
			}
			for _, column := range []string{"location", "name"} {
				v := r.Written(column)
				if namesPaper(v.Text) && namesData(v.Text) {
					remarkForm(p, r, v, message.Textf(
						"%[1]s「%[2]s」に紙と電子データの両方があります。「%[3]s」を紙と電子データの2行に分けてください",
						"%[2]q%[1]s names both paper and electronic data, %[3]q, expected a row for each of them",
						ofRow(r), riskTitle(r, column), cellExcerpt(v.Text)))
					return
				}
			}
		})
	},
}

// namesPaper reports whether a text names paper as a medium.
func namesPaper(text string) bool {
	for rest, at := text, 0; ; {
		i := strings.Index(rest, "紙")
		if i < 0 {
			break
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at+i])
		if !strings.ContainsRune("表用手壁印画白別台", before) {
			return true
		}
		at += i + len("紙")
		rest = text[at:]
	}
	if strings.Contains(text, "書面") || strings.Contains(text, "印刷物") {
		return true
	}
	return hasWord(text, "paper") || hasWord(text, "printout") || hasWord(text, "printouts")
}

// namesData reports whether a text names a place or medium of electronic data.
func namesData(text string) bool {
	return containsOneOf(fold.Key(text), "電子", "データ", "サーバ", "クラウド", "グループウェア", "ファイル共有", "フォルダ", "パソコン", "ディスク", "usb", "pdf") ||
		hasWord(text, "electronic") || hasWord(text, "server") || hasWord(text, "cloud") || hasWord(text, "digital") || hasWord(text, "data")
}

// hasWord reports whether a text holds an English word by itself, case aside.
func hasWord(text, word string) bool {
	for i := 0; i+len(word) <= len(text); i++ {
		if strings.EqualFold(text[i:i+len(word)], word) &&
			(i == 0 || !isLatinByte(text[i-1])) && (i+len(word) == len(text) || !isLatinByte(text[i+len(word)])) {
			return true
		}
	}
	return false
}

func isLatinByte(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

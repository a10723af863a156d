package rules

import (
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var supplierConsiderations = &lint.Rule{
	Name:         "supplier/considerations",
	Severity:     lint.Warning,
	Requirements: []string{"B17-4"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.5.19"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "新規委託先の評価が、委託先との関係で考慮すべき10の観点の一部に触れていません",
			EN: "the evaluation of a new supplier leaves out one of the ten considerations about suppliers",
		},
		Why: message.Text{
			JA: "契約を終えるときの返却や、事故のときの連絡など、評価しなかった観点は契約にも入らず、後から求められません",
			EN: "what was not considered before the contract, such as the return of data or the notice of incidents, does not get into it",
		},
		Wrong: considerationsExample("| 委託先の種類 | 情報処理 | 2 |\n| 情報セキュリティの認証 | 取得済み | 2 |\n"),
		Right: considerationsExample(allConsiderations),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for r := range s.Rows(newSupplierForm, schema.RecordTable) {
			if r.Table.File.Meta.Status != isms.Approved || isBroken(r) || r.Value("result").Text == "rejected" {
				continue
			}
			var text strings.Builder
			sisterRows(r.Table, "criteria", func(c *isms.Row) {
				text.WriteString(fold.Key(c.Written("item").Text + "\n" + c.Written("evidence").Text))
			})
			if text.Len() == 0 {
				continue // a table that is missing is for register/missing-table
			}
			if missing := missingConsiderations(text.String()); missing.JA != "" {
				warnForm(p, r, criteriaPlace(r), "", message.Textf(
					"評価項目に、%[1]sがありません。確かめて書き加えてください。関係のない観点は、その理由を書きます",
					"the criteria leave out %[1]s, expected each to be considered or the reason why it does not matter", missing))
			}
		}
	},
}

// consideration is one of the ten matters to consider about a supplier
// (domain §6.3), with words one of which a criterion about it has, in the form
// of [fold.Key].
type consideration struct {
	name  message.Text
	words []string
}

func considerations() []consideration {
	c := func(ja, en, words string) consideration {
		return consideration{message.Text{JA: ja, EN: en}, strings.Fields(words)}
	}
	return []consideration{
		c("委託先の種類", "the type of supplier", "種類 種別 区分 業務の内容 委託の内容 type kind category"),
		c("標準の手順と取引の流れ", "the process and life cycle of the relation", "流れ 手順 プロセス ライフサイクル 段階 方針 規則 process lifecycle procedure rules policy policies"),
		c("アクセスの種類と監視", "the kinds of access and their monitoring", "アクセス 接続 access"),
		c("種類ごとの最低限の要求", "the minimum requirements", "最低限 要求 基準 認証 方針 規則 minimum requirement certif rules policy policies"),
		c("順守の監視", "the monitoring of compliance", "順守 遵守 監視 監査 点検 報告の求め complian monitor audit"),
		c("情報の正確さと完全さ", "the accuracy and completeness of information", "正確 完全 照合 accura complete integrity"),
		c("双方の義務", "the obligations of both sides", "義務 責任 守秘 秘密保持 秘密の保持 機密保持 賠償 obligation liab confidential duty duties"),
		c("インシデントと不測の事態", "incidents and contingencies", "インシデント 事故 不測 漏えい incident contingenc breach"),
		c("復旧と継続", "resilience and recovery", "復旧 回復 継続 バックアップ 稼動率 稼働率 resilien recover backup continuity"),
		c("終了時の移行と返却", "the transition at the end", "移行 終了 返却 消去 解約 transition terminat return erase exit deletion endofthecontract"),
	}
}

// missingConsiderations lists those that the text of the criteria does not touch.
func missingConsiderations(text string) message.Text {
	var ja, en []string
	for _, c := range considerations() {
		if !containsOneOf(text, c.words...) {
			ja, en = append(ja, "「"+c.name.JA+"」"), append(en, strconv.Quote(c.name.EN))
		}
	}
	return message.Text{JA: strings.Join(ja, ""), EN: strings.Join(en, ", ")}
}

// criteriaPlace is the header of the table of criteria.
func criteriaPlace(r *isms.Row) isms.Value {
	for _, t := range r.Table.File.Tables {
		if t.Name == "criteria" && len(t.Header) > 0 {
			return isms.Value{Text: t.Header[0].Text, Span: t.Header[0].Span, Present: true}
		}
	}
	return isms.Value{Span: r.Span, Present: true}
}

const allConsiderations = `| 委託先の種類と作業の流れ | 保管から廃棄まで | 2 |
| アクセスの方法と監視 | 入室の記録 | 2 |
| 種類ごとの最低限の要求 | 認証を取得 | 2 |
| 順守の監視 | 年1回の監査 | 2 |
| 情報の正確さと完全さ | 受渡しの照合 | 2 |
| 義務と責任 | 守秘義務を確認 | 2 |
| 事故と不測の事態 | 24時間以内の通知 | 2 |
| 復旧と継続 | 予備の倉庫 | 2 |
| 終了時の返却 | 一覧による返却 | 2 |
`

// considerationsExample is an evaluation of a new supplier with its criteria.
func considerationsExample(rows string) string {
	return newSupplierExample("2026-01-15", "可", "-") + "\n## 評価\n\n| 評価項目 | 確かめたこと | 得点 |\n|---|---|---|\n" + rows
}

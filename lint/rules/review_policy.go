package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var reviewPolicy = &lint.Rule{
	Name:         "review/policy",
	Severity:     lint.Error,
	Requirements: []string{"B25-5", "A01-3", "CAL-008"},
	Clauses:      []string{"5.2", "9.3.3"},
	Controls:     []string{"A.5.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "マネジメントレビューの議事録に、情報セキュリティ基本方針を見直した結果がありません",
			EN: "the minutes of a management review do not say what became of the information security policy",
		},
		Why: message.Text{
			JA: "基本方針は毎年のマネジメントレビューで見直します。変更しない場合も、見直して変更しないと決めたことを記録します",
			EN: "the policy is reviewed at every management review; that it stays as it is, is a decision too and is recorded",
		},
		Wrong: reviewExample("", "## 決定\n\n- 内部監査員を2名増やす\n"),
		Right: reviewExample("", "## 決定\n\n- 情報セキュリティ基本方針は改訂しない\n- 内部監査員を2名増やす\n"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		r := reviewOf(f)
		if r == nil || !r.Written("policy_review").None() {
			return
		}
		decisions := r.Written("decisions")
		text := fold.Key(decisions.Text)
		sisterRows(r.Table, "resolutions", func(row *isms.Row) {
			text += fold.Key(row.Written("subject").Text + row.Written("decision").Text)
		})
		if text == "" || containsOneOf(text, "方針", "policy", "policies", "isms-a-01") {
			return // nothing is filled in, or the policy is decided on
		}
		for i := range f.Doc.Headings {
			if title := fold.Key(f.Doc.Headings[i].Title); strings.Contains(title, "方針") || strings.Contains(title, "policy") {
				return
			}
		}
		reportForm(p, r, decisions, "", message.Textf(
			"決定に「情報セキュリティ基本方針」の見直しの結果がありません。改訂するか否かの決定を記録してください",
			"the decisions do not mention the information security policy, expected whether it is to be revised"))
	},
}

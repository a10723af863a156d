package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

var suppressionReason = &lint.Rule{
	Name:     "suppression/reason",
	Severity: lint.Error,
	Clauses:  []string{"7.5.3"},
	Since:    "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "指摘を抑制するコメントには理由が必要です",
			EN: "a comment that suppresses a finding needs a reason",
		},
		Why: message.Text{
			JA: "理由のない例外は、審査で誰も説明できません。理由を書けば、例外そのものが管理の記録になります",
			EN: "nobody can explain an exception without a reason to an auditor; with a reason the exception becomes a record of control itself",
		},
		Wrong: `# ISMSマニュアル

<!-- ismslint:ignore text/width -->
ＩＳＭＳの適用範囲を定める。
`,
		Right: `# ISMSマニュアル

<!-- ismslint:ignore text/width reason="登記上の表記に合わせるため" -->
ＩＳＭＳの適用範囲を定める。
`,
	},
	Directive: func(p *lint.Pass, d *lint.Directive) {
		if defectOf(d) == withoutReason {
			p.Reportf(d.File, d.Span,
				"「%s」の抑制に理由がありません。reason=\"…\" を書き加えてください",
				"the suppression of %q gives no reason; add reason=\"…\"", d.Rule)
		}
	},
}

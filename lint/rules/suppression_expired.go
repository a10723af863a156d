package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

var suppressionExpired = &lint.Rule{
	Name:     "suppression/expired",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "抑制の期限が過ぎています",
			EN: "a suppression is past its last day",
		},
		Why: message.Text{
			JA: "期限付きの例外は、期限までに直すという約束です。期限が過ぎると抑制は効かなくなります",
			EN: "an exception with a last day is a promise to mend the matter by then; afterwards it no longer holds",
		},
		Wrong: `# ISMSマニュアル

<!-- ismslint:ignore text/width reason="次回の改訂で直すため" until=2024-03-31 -->
ＩＳＭＳの適用範囲を定める。
`,
		Right: `# ISMSマニュアル

<!-- ismslint:ignore text/width reason="次回の改訂で直すため" until=2099-03-31 -->
ＩＳＭＳの適用範囲を定める。
`,
	},
	Directive: func(p *lint.Pass, d *lint.Directive) {
		if defectOf(d) == pastLastDay {
			p.Reportf(d.File, d.Span,
				"「%s」の抑制は %s で期限が切れました。指摘に対応するか、理由を見直して期限を改めてください",
				"the suppression of %q ended on %s; mend the finding, or review the reason and set a new day", d.Rule, d.Until)
		}
	},
}

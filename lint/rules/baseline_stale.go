package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

var baselineStale = &lint.Rule{
	Name:     "baseline/stale",
	Severity: lint.Warning,
	Since:    "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "ベースラインに、もう存在しない指摘が残っています",
			EN: "the baseline accepts a finding that no longer exists",
		},
		Why: message.Text{
			JA: "直った指摘をベースラインから消さないと、同じ誤りが戻っても気付けません。ismslint baseline で更新すれば、残りが確実に減っていきます",
			EN: "unless mended findings leave the baseline, the same defect can come back unseen; run ismslint baseline, and what is left can only shrink",
		},
		Wrong: `-- ismslint-baseline.txt --
0123456789abcdef0123456789abcdef text/width policies/ISMS-A-01.md: 全角の英数字があります
`,
		Right: `-- ismslint-baseline.txt --
# 受け入れている指摘はありません
`,
	},
	Baseline: func(p *lint.Pass, e *lint.BaselineEntry) {
		p.Report(lint.Finding{
			File: e.Path, Span: &e.Span,
			Message: message.Textf(
				"ベースラインの「%s」の指摘はもうありません。ismslint baseline で更新してください",
				"the finding of %q in the baseline no longer exists; run ismslint baseline to update it", e.Rule),
		})
	},
}

package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

var suppressionMalformed = &lint.Rule{
	Name:     "suppression/malformed",
	Severity: lint.Error,
	Since:    "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "抑制のコメントが読み取れないか、存在しないルールを指しています",
			EN: "a suppression comment cannot be understood or names a rule that does not exist",
		},
		Why: message.Text{
			JA: "書き間違えた抑制は効かないまま、効いていると思い込まれます",
			EN: "a mistyped suppression does nothing, while everybody believes that it does",
		},
		Wrong: `# ISMSマニュアル

<!-- ismslint:ignore text/widht reason="登記上の表記に合わせるため" -->
ＩＳＭＳの適用範囲を定める。
`,
		Right: `# ISMSマニュアル

<!-- ismslint:ignore text/width reason="登記上の表記に合わせるため" -->
ＩＳＭＳの適用範囲を定める。
`,
	},
	Directive: func(p *lint.Pass, d *lint.Directive) {
		switch defectOf(d) {
		case notUnderstood:
			p.Report(lint.Finding{File: d.File.Path, Span: &d.Span, Message: d.Malformed})
		case unknownRule:
			if strings.Contains(d.Rule, ",") {
				p.Reportf(d.File, d.Span, "「%s」のように複数のルールは書けません。ルールごとにコメントを分けてください",
					"%q is no single rule; write one comment for each rule", d.Rule)
				return
			}
			p.Reportf(d.File, d.Span,
				"「%s」というルールはありません。ルール名は ismslint rules で確かめられます",
				"there is no rule %q; ismslint rules lists the names", d.Rule)
		}
	},
}

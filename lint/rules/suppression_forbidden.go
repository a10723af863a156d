package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

var suppressionForbidden = &lint.Rule{
	Name:     "suppression/forbidden",
	Severity: lint.Error,
	Clauses:  []string{"7.5.3"},
	Since:    "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "証拠を守るルールは、その文書の中では抑制できません",
			EN: "a rule that guards evidence cannot be suppressed in the document that it guards",
		},
		Why: message.Text{
			JA: "承認や改訂履歴の指摘を文書の作成者自身が消せるなら、承認は証拠になりません。例外は ismslint.toml かベースラインに、承認を得て置きます",
			EN: "if the author of a document could silence findings about its approval or history, the approval would prove nothing; put exceptions into ismslint.toml or the baseline, where they are approved",
		},
		Wrong: `# ISMSマニュアル

<!-- ismslint:ignore revision/sequence reason="旧版の番号が不明なため" -->
## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2024-04-01 | 制定 | 田中 一郎 | 佐藤 花子 |
`,
		Right: `# ISMSマニュアル

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2024-04-01 | 制定 | 田中 一郎 | 佐藤 花子 |
`,
	},
	Directive: func(p *lint.Pass, d *lint.Directive) {
		if defectOf(d) == notAllowed {
			p.Reportf(d.File, d.Span,
				"「%s」は証拠を守るルールのため、文書の中では抑制できません。コメントを削除し、必要なら ismslint.toml で扱いを決めてください",
				"%q guards evidence and cannot be suppressed in the document; remove the comment and, if need be, decide in ismslint.toml", d.Rule)
		}
	},
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var textTerm = &lint.Rule{
	Name:         "text/term",
	Severity:     lint.Info,
	Requirements: []string{"DOC-016"},
	Clauses:      []string{"7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "使わないと決めた用語（警告）、よくある誤記、又は一つの文書の中での表記の揺れがあります",
			EN: "a term is one that the configuration replaces (warning), a frequent misspelling, or spelled in two ways in one document",
		},
		Why: message.Text{
			JA: "同じものが別の名前で呼ばれると、検索から漏れ、別のものと受け取られます。「…」の中と、登録した文書名の中の語は対象外です",
			EN: "one thing under two names is missed by a search and taken for two; words in 「…」 and in the names of declared documents are left alone",
		},
		Wrong: `# ISMSマニュアル

サーバーには、ウィルス対策ソフトウェアを導入する。サーバの設定は、システム管理責任者が確かめる。
`,
		Right: `# ISMSマニュアル

サーバーには、ウイルス対策ソフトウェアを導入する。サーバーの設定は、システム管理責任者が確かめる。
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		c := &termCheck{pass: p, file: f}
		c.look(builtinTerms())
		c.look(configuredTerms(p, f))
		if len(c.places) > 0 {
			c.reportReplaced()
			c.reportMixed()
		}
	},
}

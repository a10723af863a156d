package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var textOrganizationName = &lint.Rule{
	Name:         "text/organization-name",
	Severity:     lint.Warning,
	Requirements: []string{"DOC-017"},
	Clauses:      []string{"4.3", "7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "自組織の呼び方（当社、弊社など）が一つの文書の中で揺れているか、正式名称と異なる書き方の組織名があります",
			EN: "a document calls its own organisation by several words, or writes the organisation's name unlike the configuration",
		},
		Why: message.Text{
			JA: "誰に適用される文書なのかがあいまいになり、ほかの組織のひな形を写した跡とも受け取られます。正式名称の別の書き方は [organization] の aliases に登録できます",
			EN: "it becomes unclear whom the text binds, and it reads like another organisation's template; other legal spellings can be declared as aliases of [organization]",
		},
		Wrong: `# ISMSマニュアル

サンプル株式会社（以下、当社という）は、情報資産を守る。当社の従業員は、この文書に従う。弊社の委託先にも同様の対応を求める。
`,
		Right: `# ISMSマニュアル

株式会社サンプル（以下、当社という）は、情報資産を守る。当社の従業員は、この文書に従う。当社の委託先にも同様の対応を求める。
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		c := &organizationCheck{pass: p, file: f}
		c.namesIn()
		if c.callsIn() {
			c.calls = slices.DeleteFunc(c.calls, c.isForeign)
			c.reportDesignations()
		}
	},
}

// reportDesignations reports what the organisation is called by less often
// than by another word.
func (c *organizationCheck) reportDesignations() {
	count := map[string]int{}
	for _, at := range c.calls {
		count[at.word]++
	}
	if len(count) < 2 {
		return
	}
	usual := c.calls[0]
	for _, at := range c.calls {
		if count[at.word] > count[usual.word] {
			usual = at
		}
	}
	for _, at := range c.calls {
		if at.word == usual.word {
			continue
		}
		span := c.span(at)
		c.pass.Report(lint.Finding{
			File: c.file.Path, Span: &span,
			Message: message.Textf("自組織を「%[1]s」と呼んでいますが、この文書のほかの箇所（%[3]d か所）では「%[2]s」です。どちらかにそろえてください",
				"the organisation is called %[1]q here, but %[2]q elsewhere in the document (%[3]d), expected one of the two", at.word, usual.word, count[usual.word]),
			Related: related(c.file, c.span(usual), "ほかの箇所の呼び方", "the usual word"),
		})
	}
}

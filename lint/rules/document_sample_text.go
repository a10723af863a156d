package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var documentSampleText = &lint.Rule{
	Name:         "document/sample-text",
	Severity:     lint.Warning,
	Requirements: []string{"DOC-018"},
	Clauses:      []string{"7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "サンプルやテンプレートの利用案内、価格や宣伝の文章が、文書に残っています",
			EN: "the text of a sample, template or offer (how to use it, its price, whom to ask) was left in a document",
		},
		Why: message.Text{
			JA: "手本にした文書の案内が残っていると、自社の規則として作り込んでいないと審査で判断されます",
			EN: "what is left of the model tells an auditor that the document was never made the organisation's own",
		},
		Wrong: `# ISMSマニュアル

本サンプルは、ISMSを構築する会社の参考として提供しています。全文書セットのご購入はこちら（33,000円（税込））。

## 1 適用範囲

このテンプレートは、貴社の実情に合わせてご自由に編集してください。
`,
		Right: `# ISMSマニュアル

## 1 適用範囲

株式会社サンプルの全社に適用する。10万円（税込）以上の機器の購入は、社長の承認を受ける。

## 2 ソフトウェア

無料のソフトウェアをダウンロードするときは、システム管理責任者の許可を受ける。契約書は、法務のテンプレートから作る。
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		for i := range f.Doc.Blocks {
			b := &f.Doc.Blocks[i]
			if b.Text == "" || b.Kind == document.Cell && len(f.Doc.Tables[b.Table].Header) > 2 {
				continue // a table of several columns holds data
			}
			if start, end, ok := findSampleText(p, b); ok {
				p.Reportf(f, b.Source(start, end), "「%s」は、サンプルやテンプレートの利用案内又は宣伝の文章とみられます。文書から削除してください",
					"%q seems to be left from a sample, template or offer; remove it from the document", beginningOf(b.Text[start:end]))
			}
		}
	},
}

// findSampleText returns the first sentence of the block that belongs to a
// sample or an offer.
func findSampleText(p *lint.Pass, b *document.Block) (start, end int, ok bool) {
	t := b.Text
	for i := nextSampleAnchor(t, 0); i >= 0; i = nextSampleAnchor(t, i) {
		if b.CodeAt(i) {
			i += widthAt(t, i)
			continue
		}
		from, to := sentenceAround(t, i)
		if hasSampleSign(withoutOwnNames(p, t[from:to])) {
			from = skipBlanks(t, from)
			return from, max(from, skipBlanksBack(t, to)), true
		}
		i = max(to, i+widthAt(t, i))
	}
	return 0, 0, false
}

// beginningOf returns a text as messages quote it, without the rest of a long one.
func beginningOf(text string) string {
	const longest = 40
	text = inOneLine(text)
	for n, i := 0, 0; i < len(text); n, i = n+1, i+widthAt(text, i) {
		if n == longest {
			return strings.TrimSpace(text[:i]) + "…"
		}
	}
	return text
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

var textPlaceholder = &lint.Rule{
	Name:         "text/placeholder",
	Severity:     lint.Error,
	Requirements: []string{"DOC-006", "A03-1"},
	Clauses:      []string{"7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "ひな形の伏せ字や書きかけの言葉（○○、XX、TBD、未定、→ で始まるヒントなど）が残っています",
			EN: "a placeholder of the template or an unfinished word (○○, XX, TBD, a hint that begins with →) is left in the text",
		},
		Why: message.Text{
			JA: "何を守るのかが決まっていない文書は守れず、ひな形を写しただけと審査で指摘されます。承認前の文書では警告にとどめます",
			EN: "nobody can follow a rule that is not yet written, and an auditor reads it as a copied template; before approval it is a warning only",
		},
		Wrong: `# ISMSマニュアル

このマニュアルは、○○株式会社の情報セキュリティ委員会が令和○年○月○日に定めた。
`,
		Right: `# ISMSマニュアル

このマニュアルは、株式会社サンプルの情報セキュリティ委員会が2024年4月1日に定めた。

| 確認項目 | 結果（○・×） |
|---|---|
| 施錠 | ○ |
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		c := &placeholderCheck{pass: p, file: f, section: -1}
		for i := range f.Doc.Blocks {
			c.block(&f.Doc.Blocks[i])
		}
		c.tags()
		c.fields()
	},
}

// placeholderCheck is the check of one file.
type placeholderCheck struct {
	pass *lint.Pass
	file *isms.File
	scan standInScan
	// section is the section last asked about, bare whether it holds nothing
	// but hints.
	section int
	bare    bool
}

func (c *placeholderCheck) block(b *document.Block) {
	if b.Text == "" {
		return
	}
	if c.scan.scan(b.Text); len(c.scan.hits) > 0 {
		for _, hit := range c.scan.hits {
			if !c.intended(b, hit) {
				c.report(hit.kind, b.Source(hit.start, hit.end), b.Text[hit.start:hit.end])
			}
		}
	}
	if c.scan.arrow && (b.Kind == document.Paragraph || b.Kind == document.ListItem) && c.file.Kind != isms.RecordFile && !isBlankForm(c.file) {
		for _, hit := range hints(b) {
			if !c.onlyHints(b.Section) {
				c.report(hit.kind, b.Source(hit.start, hit.end), b.Text[hit.start:hit.end])
			}
		}
	}
}

func (c *placeholderCheck) report(kind standInKind, at source.Span, text string) {
	finding := lint.Finding{File: c.file.Path, Span: &at}
	if status := c.file.Meta.Status; unapproved(c.file) || status == isms.Obsolete || c.file.Kind == isms.Unidentified {
		finding.Severity = lint.Warning
	}
	switch kind {
	case templateHint:
		finding.Message = message.Textf("ひな形のヒント「%s」が残っています。内容を書き、この行を削除してください",
			"the hint \"%s\" of the template is left, expected the content in its place", text)
	case lazyPointer:
		finding.Severity = lint.Warning
		finding.Message = message.Textf("「%s」だけでは何を見ればよいか分かりません。文書名又は文書番号で示してください",
			"\"%s\" does not say where, expected the title or number of a document", text)
	case openWord:
		finding.Message = message.Textf("「%s」のまま決まっていません。決まった内容を記入してください", "\"%s\" leaves the matter open, expected what was decided", text)
	default:
		finding.Message = message.Textf("仮の文字「%s」が残っています。正しい内容に書き換えてください", "the placeholder \"%s\" is left, expected the real content", text)
	}
	c.pass.Report(finding)
}

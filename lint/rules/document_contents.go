package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var documentContents = &lint.Rule{
	Name:         "document/contents",
	Severity:     lint.Error,
	Requirements: []string{"DOC-008", "A03-1"},
	Clauses:      []string{"7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "目次と本文の見出しが、題名・番号・順序・過不足のいずれかで一致しません（起案中の文書では警告にとどめます）",
			EN: "the table of contents differs from the headings in titles, numbers, order or number; a warning only while the document is a draft",
		},
		Why: message.Text{
			JA: "改訂で節を動かしたのに目次が古いままだと、読む人は探す節がないと思い込みます",
			EN: "when a revision moves sections and the contents stay behind, readers take a section for missing",
		},
		Wrong: `# ISMSマニュアル

## 目次

- 1 適用範囲 …… 3
- 2 用語 …… 4
- 3 リスクアセスメント …… 5
- 5 監査 …… 9

## 1 適用範囲

全社とする。

## 2 用語及び定義

規格による。

## 3 リスクアセスメント

毎年4月に行う。

## 4 教育

毎年5月に行う。
`,
		Right: `# ISMSマニュアル

## 目次

- 1 適用範囲 …… 3
- 2 用語及び定義 …… 4

## 1 適用範囲

全社とする。

## 2 用語及び定義

規格による。
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		contents := contentsHeading(f.Doc)
		if contents < 0 {
			return
		}
		entries := contentsEntries(f.Doc, contents)
		switch {
		case len(entries) == 0:
			return
		case len(entries) > mostEntries:
			p.NotEvaluated(f, "目次の項目が %d を超えるため、目次と見出しを照合できません", "the contents have more than %d entries and were not compared with the headings", mostEntries)
			return
		}
		m := matchContents(f.Doc, contents, entries)
		if m.strays() == len(entries) && len(entries) > 1 {
			h := &f.Doc.Headings[contents]
			p.Report(lint.Finding{File: f.Path, Span: &h.TextSpan, Severity: draftSeverity(f), Message: message.Textf(
				"目次の項目のどれにも、対応する見出しがありません。目次を本文の見出しに合わせてください",
				"no entry of the contents has a heading; make the contents agree with the headings of the text")})
			return
		}
		m.report(p, f)
	},
}

// mostEntries is the number of entries beyond which contents are not compared.
const mostEntries = 2000

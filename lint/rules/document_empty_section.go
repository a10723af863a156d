package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var documentEmptySection = &lint.Rule{
	Name:         "document/empty-section",
	Severity:     lint.Error,
	Requirements: []string{"DOC-009", "A03-1"},
	Clauses:      []string{"7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "見出しの下に内容がありません（起案中の文書では警告にとどめます）",
			EN: "a heading has nothing below it; a warning only while the document is a draft",
		},
		Why: message.Text{
			JA: "空の節を承認すると、定めるはずの規則が抜けたまま運用が始まります。定めることがなければ「該当なし」と書くか、節を削ります",
			EN: "approved with an empty section, the rule that belonged there is missing from operation; say \"not applicable\" or remove the section",
		},
		Wrong: `# ISMSマニュアル

## 6 計画

### 6.1 一般

ISMS事務局は、毎年4月に計画を作る。

### 6.2 情報セキュリティ目的

## 7 組織図

図1 ISMS推進体制
`,
		Right: `# ISMSマニュアル

## 6 計画

### 6.1 一般

ISMS事務局は、毎年4月に計画を作る。

### 6.2 適用の除外

（該当なし）

## 7 組織図

![ISMS推進体制](taisei.png)

図1 ISMS推進体制
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		// What a record in the making still lacks is one finding of register/field.
		if isBlankForm(f) || f.Kind == isms.RecordFile && f.Form != nil && f.Meta.Status == isms.Draft {
			return
		}
		d := f.Doc
		for i := range d.Headings {
			h := &d.Headings[i]
			parent := i+1 < len(d.Headings) && d.Headings[i+1].Span.Start < h.End
			if parent || h.Text == "" {
				continue
			}
			if lack := sectionLack(d, i); !lack.IsZero() && !mayBeEmpty(p, f, i) {
				p.Report(lint.Finding{File: f.Path, Span: &h.TextSpan, Severity: draftSeverity(f), Message: lack})
			}
		}
	},
}

// mayBeEmpty reports whether the i-th heading needs nothing below it: it is the
// place of rows kept in another file, the title above everything else, says itself that there is nothing, is owned by
// revision/missing-table, or belongs to a table of contents that a tool makes.
func mayBeEmpty(p *lint.Pass, f *isms.File, i int) bool {
	d, h := f.Doc, &f.Doc.Headings[i]
	if f.RowsFile != nil && h.Level > 1 {
		return true // the rows that belong here are kept in another file
	}
	if h.Level == 1 && i+1 < len(d.Headings) && isDocumentTitle(p, f, h.Text) {
		return true
	}
	key := fold.Key(h.Title)
	switch key {
	case "削除", "廃止", "deleted", "reserved", "notused":
		return true
	}
	if holdsAny(key, "欠番", "(削除)", "[削除]", "〔削除〕", "【削除】", "(廃止)", "(deleted)", "(reserved)", "leftblank",
		"改訂履歴", "改定履歴", "revisionhistory") {
		return true
	}
	return namesContents(h.Title) && generatedContents(d, i)
}

// isDocumentTitle reports whether a heading of the first level is that of the
// document as a whole, not of a section.
func isDocumentTitle(p *lint.Pass, f *isms.File, text string) bool {
	key := fold.Key(text)
	names := []string{f.Meta.Title.Text, f.Meta.Organization.Text, p.Config.Organization.Name}
	if f.Entry != nil {
		names = append(names, f.Entry.Title, f.Entry.TitleEN)
	}
	for _, name := range names {
		if name != "" && strings.Contains(key, fold.Key(name)) {
			return true
		}
	}
	return f.Kind == isms.Unidentified && len(f.Doc.Headings) > 0 && f.Doc.Headings[0].Text == text
}

// generatedContents reports whether a comment in the section is the mark of a
// tool that writes tables of contents.
func generatedContents(d *document.Document, i int) bool {
	for _, c := range d.Comments {
		if d.SectionSpan(i).Contains(c.Span) && strings.Contains(strings.ToLower(c.Text), "toc") {
			return true
		}
	}
	return false
}

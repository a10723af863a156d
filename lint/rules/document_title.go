package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var documentTitle = &lint.Rule{
	Name:         "document/title",
	Severity:     lint.Error,
	Requirements: []string{"DOC-002"},
	Clauses:      []string{"7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "文書名が、文書一覧で同じ番号に付けられた名称と異なります",
			EN: "the title differs from the one that the catalogue gives to the number",
		},
		Why: message.Text{
			JA: "番号と名称の組が合わないと、ほかの文書からの参照や配付の記録が、どの文書のことか分からなくなります。別名で書かれている場合は警告にとどめます",
			EN: "when number and title do not match, references and distribution lists point nowhere; another name that the catalogue knows is a warning only",
		},
		Wrong: `---
number: ISMS-A-03
title: ISMS運用ガイド
revision: 1
status: draft
established: 2024-04-01
drafted_by: tanaka
---
# ISMS運用ガイド
`,
		Right: `---
number: ISMS-A-03
title: ＩＳＭＳ マニュアル
revision: 1
status: draft
established: 2024-04-01
drafted_by: tanaka
---
# ISMSマニュアル
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		title, e := f.Meta.Title, f.Entry
		// What is out of use keeps the title of its time.
		if f.Kind != isms.Controlled || e == nil || title.Empty() || f.Meta.Status == isms.Obsolete || isTitle(e, title.Text) {
			return
		}
		finding := lint.Finding{File: f.Path, Span: &title.Span}
		switch other := p.Catalogue.ByTitle(title.Text); {
		case other == e:
			finding.Severity = lint.Warning
			finding.Message = message.Textf("文書名「%[1]s」は別名です。文書一覧の名称である%[2]sを使ってください",
				"the title %[1]q is another name of the document, expected its title %[2]s", title.Text, titlesOf(e))
		case other != nil:
			finding.Message = message.Textf("文書名「%[1]s」は %[4]s の名称です。%[3]s の名称は%[2]sです",
				"the title %[1]q is that of %[4]s, expected %[2]s, the title of %[3]s", title.Text, titlesOf(e), e.Number, other.Number)
		default:
			finding.Message = message.Textf("文書名「%[1]s」が、文書一覧にある %[3]s の名称%[2]sと異なります",
				"the title is %[1]q, expected %[2]s as the catalogue has for %[3]s", title.Text, titlesOf(e), e.Number)
		}
		p.Report(finding)
	},
}

// titlesOf quotes the title of an entry in the languages that it has.
func titlesOf(e *isms.Entry) message.Text {
	if e.TitleEN == "" || e.TitleEN == e.Title {
		return message.Textf("「%[1]s」", "%[1]q", e.Title)
	}
	return message.Textf("「%[1]s」（英語は「%[2]s」）", "%[1]q or %[2]q", e.Title, e.TitleEN)
}

// isTitle reports whether a text is the title of the entry in either language
// or in both, as in ISMSマニュアル（ISMS manual）.
func isTitle(e *isms.Entry, text string) bool {
	if e.HasTitle(text) {
		return true
	}
	before, after, found := strings.Cut(fold.Key(text), fold.Key(e.Title))
	if !found || e.TitleEN == "" {
		return false
	}
	return strings.Trim(before+after, "()[]/|-・") == fold.Key(e.TitleEN)
}

package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var documentFrontMatter = &lint.Rule{
	Name:         "document/front-matter",
	Severity:     lint.Error,
	Requirements: []string{"DOC-001", "DOC-002"},
	Clauses:      []string{"7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "文書の先頭に、何の文書かを示す文書情報がないか、読み取れません",
			EN: "the front matter that says what a document is cannot be read or is not there",
		},
		Why: message.Text{
			JA: "文書番号、改訂番号、承認などは文書情報から読み取るため、これがないファイルは管理文書として扱えません",
			EN: "number, revision and approval are read from the front matter; a file without it is under no control",
		},
		Wrong: `-- policies/ISMS-A-03-ISMSマニュアル.md --
# ISMSマニュアル

このマニュアルは、当社のISMSについて定める。
`,
		Right: `-- policies/ISMS-A-03-ISMSマニュアル.md --
---
number: ISMS-A-03
title: ISMSマニュアル
revision: 1
status: draft
established: 2024-04-01
drafted_by: tanaka
---
# ISMSマニュアル

このマニュアルは、当社のISMSについて定める。
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if reportFrontMatter(p, f) || f.Kind != isms.Unidentified {
			return
		}
		lines, record := exampleHead(p.Catalogue, f)
		switch {
		case f.Doc.FrontMatter.Format != document.NoFrontMatter && record:
			p.Reportf(f, f.FirstLine(), "文書情報に様式番号（form）も文書番号（number）もないため、何の記録か分かりません。%sのように書き加えてください",
				"the front matter has neither form nor number and does not say what the record is, expected %s", lines)
		case f.Doc.FrontMatter.Format != document.NoFrontMatter:
			p.Reportf(f, f.FirstLine(), "文書情報に文書番号（number）も様式番号（form）もないため、何の文書か分かりません。%sのように書き加えてください",
				"the front matter has neither number nor form and does not say what the document is, expected %s", lines)
		case strings.TrimSpace(f.Doc.Body.Of(f.Doc.Source)) == "":
			p.Reportf(f, f.FirstLine(), "ファイルが空です。「---」の行で囲んだ文書情報（%sなど）と本文を書くか、不要なら削除してください",
				"the file is empty, expected front matter between lines of --- with %s, and a body; delete the file if it is not needed", lines)
		default:
			p.Reportf(f, f.FirstLine(), "先頭に文書情報がありません。「---」の行で囲んで%sなどを書き加えるか、ISMSの文書でなければ ismslint.toml の documents.exclude に加えてください",
				"there is no front matter, expected a block between lines of --- with %s; if the file is not part of the ISMS, add it to documents.exclude in ismslint.toml", lines)
		}
	},
}

// reportFrontMatter reports what kept the front matter from being read. It
// returns true where nothing more can be said of it.
func reportFrontMatter(p *lint.Pass, f *isms.File) (unread bool) {
	for _, problem := range f.Doc.Problems {
		switch problem.Kind {
		case document.ProblemUnclosed, document.ProblemSyntax, document.ProblemDuplicate, document.ProblemMisplaced:
			at := problem.Span
			p.Report(lint.Finding{File: f.Path, Span: &at, Message: problem.Message})
			unread = true
		case document.ProblemSize, document.ProblemEncoding, document.ProblemNUL:
			unread = true // text/encoding reports it
		}
	}
	return unread
}

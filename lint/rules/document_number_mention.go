package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var documentNumberMention = &lint.Rule{
	Name:         "document/number-mention",
	Severity:     lint.Error,
	Requirements: []string{"DOC-001", "DOC-003"},
	Clauses:      []string{"7.5.2", "7.5.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "本文に書かれた文書番号が、正しい形でないか、文書体系にありません",
			EN: "a document number in the text is misspelt or belongs to no document of the catalogue",
		},
		Why: message.Text{
			JA: "番号を頼りに読む人が目的の文書にたどり着けず、文書番号での検索からも漏れます",
			EN: "whoever follows the number does not find the document, and a search for the right number misses the place",
		},
		Wrong: `## 4 組織の状況

課題は「リスク一覧表」（ISMS－B－27）に記録し、手順は IS-A-03 に、様式は ISMS-A-5 に定める。廃止の記録は ISMS-B-99 に残す。
`,
		Right: `## 4 組織の状況

課題は「リスク一覧表」（ISMS-B-27）に記録し、手順は ISMS-A-03 に、様式は ISMS-A-05 に定める。
文書番号は ISMS-A-nn 又は ISMS-B-nn とする。文字コードは UTF-8、脆弱性の番号は CVE-2024-1234 のように書く。
`,
	},
	System: func(p *lint.Pass, s *isms.System) {
		scheme := newNumberScheme(s.Catalogue)
		p.EachFile(s, func(p *lint.Pass, s *isms.System, f *isms.File) {
			if f.Meta.Status == isms.Obsolete {
				return // it speaks of the catalogue of its time
			}
			for i := range f.Doc.Identifiers {
				checkNumberMention(p, s, scheme, f, &f.Doc.Identifiers[i])
			}
		})
	},
}

func checkNumberMention(p *lint.Pass, s *isms.System, scheme *numberScheme, f *isms.File, id *document.Identifier) {
	src := f.Doc.Source
	raw := id.Span.Of(src)
	if e := s.Catalogue.Entry(id.Text); e != nil {
		if raw == id.Text {
			checkNumberTitle(p, s, scheme, f, id, e)
		} else if hasNoMarkup(raw) {
			reportNumberMention(p, f, id, message.Textf("文書番号「%[1]s」に全角の文字や異なる種類のハイフンが使われています。「%[2]s」と書いてください",
				"document number %[1]q is written with full-width characters or other dashes, expected %[2]q", raw, e.Number), e.Number)
		}
		return
	}
	if !scheme.resembles(id.Text) || len(s.Documents(id.Text)) > 0 || coverNumber(f, id) || inPath(src, id.Span) {
		return
	}
	if number := scheme.respelt(id.Text); number != "" {
		fix := ""
		if hasNoMarkup(raw) {
			fix = number
		}
		reportNumberMention(p, f, id, message.Textf("「%[1]s」は文書番号の正しい形ではありません。「%[2]s」と書いてください",
			"%[1]q is not the right form of a document number, expected %[2]q", raw, number), fix)
		return
	}
	if number := scheme.otherPrefix(id.Text); number != "" {
		reportNumberMention(p, f, id, message.Textf("文書番号「%[1]s」の先頭が正しくありません。「%[2]s」のことですか",
			"document number %[1]q begins wrongly; did you mean %[2]q", raw, number), "")
		return
	}
	if scheme.unknownSerial(id.Text) || scheme.unknownSeries(id.Text) && !isKeyCell(f.Doc, id) {
		reportNumberMention(p, f, id, unknownNumber(s, scheme, f, id), "")
	}
}

func unknownNumber(s *isms.System, scheme *numberScheme, f *isms.File, id *document.Identifier) message.Text {
	if title := scheme.titleBeside(f, id); title != "" {
		if e := s.Catalogue.ByTitle(title); e != nil {
			return message.Textf("文書番号「%[1]s」は文書体系にありません。「%[2]s」の番号は %[3]s です",
				"document number %[1]q is not in the catalogue; the number of %[2]q is %[3]s", id.Text, title, e.Number)
		}
	}
	if near := scheme.nearest(id.Text); near != "" {
		return message.Textf("文書番号「%[1]s」は文書体系にありません。「%[2]s」のことですか",
			"document number %[1]q is not in the catalogue; did you mean %[2]q", id.Text, near)
	}
	return message.Textf("文書番号「%[1]s」は文書体系にありません。番号を直すか、独自の文書なら ismslint.toml の [[documents.catalogue]] に登録してください",
		"document number %[1]q is not in the catalogue; correct it, or declare the document as [[documents.catalogue]] in ismslint.toml", id.Text)
}

// checkNumberTitle holds a number against the title that stands right beside it.
func checkNumberTitle(p *lint.Pass, s *isms.System, scheme *numberScheme, f *isms.File, id *document.Identifier, e *isms.Entry) {
	title := scheme.titleBeside(f, id)
	if title == "" {
		return
	}
	if other := s.Catalogue.ByTitle(title); other != nil && other != e {
		p.Reportf(f, id.Span, "文書番号 %[1]s は「%[2]s」の番号ですが、「%[3]s」に付けられています。「%[3]s」の番号は %[4]s です",
			"document number %[1]s is that of %[2]q, but stands beside %[3]q, whose number is %[4]s", e.Number, titleOf(e), title, other.Number)
	}
}

// titleOf returns the title of a document of the catalogue in both languages.
func titleOf(e *isms.Entry) message.Text {
	if e.TitleEN == "" {
		return message.Same(e.Title)
	}
	return message.Text{JA: e.Title, EN: e.TitleEN}
}

func reportNumberMention(p *lint.Pass, f *isms.File, id *document.Identifier, m message.Text, fix string) {
	finding := lint.Finding{File: f.Path, Span: &id.Span, Message: m}
	if fix != "" {
		finding.Fix = &lint.Fix{
			Description: message.Textf("文書番号を「%s」に直す", "write the document number as %q", fix),
			Edits:       []lint.Edit{{Span: id.Span, NewText: fix}},
		}
	}
	p.Report(finding)
}

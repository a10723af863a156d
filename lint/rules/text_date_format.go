package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var textDateFormat = &lint.Rule{
	Name:         "text/date-format",
	Severity:     lint.Warning,
	Requirements: []string{"DOC-007"},
	Clauses:      []string{"7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "暦にない日付（エラー）、又は一つの文書の中で書き方の異なる日付があります",
			EN: "a date does not exist in the calendar (error), or a document writes its dates in more than one notation",
		},
		Why: message.Text{
			JA: "存在しない日付は記録の信頼を損ない、和暦と西暦などの混在は前後関係の読み違いを招きます。情報欄（先頭の --- の間）の日付は数えません",
			EN: "a day that never was discredits the record, and mixed notations invite misreading which day came first; the dates of the front matter do not count",
		},
		Wrong: `# ISMSマニュアル

このマニュアルは、2024年4月1日に制定し、2024年10月1日に見直した。次の見直しは2025.4.1とする。
`,
		Right: `# ISMSマニュアル

このマニュアルは、2024年4月1日に制定し、2024年10月1日に見直した。次の見直しは2025年4月1日とする。
`,
	},
	Document: func(p *lint.Pass, f *isms.File) {
		n := notationsOf(f.Doc)
		for _, d := range n.unreal {
			p.Report(lint.Finding{
				Severity: lint.Error, File: f.Path, Span: &d.Span,
				Message: message.Textf("「%s」は暦にない日付です。正しい日付に直してください", "\"%s\" does not exist in the calendar, expected a real day", d.Text),
			})
		}
		if len(n.odd) > 0 {
			reportNotations(p, f, n)
		}
	},
}

// reportNotations reports the dates in another notation than the usual one.
func reportNotations(p *lint.Pass, f *isms.File, n notations) {
	padded := isPadded(n.dates, n.usual.Format)
	for _, d := range n.odd {
		finding := lint.Finding{
			File: f.Path, Span: &d.Span,
			Message: message.Textf("日付「%s」の書き方が、この文書のほかの日付（「%s」など %d か所）と異なります",
				"the date \"%s\" is in another notation than \"%s\", in which %d dates of the document are written, expected one notation", d.Text, n.usual.Text, n.times),
			Related: related(f, n.usual.Span, "ほかの日付の書き方", "the usual notation"),
		}
		if text := inNotation(d.Day, n.usual.Format, padded); text != "" && d.Span.Of(f.Doc.Source) == d.Text {
			finding.Fix = &lint.Fix{
				Description: message.Textf("「%s」に書き換える", "write %q", text),
				Edits:       []lint.Edit{{Span: d.Span, NewText: text}},
			}
		}
		p.Report(finding)
	}
}

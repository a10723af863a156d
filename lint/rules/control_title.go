package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var controlTitle = &lint.Rule{
	Name:         "control/title",
	Severity:     lint.Warning,
	Requirements: []string{"CTL-005"},
	Clauses:      []string{"7.5.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "管理策の節の標題が、附属書Aの標題と異なります",
			EN: "the title of a section about a control is not the one of Annex A",
		},
		Why: message.Text{
			JA: "番号と標題が食い違う節は、どの管理策の定めなのかが分かりません。表記の揺れや広く使われている別の訳は、同じものとみなします",
			EN: "when number and title of a section disagree, nobody knows which control it lays down; spelling variants and known other wordings are accepted",
		},
		Wrong: rulesExample("## A.8.13 ログ取得\n\nシステム管理責任者は、毎日バックアップを取得する。\n"),
		Right: rulesExample("## A.8.13 情報のバックアップ\n\nシステム管理責任者は、毎日バックアップを取得する。\n"),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		if f.Kind != isms.Controlled || f.Meta.Status == isms.Obsolete {
			return
		}
		for _, c := range knownSections(p, f) {
			h := c.Head()
			text, official, ok := checkTitle(p.Standard, c.Control, h.Title)
			if !ok {
				continue
			}
			at := within(f.Doc, h.TextSpan, h.Title)
			finding := lint.Finding{File: f.Path, Span: &at, Subject: c.ID, Message: text}
			if at != h.TextSpan {
				finding.Fix = titleFix(f.Doc, at, official)
			}
			p.Report(finding)
		}
	},
}

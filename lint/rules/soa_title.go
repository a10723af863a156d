package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var soaTitle = &lint.Rule{
	Name:         "soa/title",
	Severity:     lint.Warning,
	Requirements: []string{"CTL-005"},
	Clauses:      []string{"6.1.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "適用宣言書の管理策名が、附属書Aの標題と異なります",
			EN: "the title of a control in the Statement of Applicability is not the one of Annex A",
		},
		Why: message.Text{
			JA: "番号と名称が食い違うと、どの管理策の採否なのかを確かめられません。表記の揺れや広く使われている別の訳は、同じものとみなします",
			EN: "when number and title disagree, nobody can tell which control the row decides on; spelling variants and known other wordings are accepted",
		},
		Wrong: soaExample(`| A.8.13 | ログ取得 | ○ | 障害からの復旧に必要なため | 実施 | ISMS-A-04 | R-001 |
`),
		Right: soaExample(`| A.8.13 | 情報のバックアップ | ○ | 障害からの復旧に必要なため | 実施 | ISMS-A-04 | R-001 |
`),
	},
	Document: statementRule(func(p *lint.Pass, s *isms.Statement, r *isms.StatementRow) {
		title := r.Row.Written("title")
		if r.Control == nil || isOpenCell(r.Table, title.Text) {
			return
		}
		text, official, ok := checkTitle(p.Standard, r.Control, title.Text)
		if !ok {
			return
		}
		f := tableFinding(r.Table, title.Span, text)
		f.Severity, f.Subject = lint.Default, r.ID
		if r.Table.Path == s.File.Path {
			f.Fix = titleFix(s.File.Doc, title.Span, official)
		}
		p.Report(f)
	}),
}

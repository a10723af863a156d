package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var soaDuplicateControl = &lint.Rule{
	Name:         "soa/duplicate-control",
	Severity:     lint.Error,
	Requirements: []string{"A02-1", "FRM-2"},
	Clauses:      []string{"6.1.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "適用宣言書に、同じ管理策の行が2つ以上あります",
			EN: "a control has more than one row in the Statement of Applicability",
		},
		Why: message.Text{
			JA: "採否や実施状況が行によって食い違うと、どちらが正しいのか分からなくなります",
			EN: "when the rows differ, nobody knows which of them is the decision",
		},
		Wrong: soaExample(`| A.8.30 | 外部委託による開発 | ○ | 受託開発の一部を外部に委託しているため | 実施 | ISMS-A-04 | - |
| A.8.30 | 外部委託による開発 | × | 開発を外部に委託していないため | - | - | - |
`),
		Right: soaExample(`| A.8.30 | 外部委託による開発 | ○ | 受託開発の一部を外部に委託しているため | 実施 | ISMS-A-04 | - |
`),
	},
	Document: func(p *lint.Pass, f *isms.File) {
		s := f.Statement
		if s == nil || f.Meta.Status == isms.Obsolete || !tablesReadable(f) {
			return
		}
		for i := range s.Rows {
			r := &s.Rows[i]
			first := s.Row(r.ID)
			if first == nil || first == r {
				continue
			}
			at := first.Written.Span
			reportControl(p, r, registerSeverity(f), r.Written.Span, message.Textf(
				"管理策「%[1]s」の行が2つ以上あります。1つにまとめてください",
				"the control %[1]q has more than one row, expected exactly one", controlName(r)),
				lint.Related{File: first.Table.Path, Span: &at, Message: message.Text{JA: "最初の行", EN: "the first row"}})
		}
	},
}

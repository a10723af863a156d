package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var entryHost = &lint.Rule{
	Name:         "entry/host",
	Severity:     lint.Error,
	Requirements: []string{"B14-2"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.7.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "来訪者の応対者が、来訪者自身か、その日には在籍していない従業員になっています",
			EN: "the host of a visitor is the visitor, or somebody who had left by that day",
		},
		Why: message.Text{
			JA: "来訪者に付き添い、退室を見届けるのは従業員です。応対者のいない来訪者は、誰にも見られずに中を歩けます",
			EN: "an employee stays with the visitor and sees the visitor out; without a host a visitor walks about unseen",
		},
		Wrong: entryExample("| 1 | 2026-11-02 | 執務室 | - | いそべ設備 | 空調の点検 | いそべ設備 | 10:00 | 11:30 |\n"),
		Right: entryExample("| 1 | 2026-11-02 | 執務室 | - | いそべ設備 | 空調の点検 | 伊藤 美咲 | 10:00 | 11:30 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		eachEntry(s, func(r *isms.Row) {
			host, day := r.Written("host"), r.Day("date")
			if host.None() || isOpenCell(r.Table, host.Text) {
				return // an empty mandatory cell is for register/row
			}
			for _, column := range []string{"name", "organization"} {
				if visitor := r.Written(column); !visitor.None() && fold.Equal(visitor.Text, host.Text) {
					reportForm(p, r, host, entrySubject(r), message.Textf(
						"「%[1]s」の「%[2]s」が、来訪者の「%[3]s」と同じです。迎えた従業員を記入してください",
						"%[1]q is %[2]q, the same as %[3]q of the visitor; expected the employee who received the visitor",
						riskTitle(r, "host"), cellExcerpt(host.Text), riskTitle(r, column)))
					return
				}
			}
			person := p.People.Signed(isms.WithoutRemark(host.Text))
			if person != nil && day.Valid() && !person.Left.IsZero() && person.Left.Before(day.Date) {
				reportForm(p, r, host, entrySubject(r), message.Textf(
					"「%[1]s」の%[2]sは、%[3]s に退職しています。%[4]s に来訪者を迎えた従業員を記入してください",
					"%[1]q is %[2]q, who left on %[3]s; expected the employee who received the visitor on %[4]s",
					riskTitle(r, "host"), cellExcerpt(host.Text), person.Left, day.Date))
			}
		})
	},
}

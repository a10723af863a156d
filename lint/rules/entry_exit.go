package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var entryExit = &lint.Rule{
	Name:         "entry/exit",
	Severity:     lint.Error,
	Requirements: []string{"B14-1"},
	Clauses:      []string{"8.1"},
	Controls:     []string{"A.7.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "入退室の記録に退室時刻がないか、退室が入室より前になっています",
			EN: "an entry has no exit time, or the exit is earlier than the entry",
		},
		Why: message.Text{
			JA: "退室が分からなければ、来訪者が建物に残っていないことも、事故のときに誰がいたかも確かめられません",
			EN: "without it nobody can tell that the visitor left, or who was inside when something happened",
		},
		Wrong: entryExample("| 1 | 2026-11-02 | 執務室 | - | いそべ設備 | 空調の点検 | 伊藤 美咲 | 10:00 | |\n"),
		Right: entryExample("| 1 | 2026-11-02 | 執務室 | - | いそべ設備 | 空調の点検 | 伊藤 美咲 | 10:00 | 11:30 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		eachEntry(s, func(r *isms.Row) {
			day, in, out := r.Day("date"), r.Written("in"), r.Written("out")
			if !day.Valid() || !out.Present || isOpenCell(r.Table, out.Text) {
				return
			}
			if out.None() {
				if day.Date.Before(s.AsOf()) {
					reportForm(p, r, out, entrySubject(r), message.Textf(
						"%[1]s に %[2]s に入った人の「%[3]s」がありません。本人か応対者に確かめて記入してください",
						"%[3]q is empty for the entry at %[2]s on %[1]s, expected the time",
						day.Date, cellExcerpt(in.Text), riskTitle(r, "out")))
				}
				return
			}
			from, okIn := clockTime(in.Text)
			to, okOut := clockTime(out.Text)
			if okIn && okOut && to < from && !containsOneOf(fold.Key(out.Text), "翌", "nextday") {
				reportForm(p, r, out, entrySubject(r), message.Textf(
					"「%[1]s」%[2]s が、入室の %[3]s より前です。時刻を確かめて直してください",
					"%[1]q is %[2]s, earlier than the entry at %[3]s; expected a later time",
					riskTitle(r, "out"), cellExcerpt(out.Text), cellExcerpt(in.Text)),
					formRelated(r, in, "入室時刻", "time of the entry"))
			}
		})
	},
}

// entrySubject tells entries apart.
func entrySubject(r *isms.Row) string {
	return r.Written("date").Text + " " + r.Written("number").Text + " " + r.Written("in").Text
}

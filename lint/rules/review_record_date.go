package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var reviewRecordDate = &lint.Rule{
	Name:         "review/record-date",
	Severity:     lint.Error,
	Requirements: []string{"B25-2", "CAL-030"},
	Clauses:      []string{"9.3.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "マネジメントレビューのインプットが、レビューより後に作成した記録を根拠にしています",
			EN: "an input of a management review rests on a record made after the review",
		},
		Why: message.Text{
			JA: "レビューの日になかった記録は、社長が見たはずがありません。議事録を後から作ったことを疑われます",
			EN: "the president cannot have seen a record that did not exist on that day, which makes the minutes look written afterwards",
		},
		Wrong: reviewRecordExample("2026-10-22"),
		Right: reviewRecordExample("2026-10-09"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for _, review := range reviewsByDay(s) {
			checkRecordDates(p, s, review)
		}
	},
}

// checkRecordDates reports each record once in the minutes of a review. A
// record may be announced in the decisions and actions.
func checkRecordDates(p *lint.Pass, s *isms.System, review *isms.Row) {
	f, day := review.Table.File, review.Day("date")
	reported := map[string]bool{}
	for i := range f.Doc.Identifiers {
		id := &f.Doc.Identifiers[i]
		if reported[id.Text] || isDecided(f, id.Block) {
			continue
		}
		records := s.Record(id.Text)
		if len(records) > 1 {
			continue // nobody can tell which is meant; document/duplicate-number says so
		}
		for _, record := range records {
			made := recordDay(record)
			if record == f || made.IsZero() || !made.After(day.Date) || record.Meta.Status == isms.Obsolete {
				continue
			}
			reported[id.Text] = true
			at := record.Head()
			span := id.Span
			p.Report(lint.Finding{
				File: f.Path, Span: &span, Subject: id.Text,
				Message: message.Textf(
					"根拠の記録 %[1]s の作成日 %[2]s が、レビューの開催日 %[3]s より後です。日付を確かめるか、レビューの日までの記録を挙げてください",
					"the record %[1]q is of %[2]s, after the review of %[3]s; expected a record that existed on the day of the review",
					id.Text, made, day.Date),
				Related: []lint.Related{{File: record.Path, Span: &at, Message: message.Text{JA: "根拠とした記録", EN: "the record"}}},
			})
			break
		}
	}
}

func reviewRecordExample(made string) string {
	return reviewExample("", `## インプット

| インプット | 報告の内容 | 根拠となる記録 |
|---|---|---|
| 監査結果 | 不適合1件 | IAR-2026-01 |
`) + `-- records/ISMS-B-23/IAR-2026-01.md --
---
form: ISMS-B-23
record: IAR-2026-01
title: 内部監査の報告
status: approved
created: ` + made + `
drafted_by: ito
approved_by: tanaka
approved_on: ` + made + `
---
# 内部監査の報告
`
}

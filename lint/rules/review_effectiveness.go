package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var reviewEffectiveness = &lint.Rule{
	Name:         "review/effectiveness",
	Severity:     lint.Error,
	Requirements: []string{"B11-1", "CAL-016"},
	Clauses:      []string{"9.1", "9.3.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "マネジメントレビューの前に、有効性レビュー又は管理策の測定を行っていません",
			EN: "no effectiveness review, or no measurement of controls, precedes the management review",
		},
		Why: message.Text{
			JA: "管理策の測定と有効性の評価は、マネジメントレビューの前に毎年行い、その結果を報告します。測定がない場合は警告とします",
			EN: "controls are measured and the effectiveness of the ISMS is evaluated every year before the management review, which is told the result; a missing measurement is a warning",
		},
		Wrong: reviewExample("", ""),
		Right: reviewExample("", "") + effectivenessExample("2026-10-01", ""),
	},
	System: func(p *lint.Pass, s *isms.System) {
		judged, measured := hasForm(p.Organization, effectivenessForm), lastAnalyses(s)
		before := date.Date{}
		for _, review := range reviewsByDay(s) {
			day := review.Day("date")
			// One that the minutes cite although it came later is for review/record-date.
			if judged && !effectivenessJudged(s, before, day.Date) && !citesEffectiveness(s, newCitedBody(review.Table.File.Doc)) {
				reportForm(p, review, day.Value, "effectiveness", message.Textf(
					"マネジメントレビュー %[1]s（%[2]s）の前の1年に「ISMSの有効性レビュー実施結果表」がありません。レビューの前に有効性を評価してください",
					"no effectiveness review was made in the year before the management review %[1]s (%[2]s), expected one dated before it",
					cellExcerpt(review.Name()), day.Date))
			}
			if len(measured) > 0 && !anyBetween(measured, yearBefore(before, day.Date), day.Date) {
				warnForm(p, review, day.Value, "measurement", message.Textf(
					"マネジメントレビュー %[1]s（%[2]s）の前の1年に、「管理策測定評価表」の分析・評価がありません。レビューの前に測定の結果を評価してください",
					"no measurement of controls was analysed in the year before the management review %[1]s (%[2]s), expected one dated before it",
					cellExcerpt(review.Name()), day.Date))
			}
			before = day.Date
		}
	},
}

const effectivenessForm = "ISMS-B-11"

// effectivenessJudged reports whether an effectiveness review, were it only a
// draft, was made since the previous management review and up to a day.
func effectivenessJudged(s *isms.System, before, day date.Date) bool {
	var days []date.Date
	for _, f := range s.OfForm(effectivenessForm) {
		if f.Kind != isms.RecordFile || f.Meta.Status == isms.Obsolete {
			continue
		}
		made := recordDay(f)
		if made.IsZero() {
			return true // when it was made is for document/schema to ask
		}
		days = append(days, made)
	}
	return anyBetween(days, yearBefore(before, day), day)
}

// lastAnalyses returns the days on which measurements of controls were
// analysed, as far as they are written as dates.
func lastAnalyses(s *isms.System) []date.Date {
	var days []date.Date
	for r := range s.Rows(measurementForm, measurements) {
		if d := r.Day("analysed_when"); d.Valid() && !isBroken(r) {
			days = append(days, d.Date)
		}
	}
	return days
}

// yearBefore returns the first day that belongs to the cycle of a review: the
// day after the previous one, but at most 13 months earlier.
func yearBefore(before, day date.Date) date.Date {
	first := day.AddMonths(-13)
	if before.After(first) && before.Before(day) {
		first = before.AddDays(1)
	}
	return first
}

func anyBetween(days []date.Date, first, last date.Date) bool {
	for _, d := range days {
		if !d.Before(first) && !d.After(last) {
			return true
		}
	}
	return false
}

// effectivenessExample is an approved effectiveness review with a table.
func effectivenessExample(day, table string) string {
	return `-- records/ISMS-B-11/ER-2026-01.md --
---
form: ISMS-B-11
record: ER-2026-01
title: 有効性レビュー
status: approved
created: ` + day + `
drafted_by: suzuki
approved_by: tanaka
approved_on: ` + day + `
---
# 有効性レビュー

` + table
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var clauseNoRecord = &lint.Rule{
	Name:         "clause/no-record",
	Severity:     lint.Warning,
	Requirements: []string{"GAP-004"},
	Clauses:      []string{"7.5.1", "8.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "箇条を担うと定めた自社の様式や記録に、この1年の記録がありません",
			EN: "a form of the organisation's own that carries a clause has no record of the last year",
		},
		Why: message.Text{
			JA: "様式があっても、1年の間に記録が一つもなければ、箇条が求める証拠にはなりません。標準の文書体系の様式は、それぞれの周期を確かめるルールが受け持ちます",
			EN: "a form without a record in the yearly cycle is no evidence; forms of the built-in catalogue have rules of their own for their cycles",
		},
		Wrong: ownFormExample("2025-04-10"),
		Right: ownFormExample("2026-04-10"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		seen := map[*isms.Entry]bool{}
		for i := range s.Config.Clauses {
			m := &s.Config.Clauses[i]
			for k := range m.Documents {
				d := &m.Documents[k]
				files := mappedFiles(s, d.Name)
				at := d.Span
				mapping := lint.Related{File: configFile(s), Span: &at, Message: message.Text{JA: "箇条との対応", EN: "the mapping to the clause"}}
				if e := s.Catalogue.Entry(d.Name); e == nil {
					checkIdle(p, s, m.Clause, d.Name, recordsAmong(files), mapping)
				} else if isOwnForm(e) && !seen[e] {
					seen[e] = true
					checkIdle(p, s, m.Clause, e.Label(), files, mapping)
				}
			}
		}
		for _, e := range s.Catalogue.Entries {
			if f := s.Document(e.Number); f != nil && isOwnForm(e) && !seen[e] && len(f.Meta.Clauses) > 0 {
				at := f.Meta.Clauses[0].Span
				checkIdle(p, s, f.Meta.Clauses[0].Text, e.Label(), mappedFiles(s, e.Number),
					lint.Related{File: f.Path, Span: &at, Message: message.Text{JA: "箇条との対応", EN: "the mapping to the clause"}})
			}
		}
	},
}

// isOwnForm reports whether an entry holds records and is none of the built-in
// forms.
func isOwnForm(e *isms.Entry) bool { return e.Form == "" && e.Kind != isms.KindDocument }

// recordsAmong leaves out the files that state rules, and the records of
// built-in forms.
func recordsAmong(files []*isms.File) []*isms.File {
	var out []*isms.File
	for _, f := range files {
		if f.Entry == nil || isOwnForm(f.Entry) {
			out = append(out, f)
		}
	}
	return out
}

// checkIdle reports files of which none has a date in the last year.
func checkIdle(p *lint.Pass, s *isms.System, clause string, name any, files []*isms.File, mapping lint.Related) {
	var newest *isms.File
	var last date.Date
	for _, f := range files {
		if d := lastDay(f, s.AsOf()); d.After(last) {
			newest, last = f, d
		}
	}
	if newest == nil || !last.AddMonths(12).AddDays(p.Config.Periods.Trigger).Before(s.AsOf()) {
		return
	}
	at := newest.Head()
	p.Report(lint.Finding{File: newest.Path, Span: &at, Subject: clause, Related: []lint.Related{mapping}, Message: message.Textf(
		"箇条%[1]sを担う「%[2]s」に、この1年の記録がありません（最後は %[3]s）。記録を残すか、箇条との対応を見直してください",
		"%[2]q, which carries clause %[1]s, has no record of the last year (the last is of %[3]s); expected one, or another mapping", clause, name, last)})
}

// lastDay returns the last day up to asOf that a file speaks of: in its front
// matter or in its text.
func lastDay(f *isms.File, asOf date.Date) date.Date {
	var last date.Date
	note := func(d date.Date) {
		if d.After(last) && !d.After(asOf) {
			last = d
		}
	}
	for _, d := range []isms.Day{f.Meta.Created, f.Meta.ApprovedOn, f.Meta.Revised, f.Meta.Established} {
		note(d.Date)
	}
	for i := range f.Doc.Dates {
		note(f.Doc.Dates[i].Day)
	}
	return last
}

// ownFormExample is a sheet of competence, mapped to clause 7.2, with one record.
func ownFormExample(day string) string {
	return mappingExample(`[[documents.catalogue]]
number = "ISMS-B-50"
title = "力量評価表"
kind = "record"
records = true
[[clauses]]
clause = "7.2"
documents = ["ISMS-B-50"]
`) + `-- records/SK-01.md --
---
form: ISMS-B-50
record: SK-01
title: 力量の評価
status: approved
created: ` + day + `
drafted_by: suzuki
approved_by: tanaka
approved_on: ` + day + `
---
# 力量の評価
`
}

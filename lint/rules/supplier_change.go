package rules

import (
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var supplierChange = &lint.Rule{
	Name:         "supplier/change",
	Severity:     lint.Warning,
	Requirements: []string{"B19-4", "CAL-011"},
	Clauses:      []string{"8.1", "8.2"},
	Controls:     []string{"A.5.22"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "委託先のサービスの変更の後に、リスクを再評価していないか、委員会に報告していません",
			EN: "the risk was not assessed again after a change of a supplier's service, or the committee was not told",
		},
		Why: message.Text{
			JA: "変更の前に行った評価は、変わった後のリスクを表しません。再評価の結果は、委員会に報告して判断を受けます",
			EN: "an assessment made before the change says nothing of the risk after it, and what came of it is for the committee to weigh",
		},
		Wrong: supplierChangeExample("口頭で説明済み"),
		Right: supplierChangeExample("COM-2026-03"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for r := range s.Rows(supplierForm, "changes") {
			day := r.Day("date")
			if isFirstDraft(p, r.Table.File) || isBroken(r) || !day.Valid() || !day.Date.AddDays(p.Config.Periods.Trigger).Before(s.AsOf()) {
				continue
			}
			checkReassessed(p, s, r, day.Date)
			checkChangeReported(p, s, r, day.Date)
		}
	},
}

// checkReassessed compares the day of a change with the days of the risks and
// evaluations that its row cites. Of a decision that nothing needs to be
// assessed again there is no day to compare.
func checkReassessed(p *lint.Pass, s *isms.System, r *isms.Row, change date.Date) {
	v := r.Written("reassessment")
	key := fold.Key(v.Text)
	if containsOneOf(key, "不要", "増加なし", "変わりはな", "変更はな", "変更なし", "notnecessary", "notneeded", "norisk", "nochange", "nonew", "unchanged", "notrequired") {
		return
	}
	latest, cited := date.Date{}, (*isms.Row)(nil)
	for _, of := range []struct{ kind, column string }{{"risk", "assessed"}, {"supplier-evaluation", "evaluated"}} {
		for _, id := range namedIDs(s, of.kind, v.Text) {
			if row := s.Find(of.kind, id); row != nil {
				if d := assessedOn(row, of.column); d.After(latest) {
					latest, cited = d, row
				}
			}
		}
	}
	// An assessment may come first, but not by more than the time allowed.
	if cited == nil || !latest.Before(change.AddDays(-p.Config.Periods.Trigger)) {
		return
	}
	warnForm(p, r, v, "reassessment", message.Textf(
		"%[1]s の変更の再評価として %[2]s を挙げていますが、その評価日 %[3]s は変更より前です。変更を踏まえて評価し直してください",
		"the change of %[1]s cites %[2]s, which was assessed on %[3]s, before the change; expected a new assessment",
		change, cellExcerpt(cited.Name()), latest),
		formRelated(cited, cited.Written(cited.Table.Schema.Key[0]), "再評価として挙げたもの", "what is cited as the assessment"))
}

// assessedOn returns the day of a risk's assessment, or the last day of a
// supplier's evaluation.
func assessedOn(r *isms.Row, column string) date.Date {
	if d := r.Day(column); d.Valid() || !r.Table.Fields {
		return d.Date
	}
	var last date.Date
	if r.Table.Name == schema.RecordTable {
		sisterRows(r.Table, "evaluations", func(e *isms.Row) {
			if d := e.Day("audited").Date; d.After(last) {
				last = d
			}
		})
	}
	return last
}

// checkChangeReported reports a change of which nothing shows that the
// committee was told: neither minutes nor a day.
func checkChangeReported(p *lint.Pass, s *isms.System, r *isms.Row, change date.Date) {
	v := r.Written("committee")
	if v.None() || isOpenCell(r.Table, v.Text) {
		return // an empty mandatory cell is for register/row
	}
	_, last := daysIn(v.Text)
	if last.IsZero() && len(namedIDs(s, "minutes", v.Text)) == 0 && !strings.Contains(fold.Key(v.Text), "議事録") {
		warnForm(p, r, v, "committee", message.Textf(
			"%[1]s の変更の「%[2]s」が「%[3]s」です。報告した日又は議事録の番号を記入してください",
			"%[2]q of the change of %[1]s is %[3]q, expected the day of the report or the minutes",
			change, riskTitle(r, "committee"), cellExcerpt(v.Text)))
	}
}

// supplierChangeExample is a register of suppliers with one change.
func supplierChangeExample(committee string) string {
	return supplierExample("2024-11-01", "2027-10-31", "2026-03-11", "継続") + `
## サービスの変更

| 変更日 | 委託先番号 | 変更の内容 | 再評価の結果 | 委員会への報告 |
|---|---|---|---|---|
| 2026-06-01 | SUP-001 | 清掃の時間を日中から夜間に変更 | 再評価は不要と判断 | ` + committee + " |\n"
}

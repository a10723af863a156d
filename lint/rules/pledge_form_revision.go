package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var pledgeFormRevision = &lint.Rule{
	Name:         "pledge/form-revision",
	Severity:     lint.Error,
	Requirements: []string{"B16-2"},
	Clauses:      []string{"7.5.2", "7.5.3"},
	Controls:     []string{"A.5.34", "A.6.6"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "誓約書又は同意書が、署名した日に有効でない改訂番号の様式によっています",
			EN: "a pledge or consent was signed on a revision of the form that was not in force on that day",
		},
		Why: message.Text{
			JA: "何に同意したのかは、署名した日の様式で決まります。その日にない改訂番号では、内容を確かめられません",
			EN: "what was agreed to is what the form said on that day; of a revision that did not exist nobody can tell the content",
		},
		Wrong: formRevisionExample("2026-04-01", "2"),
		Right: formRevisionExample("2026-04-01", "1"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for _, of := range []struct{ form, table, day string }{{pledgeForm, "pledges", "signed"}, {consentForm, "consents", "consented"}} {
			history := formHistory(s, of.form)
			current := listedRevision(s, of.form)
			for r := range s.Rows(of.form, of.table) {
				revision, day := r.Int("form_revision"), r.Day(of.day)
				if r.Table.File.Meta.Status == isms.Draft || isBroken(r) || !revision.Valid || !day.Valid() {
					continue
				}
				if len(history) > 0 {
					checkFormRevision(p, r, revision, day.Date, history)
				} else if current != nil && revision.Int > current.Int("revision").Int {
					reportForm(p, r, revision.Value, r.Name(), message.Textf(
						"%[1]s「%[2]s」が %[3]d ですが、「ISMS様式集」の %[4]s は改訂番号%[5]d までです。番号を確かめて直してください",
						"%[2]q%[1]s is %[3]d, but the collection of forms knows %[4]s up to revision %[5]d; expected one that exists",
						ofRow(r), riskTitle(r, "form_revision"), revision.Int, of.form, current.Int("revision").Int),
						formRelated(current, current.Written("revision"), "様式集の改訂番号", "revision in the collection of forms"))
				}
			}
		}
	},
}

// formRevision is a revision of a form and the day since which it is in force.
type formRevision struct {
	number int
	since  date.Date
}

// formHistory returns the revisions of a form that is kept as a document, in
// the order of its revision history.
func formHistory(s *isms.System, number string) []formRevision {
	f := s.Document(number)
	if f == nil || f.Revisions == nil {
		return nil
	}
	var out []formRevision
	for _, row := range f.Revisions.Rows {
		if row.Revision.Valid && row.Date.Valid() {
			out = append(out, formRevision{row.Revision.Int, row.Date.Date})
		}
	}
	return out
}

// listedRevision returns the row of the collection of forms that gives the
// current revision of a form, or nil.
func listedRevision(s *isms.System, number string) *isms.Row {
	for r := range s.Rows("ISMS-A-05", "forms") {
		if fold.Equal(isms.WithoutRemark(r.Written("form").Text), number) && r.Int("revision").Valid {
			return r
		}
	}
	return nil
}

func checkFormRevision(p *lint.Pass, r *isms.Row, revision isms.Number, day date.Date, history []formRevision) {
	var since, until date.Date
	for _, h := range history {
		switch {
		case h.number == revision.Int:
			since = h.since
		case h.number > revision.Int && (until.IsZero() || h.since.Before(until)):
			until = h.since
		}
	}
	switch {
	case since.IsZero():
		reportForm(p, r, revision.Value, r.Name(), message.Textf(
			"%[1]s「%[2]s」が %[3]d ですが、様式の改訂履歴にありません。番号を確かめて直してください",
			"%[2]q%[1]s is %[3]d, which is not in the revision history of the form; expected one that exists",
			ofRow(r), riskTitle(r, "form_revision"), revision.Int))
	case day.Before(since):
		reportForm(p, r, revision.Value, r.Name(), message.Textf(
			"%[1]s「%[2]s」が %[3]d ですが、署名の %[4]s にはまだなく、%[5]s からの様式です。番号を確かめて直してください",
			"%[2]q%[1]s is %[3]d, in force only since %[5]s, after the signature on %[4]s; expected the revision of that day",
			ofRow(r), riskTitle(r, "form_revision"), revision.Int, day, since))
	case !until.IsZero() && day.After(until.AddDays(p.Config.Periods.Trigger)):
		warnForm(p, r, revision.Value, r.Name(), message.Textf(
			"%[1]s「%[2]s」が %[3]d ですが、%[5]s に改訂された後の %[4]s に署名しています。新しい様式で署名を得てください",
			"%[2]q%[1]s is %[3]d, superseded on %[5]s, before the signature on %[4]s; expected the revision in force",
			ofRow(r), riskTitle(r, "form_revision"), revision.Int, day, until))
	}
}

// formRevisionExample is an index of pledges beside its form.
func formRevisionExample(signed, revision string) string {
	return `-- forms/ISMS-B-15-機密保持誓約書.md --
---
number: ISMS-B-15
title: 機密保持誓約書
revision: 2
status: approved
established: 2024-04-01
revised: 2026-07-01
drafted_by: suzuki
approved_by: tanaka
approved_on: 2026-07-01
---
# 機密保持誓約書

## 改訂履歴

| 改訂番号 | 改訂日 | 改訂内容 | 作成 | 承認 |
|---|---|---|---|---|
| 1 | 2024-04-01 | 制定 | 鈴木 次郎 | 田中 一郎 |
| 2 | 2026-07-01 | 返却する物を追加 | 鈴木 次郎 | 田中 一郎 |
` + pledgeExample("| E1001 | 総務部 | 入社時 | "+signed+" | - | "+revision+" | 電子署名 |\n")
}

package rules

import (
	"strconv"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var formRevisionStated = &lint.Rule{
	Name:         "form/revision",
	Severity:     lint.Error,
	Requirements: []string{"A05-4"},
	Clauses:      []string{"7.5.2", "7.5.3"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "記録の様式の改訂番号が、様式集にないか、作成日にまだ使えなかったか、古いものです",
			EN: "a record was made with a revision of its form that does not exist, was not in force yet or was superseded",
		},
		Why: message.Text{
			JA: "様式を改めた目的（記入欄の追加など）は、新しい様式が使われて初めて果たされます。様式集に様式改訂日の列があれば、記録の作成日と比べます",
			EN: "a form is revised because something was missing, which only the new revision mends; where the collection of forms says since when a revision is in force, it is compared with the day of the record",
		},
		Wrong: formsExample("", "| ISMS-B-24 | 是正処置に関する報告書 | 1 | 5年 | records/ISMS-B-24/ |\n") + correctiveRecord("CAR-2026-001", "form_revision: 2\n"),
		Right: formsExample("", "| ISMS-B-24 | 是正処置に関する報告書 | 2 | 5年 | records/ISMS-B-24/ |\n") + correctiveRecord("CAR-2026-001", "form_revision: 2\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		forms := formRows(s)
		if len(forms) == 0 {
			return
		}
		for _, f := range s.OfKind(isms.RecordFile) {
			if f.Entry == nil || f.Meta.Status == isms.Obsolete {
				continue
			}
			if r := forms[f.Entry.Number]; r != nil {
				judgeFormRevision(p, f, r)
			}
		}
	},
}

// judgeFormRevision compares the revision that a record names with the row of
// its form in the collection of forms.
func judgeFormRevision(p *lint.Pass, f *isms.File, r *isms.Row) {
	field, ok := f.Meta.Root.Field("form_revision")
	current := r.Int("revision")
	if !ok || field.Value == nil || !current.Valid {
		return
	}
	used, err := strconv.Atoi(fold.Text(field.Value.Text))
	if err != nil {
		return // document/schema reports it
	}
	finding := lint.Finding{File: f.Path, Span: &field.Value.Span, Severity: registerSeverity(f),
		Related: []lint.Related{formRelated(r, current.Value, "様式集の改訂番号", "the revision in the collection of forms")}}
	day, since := madeOn(f), r.Day("revised")
	switch {
	case used > current.Int:
		finding.Message = message.Textf("様式の改訂番号が %[1]d ですが、様式集にある %[3]s の現在の改訂番号は %[2]d です",
			"the record is made with revision %[1]d of its form, expected at most %[2]d, the current revision of %[3]s", used, current.Int, f.Entry.Number)
	case !since.Valid() || day.IsZero():
		return
	case used == current.Int && day.Before(since.Date):
		finding.Message = message.Textf("様式の改訂番号 %[1]d は %[2]s からですが、記録の日付は %[3]s です。使った様式の改訂番号に直してください",
			"revision %[1]d of the form is in force since %[2]s, but the record is of %[3]s; expected the revision that was used", used, since.Date, day)
	case used < current.Int && !day.Before(since.Date):
		finding.Severity = lint.Warning
		finding.Message = message.Textf("様式の改訂番号 %[1]d は古く、%[3]s からは %[2]d です。新しい様式で加わった欄を補ってください",
			"the record is made with revision %[1]d of its form, expected %[2]d, which is in force since %[3]s", used, current.Int, since.Date)
	default:
		return
	}
	p.Report(finding)
}

// madeOn returns the day on which a record was made, as far as it says so.
func madeOn(f *isms.File) date.Date {
	if f.Meta.Created.Valid() {
		return f.Meta.Created.Date
	}
	return f.Meta.ApprovedOn.Date
}

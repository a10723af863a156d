package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var auditPlanApproval = &lint.Rule{
	Name:         "audit/plan-approval",
	Severity:     lint.Error,
	Requirements: []string{"B20-4"},
	Clauses:      []string{"9.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "内部監査の計画が、監査の最初の日までに承認されていません",
			EN: "the plan of an internal audit was not approved by the first day of the audit",
		},
		Why: message.Text{
			JA: "承認前に始めた監査は、目的、基準及び範囲が定まらないまま行われたことになります",
			EN: "an audit that began before its plan was approved had no agreed purpose, criteria and scope",
		},
		Wrong: auditPlanExample("2026-10-14", "| 2026-10-13 | 経営 | 伊藤 美咲 | 箇条4、5 |\n"),
		Right: auditPlanExample("2026-10-02", "| 2026-10-13 | 経営 | 伊藤 美咲 | 箇条4、5 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		seen := map[*isms.File]bool{}
		for _, name := range []string{auditSchedule, "record"} {
			for _, t := range s.Tables(auditPlanForm, name) {
				if f := t.File; f.Kind == isms.RecordFile && !seen[f] {
					seen[f] = true
					checkAuditPlan(p, s, f)
				}
			}
		}
	},
}

func checkAuditPlan(p *lint.Pass, s *isms.System, f *isms.File) {
	var first date.Date
	var at lint.Related
	earlier := func(r *isms.Row, column string) {
		if d, _ := daysIn(r.Written(column).Text); !d.IsZero() && (first.IsZero() || d.Before(first)) {
			first, at = d, formRelated(r, r.Written(column), "監査の最初の日", "the first day of the audit")
		}
	}
	for _, t := range f.Tables {
		for i := range t.Rows {
			switch t.Name {
			case auditSchedule:
				earlier(&t.Rows[i], "date")
			case "record":
				earlier(&t.Rows[i], "dates")
			}
		}
	}
	approved := f.Meta.ApprovedOn
	switch {
	case first.IsZero():
	case f.Meta.Status == isms.Approved && approved.Valid() && approved.Date.After(first):
		p.Report(lint.Finding{File: f.Path, Span: &approved.Span, Related: []lint.Related{at}, Message: message.Textf(
			"計画の承認日 %[1]s が、監査の最初の日 %[2]s より後です。監査を始める前に計画の承認を得てください",
			"the plan was approved on %[1]s, after the audit began on %[2]s; expected the approval before the first day", approved.Date, first)})
	case unapproved(f) && first.Before(s.AsOf()):
		span := f.Meta.StatusValue.Place()
		p.Report(lint.Finding{File: f.Path, Span: &span, Related: []lint.Related{at}, Message: message.Textf(
			"監査の最初の日 %[1]s を過ぎましたが、計画が承認されていません。計画の承認を得てください",
			"the audit began on %[1]s, but its plan is not approved; expected the approval before the first day", first)})
	}
}

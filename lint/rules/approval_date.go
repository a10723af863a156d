package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var approvalDate = &lint.Rule{
	Name:           "approval/date",
	Severity:       lint.Error,
	Requirements:   []string{"DOC-002", "DOC-005", "FRM-5"},
	Clauses:        []string{"7.5.2"},
	Since:          "0.1.0",
	GuardsEvidence: true,
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "承認日・改訂日・制定日・作成日の前後関係が合わないか、未来の日付です",
			EN: "the days of drafting, revision and approval are out of order or in the future",
		},
		Why: message.Text{
			JA: "まだない版を承認することはできず、未来の承認は事実の記録ではありません。改訂日に施行日を書く組織もあるため、承認が30日以内だけ早いときは警告にとどめます",
			EN: "nobody can approve a revision that does not exist yet, and an approval in the future is no record of a fact; as some write the day of effect as revised date, an approval up to 30 days before it is only a warning",
		},
		Wrong: `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 2
status: approved
established: 2023-10-01
revised: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2023-10-01
---
# ISMSマニュアル
`,
		Right: `---
number: ISMS-A-03
title: ISMSマニュアル
revision: 2
status: approved
established: 2023-10-01
revised: 2024-04-01
drafted_by: tanaka
approved_by: sato
approved_on: 2024-04-01
---
# ISMSマニュアル
`,
	},
	System: func(p *lint.Pass, s *isms.System) {
		p.EachFile(s, func(p *lint.Pass, s *isms.System, f *isms.File) {
			if f.Kind == isms.Controlled || f.Kind == isms.RecordFile {
				checkDayOrder(p, f)
				checkFuture(p, s, f)
			}
		})
	},
}

func checkDayOrder(p *lint.Pass, f *isms.File) {
	m := f.Meta
	established, revised, told := headDays(f)
	if !told {
		notBefore(p, f, revised, revisedDay, established, establishedDay, 0)
	}
	if unapproved(f) {
		return
	}
	notBefore(p, f, m.ApprovedOn, approvalDay, m.Created, creationDay, 0)
	if m.Revised.Empty() {
		notBefore(p, f, m.ApprovedOn, approvalDay, established, establishedDay, leeway)
	} else {
		notBefore(p, f, m.ApprovedOn, approvalDay, revised, revisedDay, leeway)
	}
}

// headDays returns the established and the revised date of the front matter as
// far as the revision history does not contradict them, which
// revision/mismatch reports. told reports whether the history has both days,
// so that revision/date-order judges their order.
func headDays(f *isms.File) (established, revised isms.Day, told bool) {
	established, revised = f.Meta.Established, f.Meta.Revised
	rows := f.Revisions.Ordered()
	current, ok := currentRow(f, rows)
	if !ok {
		return established, revised, false
	}
	first := rows[0].Date
	if first.Valid() && first.Date != established.Date {
		established = isms.Day{}
	}
	if current.Date.Valid() && current.Date.Date != revised.Date {
		revised = isms.Day{}
	}
	return established, revised, first.Valid() && current.Date.Valid()
}

var (
	establishedDay = message.Text{JA: "制定日", EN: "established date"}
	revisedDay     = message.Text{JA: "改訂日", EN: "revised date"}
	approvalDay    = message.Text{JA: "承認日", EN: "day of approval"}
	creationDay    = message.Text{JA: "作成日", EN: "day of creation"}
)

// notBefore reports a day that lies before the one that it must follow. A
// distance of up to the given number of days is only a warning: some
// organisations write down the day of effect, which comes after the approval.
func notBefore(p *lint.Pass, f *isms.File, later isms.Day, laterName message.Text, earlier isms.Day, earlierName message.Text, effect int) {
	if !later.Valid() || !earlier.Valid() || !later.Date.Before(earlier.Date) {
		return
	}
	finding := lint.Finding{
		File: f.Path, Span: &later.Span,
		Message: message.Textf("%[1]s %[2]s が、%[3]s %[4]s より前になっています", "the %[1]s %[2]s is before the %[3]s %[4]s",
			laterName, later.Date, earlierName, earlier.Date),
		Related: related(f, earlier.Span, earlierName.JA, earlierName.EN),
	}
	if later.Date.DaysUntil(earlier.Date) <= effect {
		finding.Severity = lint.Warning
		finding.Message = message.Textf("%[1]s %[2]s が、%[3]s %[4]s より前になっています。%[3]sが施行日でなければ、日付を確認してください",
			"the %[1]s %[2]s is before the %[3]s %[4]s; unless that is the day of effect, check the dates",
			laterName, later.Date, earlierName, earlier.Date)
	}
	p.Report(finding)
}

func checkFuture(p *lint.Pass, s *isms.System, f *isms.File) {
	report := func(day isms.Day, name message.Text) {
		if day.Valid() && s.Follows(day.Date) {
			p.Reportf(f, day.Span, "%[1]s %[2]s は、判定日 %[3]s より後の日付です", "the %[1]s %[2]s is after the day of judgement %[3]s", name, day.Date, s.AsOf())
		}
	}
	if !unapproved(f) {
		report(f.Meta.ApprovedOn, approvalDay)
	}
	report(f.Meta.Created, creationDay)
}

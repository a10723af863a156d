package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var policyNotification = &lint.Rule{
	Name:         "policy/notification",
	Severity:     lint.Warning,
	Requirements: []string{"A01-4"},
	Clauses:      []string{"5.2", "7.4"},
	Controls:     []string{"A.5.1"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "改訂した情報セキュリティ基本方針を、従業員に周知した日か、社外に公開した日の記録がありません",
			EN: "there is no record that the current revision of the information security policy was communicated to employees or published",
		},
		Why: message.Text{
			JA: "基本方針は、従業員に伝え、利害関係者が入手できるようにして初めて働きます。文書情報の周知日（notified_on）と公開日（published_on）に日付を残します。どちらも書いていない文書は対象になりません",
			EN: "a policy works only once people know it; the front matter keeps the days as notified_on and published_on, and a policy that has neither is left alone",
		},
		Wrong: policyExample("notified_on: 2026-04-03\npublished_on: 2024-04-05\n", "当社は、情報を守る。\n"),
		Right: policyExample("notified_on: 2026-04-03\npublished_on: 2026-04-05\n", "当社は、情報を守る。\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for _, f := range s.OfEntry(basicPolicyForm) {
			if f.Kind != isms.Controlled || f.Meta.Status != isms.Approved {
				continue
			}
			approved := f.Meta.ApprovedOn
			if !approved.Valid() || !approved.Date.AddDays(p.Config.Periods.Trigger).Before(s.AsOf()) {
				continue // there is still time
			}
			notified, published := f.Meta.NotifiedOn, f.Meta.PublishedOn
			if !notified.Present && !published.Present {
				continue
			}
			reportNotice(p, s, f, notified, message.Text{JA: "従業員に周知した日（notified_on）", EN: "day on which it was communicated to employees (notified_on)"})
			reportNotice(p, s, f, published, message.Text{JA: "社外に公開した日（published_on）", EN: "day on which it was published (published_on)"})
		}
	},
}

// reportNotice reports a day of the policy that is absent, or is not one since
// the approval of the current revision.
func reportNotice(p *lint.Pass, s *isms.System, f *isms.File, day isms.Day, name message.Text) {
	at := day.Place()
	switch {
	case day.Empty():
		if !day.Present {
			at = f.Meta.ApprovedOn.Span
		}
		p.Report(lint.Finding{File: f.Path, Span: &at, Subject: name.EN, Message: message.Textf(
			"%[2]s に承認した基本方針を%[1]sがありません。実際の日付を記録してください",
			"the policy approved on %[2]s has no %[1]s, expected one within %[3]d days", name, f.Meta.ApprovedOn.Date, p.Config.Periods.Trigger)})
	case !day.Valid(): // document/schema reports it
	case day.Date.Before(f.Meta.ApprovedOn.Date):
		p.Report(lint.Finding{File: f.Path, Span: &at, Message: message.Textf(
			"基本方針を%[1]sが %[2]s で、今の改訂の承認日 %[3]s より前です。今の改訂について実際の日付を記録してください",
			"the %[1]s is %[2]s, before the approval of the current revision on %[3]s; expected a later day", name, day.Date, f.Meta.ApprovedOn.Date)})
	case day.Date.After(s.AsOf()):
		p.Report(lint.Finding{File: f.Path, Span: &at, Message: message.Textf(
			"基本方針を%[1]sが %[2]s で、まだ来ていません。実施した日を記録してください",
			"the %[1]s is %[2]s, which has not come yet; expected the day on which it was done", name, day.Date)})
	}
}

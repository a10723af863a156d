package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var auditAuditor = &lint.Rule{
	Name:         "audit/auditor",
	Severity:     lint.Error,
	Requirements: []string{"B20-3", "B21-2"},
	Clauses:      []string{"7.2", "9.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "内部監査員登録台帳にない人、登録前の人、又は有効期限の切れた人が監査しています",
			EN: "someone audits who is not in the register of auditors on that day",
		},
		Why: message.Text{
			JA: "監査員の力量は、登録台帳の教育と資格で示します。登録のない人の監査は、力量の証拠を欠きます",
			EN: "the register is the evidence of an auditor's competence; an audit by someone else has none",
		},
		Wrong: auditPlanExample("2026-10-02", "| 2026-10-13 | 経営 | 伊藤 美咲 | 箇条4、5 |\n") +
			auditorExample("| 伊藤 美咲 | 営業部 | TR-2025-02 | 2024-06-13 | 2026-06-12 | 佐藤 花子 |\n"),
		Right: auditPlanExample("2026-10-02", "| 2026-10-13 | 経営 | 伊藤 美咲 | 箇条4、5 |\n") +
			auditorExample("| 伊藤 美咲 | 営業部 | TR-2025-02 | 2025-06-13 | 2027-06-12 | 佐藤 花子 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		auditors, ok := auditorsByPerson(p, s)
		if !ok {
			return
		}
		reported := map[string]bool{}
		check := func(column string) func(r *isms.Row) {
			return func(r *isms.Row) {
				day, _ := daysIn(r.Written("date").Text)
				for _, v := range isms.SplitList(r.Written(column)) {
					if key := auditOf(r.Table.File) + " " + signerKey(p, v); !reported[key] {
						reported[key] = checkAuditor(p, r, v, day, auditors[signerKey(p, v)])
					}
				}
			}
		}
		eachAuditRow(s, auditPlanForm, auditSchedule, check("auditor"))
		eachAuditRow(s, checklistForm, checklistItems, check("auditor"))
	},
}

// checkAuditor reports an auditor who is not registered on the day.
func checkAuditor(p *lint.Pass, r *isms.Row, v isms.Value, day date.Date, entry *isms.Row) (found bool) {
	if _, isRole := p.Roles.ByName(v.Text); isRole {
		return false
	}
	name := cellExcerpt(v.Text)
	if entry == nil {
		reportForm(p, r, v, "", message.Textf(
			"監査員「%[1]s」が「内部監査員登録台帳」にありません。登録するか、登録した監査員に改めてください",
			"auditor %[1]q is not in the register of internal auditors, expected a registered auditor", name))
		return true
	}
	registered, until := entry.Day("registered"), entry.Day("valid_until")
	switch {
	case day.IsZero():
		return false
	case registered.Valid() && day.Before(registered.Date):
		reportForm(p, r, v, "", message.Textf(
			"監査員「%[1]s」の監査日 %[2]s が、登録日 %[3]s より前です。登録してから監査を割り当ててください",
			"auditor %[1]q audits on %[2]s, before the registration on %[3]s; expected a registered auditor", name, day, registered.Date),
			formRelated(entry, registered.Value, "登録日", "registered"))
	case until.Valid() && day.After(until.Date):
		reportForm(p, r, v, "", message.Textf(
			"監査員「%[1]s」の監査日 %[2]s が、登録の有効期限 %[3]s より後です。登録を更新してください",
			"auditor %[1]q audits on %[2]s, after the registration ended on %[3]s; expected a valid registration", name, day, until.Date),
			formRelated(entry, until.Value, "有効期限", "valid until"))
	default:
		return false
	}
	return true
}

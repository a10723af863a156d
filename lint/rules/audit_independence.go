package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

var auditIndependence = &lint.Rule{
	Name:         "audit/independence",
	Severity:     lint.Error,
	Requirements: []string{"B20-2"},
	Clauses:      []string{"9.2"},
	Controls:     []string{"A.5.35"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "内部監査員が、自分の所属する部門を監査しています",
			EN: "an internal auditor audits their own department",
		},
		Why: message.Text{
			JA: "自分の部門の監査では、客観性と公平性（9.2）を示せません。内部監査で最も多い指摘の一つです",
			EN: "an audit of one's own department cannot show objectivity and impartiality (9.2); it is among the most frequent findings",
		},
		Wrong: auditPlanExample("2026-10-02", "| 2026-10-13 | 営業部 | 伊藤 美咲 | 箇条7、8 |\n"),
		Right: auditPlanExample("2026-10-02", "| 2026-10-13 | 総務部 | 伊藤 美咲 | 箇条7、8 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		auditors, _ := auditorsByPerson(p, s)
		reported := map[string]bool{}
		check := func(r *isms.Row) {
			audited := departmentsIn(r.Written("department"))
			for _, v := range isms.SplitList(r.Written("auditor")) {
				own, ok := ownDepartment(p, auditors, v, audited)
				if key := auditOf(r.Table.File) + " " + signerKey(p, v) + " " + own; ok && !reported[key] {
					reported[key] = true
					reportForm(p, r, v, own, message.Textf(
						"監査員「%[1]s」は、自分の所属する「%[2]s」を監査しています。ほかの部門の監査員に改めてください",
						"auditor %[1]q audits %[2]q, the own department; expected an auditor of another department",
						cellExcerpt(v.Text), cellExcerpt(r.Written("department").Text)))
				}
			}
		}
		eachAuditRow(s, auditPlanForm, auditSchedule, check)
		eachAuditRow(s, checklistForm, checklistItems, check)
	},
}

// departmentsIn returns the departments that a cell names.
func departmentsIn(v isms.Value) map[string]bool {
	departments := map[string]bool{}
	for _, part := range isms.SplitList(v) {
		departments[fold.Key(isms.WithoutRemark(part.Text))] = true
	}
	return departments
}

// ownDepartment returns the department of an auditor if it is among those
// audited: the one of the register or, without an entry, of the configuration.
func ownDepartment(p *lint.Pass, auditors map[string]*isms.Row, v isms.Value, audited map[string]bool) (string, bool) {
	if entry := auditors[signerKey(p, v)]; entry != nil {
		for _, part := range isms.SplitList(entry.Written("department")) {
			if department := fold.Key(isms.WithoutRemark(part.Text)); audited[department] {
				return department, true
			}
		}
		return "", false
	}
	if person := p.People.Signed(isms.WithoutRemark(v.Text)); person != nil && person.Department != "" {
		department := fold.Key(person.Department)
		return department, audited[department]
	}
	return "", false
}

package rules

import (
	"time"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/schema"
)

var auditCoverage = &lint.Rule{
	Name:         "audit/coverage",
	Severity:     lint.Error,
	Requirements: []string{"B20-1"},
	Clauses:      []string{"9.2.2"},
	Since:        "0.1.0",
	Doc: lint.Doc{
		Summary: message.Text{
			JA: "1年度の内部監査の範囲を合わせても、監査していない部門、箇条又は管理策があります",
			EN: "the internal audits of a year together leave out a department, a clause or an applicable control",
		},
		Why: message.Text{
			JA: "1年で全ての部門、箇条4〜10及び適用する管理策を監査していなければ、ISMS全体の適合を示せません。年度（4月から、又は ismslint.toml の periods.year_month の月から）の間は警告にとどめます。計画が箇条や管理策を挙げていないものは判定しません",
			EN: "unless the audits of a year cover all departments, clauses 4 to 10 and the applicable controls, conformity of the whole cannot be shown. Until the fiscal year (from April, or from periods.year_month) is over it is a warning; kinds that the plans do not list are not judged",
		},
		Wrong: auditPlanExample("2025-10-02", "| 2025-10-13 | 全部門 | 伊藤 美咲 | 箇条4〜8、10 |\n"),
		Right: auditPlanExample("2025-10-02", "| 2025-10-13 | 全部門 | 伊藤 美咲 | 箇条4〜10 |\n"),
	},
	System: func(p *lint.Pass, s *isms.System) {
		for _, year := range auditYears(s, p.Config.Periods.Year) {
			checkAuditYear(p, s, year)
		}
	},
}

// auditYear are the plans of the audits of one fiscal year.
type auditYear struct {
	year        int // in which it begins
	plans       []*isms.Row
	draft       bool // a plan is not approved yet
	subjects    auditSubjects
	departments []string // in the schedules, in the form of fold.Key
}

// auditYears returns the audits by the fiscal year of their first day.
func auditYears(s *isms.System, start time.Month) []*auditYear {
	var years []*auditYear
	byYear := map[int]*auditYear{}
	for r := range s.Rows(auditPlanForm, schema.RecordTable) {
		first, _ := auditDays(r)
		if first.IsZero() {
			continue
		}
		year := fiscalYear(first, start)
		y := byYear[year]
		if y == nil {
			y = &auditYear{year: year}
			byYear[year] = y
			years = append(years, y)
		}
		y.add(r)
	}
	return years
}

func (y *auditYear) add(r *isms.Row) {
	y.plans = append(y.plans, r)
	y.draft = y.draft || unapproved(r.Table.File)
	y.subjects.add(r.Written("scope").Text)
	sisterRows(r.Table, auditSchedule, func(item *isms.Row) {
		y.subjects.addColumn(item.Written("subjects").Text)
		department := item.Written("department").Text
		var named auditSubjects
		named.add(department)
		if named.allDepartment {
			department = everyDepartment
		}
		y.departments = append(y.departments, department)
	})
}

// auditDays returns the first and the last day of an audit by the schedule of
// its plan, else by its period.
func auditDays(r *isms.Row) (first, last date.Date) {
	text := ""
	sisterRows(r.Table, auditSchedule, func(item *isms.Row) { text += item.Written("date").Text + "\n" })
	if first, last = daysIn(text); first.IsZero() {
		first, last = daysIn(r.Written("dates").Text)
	}
	return first, last
}

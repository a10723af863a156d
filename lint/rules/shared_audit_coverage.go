package rules

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/standard"
)

// everyDepartment stands in a schedule for all departments.
const everyDepartment = "*"

// checkAuditYear reports what the audits of a year leave out, in the plan of
// the last of them.
func checkAuditYear(p *lint.Pass, s *isms.System, y *auditYear) {
	last := y.plans[len(y.plans)-1]
	for _, r := range y.plans {
		if d, _ := auditDays(r); !unapproved(r.Table.File) {
			if end, _ := auditDays(last); unapproved(last.Table.File) || d.After(end) {
				last = r
			}
		}
	}
	end := date.Date{Year: y.year + 1, Month: p.Config.Periods.Year, Day: 1}.AddDays(-1)
	over := end.Before(s.AsOf())
	if unapproved(last.Table.File) || y.draft && !over {
		return // the plans are not complete
	}
	edition := auditEdition(p, last)
	missing := y.missingDepartments(p, end)
	missing = append(missing, y.missingClauses(p, edition)...)
	missing = append(missing, y.missingControls(s, edition)...)
	if len(missing) == 0 {
		return
	}
	report := reportForm
	if !over {
		report = warnForm
	}
	report(p, last, last.Written("scope"), "", message.Textf(
		"%[1]d年度の内部監査の範囲から、%[2]sが抜けています。1年で全ての部門、箇条4〜10及び適用する管理策を監査するように計画してください",
		"the internal audits of fiscal year %[1]d leave out %[2]s, expected all departments, clauses 4 to 10 and all applicable controls within a year",
		y.year, fewOf(missing)))
}

// fewOf lists the first names of a list and how many more there are.
func fewOf(names []string) message.Text {
	const most = 6
	if len(names) <= most {
		return listed(names)
	}
	return message.Textf("%[1]sほか%[2]d件", "%[1]s and %[2]d more", listed(names[:most]), len(names)-most)
}

// missingDepartments returns the departments of the people of the day that no
// schedule names.
func (y *auditYear) missingDepartments(p *lint.Pass, day date.Date) []string {
	if len(y.departments) == 0 || slices.Contains(y.departments, everyDepartment) {
		return nil
	}
	var missing []string
	for _, person := range p.People.All() {
		key := fold.Key(person.Department)
		if key == "" || slices.Contains(missing, person.Department) || !person.Left.IsZero() && person.Left.Before(day) {
			continue
		}
		if !slices.ContainsFunc(y.departments, func(d string) bool {
			named := fold.Key(d)
			return named != "" && (strings.Contains(named, key) || strings.Contains(key, named))
		}) {
			missing = append(missing, person.Department)
		}
	}
	return missing
}

// missingClauses returns the clauses of two numbers that the plans leave out,
// or their chapter when they leave out all of it.
func (y *auditYear) missingClauses(p *lint.Pass, edition standard.Edition) []string {
	if y.subjects.allClauses || len(y.subjects.clauses) == 0 {
		return nil
	}
	var missing []string
	for _, c := range p.Standard.Clauses(edition) {
		number := subjectOf(c.Number)
		if len(number) > 2 || len(number) == 2 && slices.Contains(missing, c.Number[:strings.IndexByte(c.Number, '.')]) {
			continue
		}
		if !coversSubject(y.subjects.clauses, number) {
			missing = append(missing, c.Number)
		}
	}
	return missing
}

// missingControls returns the applicable controls that the plans leave out.
func (y *auditYear) missingControls(s *isms.System, edition standard.Edition) []string {
	st := s.Statement()
	if st == nil || y.subjects.allControls || len(y.subjects.controls) == 0 || judgedStatement(st.File) == nil || st.Edition != edition {
		return nil
	}
	first, _ := auditDays(y.plans[0])
	if revised := latestRevision(st.File); revised.After(first) {
		return nil // what applied on the days of the audits cannot be told
	}
	var missing []string
	for i := range st.Rows {
		r := &st.Rows[i]
		if r.Applicable == isms.Applicable && r.Control != nil && !coversSubject(y.subjects.controls, subjectOf(r.ID)) {
			missing = append(missing, r.ID)
		}
	}
	return missing
}

// latestRevision returns the day of the current revision of a document.
func latestRevision(f *isms.File) date.Date {
	if f.Meta.Revised.Valid() {
		return f.Meta.Revised.Date
	}
	return f.Meta.Established.Date
}

// auditEdition returns the edition that an audit was held against: the one that
// its criteria name, else the organisation's.
func auditEdition(p *lint.Pass, plan *isms.Row) standard.Edition {
	return editionIn(plan.Written("criteria").Text, standard.Edition(p.Config.Standard.Edition))
}

// editionIn returns the edition that a text names by the year of the standard,
// or the given one.
func editionIn(text string, otherwise standard.Edition) standard.Edition {
	text = fold.Key(text)
	for _, e := range slices.Backward(standard.Editions()) {
		if strings.Contains(text, fold.Key(e.JIS())) || strings.Contains(text, fold.Key(e.ISO())) {
			return e
		}
	}
	return otherwise
}

package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
)

// objectivesTable is the name of the table of targets of the objectives form.
const objectivesTable = "objectives"

// eachObjective calls check for the targets that are more than drafts and were
// not given up.
func eachObjective(s *isms.System, check func(r *isms.Row)) {
	for r := range s.Rows(objectiveForm, objectivesTable) {
		if !unapproved(r.Table.File) && !isBroken(r) && r.Value("status").Text != "cancelled" {
			check(r)
		}
	}
}

// objectiveStart returns the day since which a target has been in force, as far
// as the row tells: the day of its last update or communication, the first
// month after the fiscal year began, or a year before it is due.
func objectiveStart(p *lint.Pass, r *isms.Row) date.Date {
	if d := r.Day("updated"); d.Valid() {
		return d.Date
	}
	var told date.Date
	date.Scan(r.Written("communicated").Text, func(_, _ int, _ date.Format, d date.Date) bool {
		told = d
		return false
	})
	if !told.IsZero() {
		return told
	}
	if year := r.Int("year"); year.Valid {
		return date.Date{Year: year.Int, Month: p.Config.Periods.Year, Day: 1}.AddMonths(1)
	}
	if due := r.Day("due"); due.Valid() {
		return due.Date.AddMonths(-12)
	}
	return date.Date{}
}

// hasFigure reports whether a target can be measured as it is written: it has a
// number, or speaks of all or none.
func hasFigure(text string) bool {
	key := fold.Key(text)
	for i := range len(key) {
		if key[i] >= '0' && key[i] <= '9' {
			return true
		}
	}
	return containsOneOf(key, "全て", "すべて", "全員", "全社", "全従業員", "全件", "全数", "全部門", "全項目", "皆無", "ゼロ", "無事故", "半減", "倍", "割", "一件も", "件もない",
		"all", "every", "zero", "none", "noincident", "half", "twice", "double", "quarter")
}

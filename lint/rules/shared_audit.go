package rules

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/schema"
)

const (
	auditPlanForm  = "ISMS-B-20"
	auditorForm    = "ISMS-B-21"
	checklistForm  = "ISMS-B-22"
	auditReport    = "ISMS-B-23"
	auditSchedule  = "schedule"
	checklistItems = "items"
)

// eachAuditRow calls check for the rows of a table of the audit's records that
// are more than drafts.
func eachAuditRow(s *isms.System, form, table string, check func(r *isms.Row)) {
	for r := range s.Rows(form, table) {
		if r.Table.File.Meta.Status != isms.Draft && !isBroken(r) {
			check(r)
		}
	}
}

// auditOf returns the id of the audit that a record is about, in the form of
// [fold.Key]: its field, or for a plan the id of the record.
func auditOf(f *isms.File) string {
	for _, t := range f.Tables {
		if t.Name == schema.RecordTable && t.Fields {
			if v := t.Rows[0].Written("audit"); !v.None() {
				return fold.Key(v.Text)
			}
		}
	}
	if f.Form != nil && f.Form.Number == auditPlanForm {
		return fold.Key(f.Meta.Record.Text)
	}
	return ""
}

// itemsByAudit returns the items of the checklists by the id of the audit.
func itemsByAudit(s *isms.System) map[string][]*isms.Row {
	items := map[string][]*isms.Row{}
	eachAuditRow(s, checklistForm, checklistItems, func(r *isms.Row) {
		if id := auditOf(r.Table.File); id != "" {
			items[id] = append(items[id], r)
		}
	})
	return items
}

// daysIn returns the first and the last day that a text names.
func daysIn(text string) (first, last date.Date) {
	date.Scan(text, func(_, _ int, _ date.Format, d date.Date) bool {
		if d.IsZero() {
			return true
		}
		if first.IsZero() || d.Before(first) {
			first = d
		}
		if d.After(last) {
			last = d
		}
		return true
	})
	return first, last
}

// signerKey identifies a person named in a cell; "" when the cell names none.
func signerKey(p *lint.Pass, v isms.Value) string {
	text := isms.WithoutRemark(v.Text)
	if person := p.People.Signed(text); person != nil {
		return "person " + person.ID
	}
	return fold.Key(text)
}

// auditorsByPerson returns the register of auditors by person; ok is false
// when there is no register.
func auditorsByPerson(p *lint.Pass, s *isms.System) (auditors map[string]*isms.Row, ok bool) {
	auditors = map[string]*isms.Row{}
	for r := range s.Rows(auditorForm, "auditors") {
		if key := signerKey(p, r.Written("person")); key != "" && !isBroken(r) {
			auditors[key] = r
		}
	}
	return auditors, len(auditors) > 0
}

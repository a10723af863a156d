package rules

import (
	"slices"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/schema"
)

// holdingsOf returns the intervals of a role in the order of their first days.
func holdingsOf(o *isms.Organization, role isms.Role) []config.Holding {
	var held []config.Holding
	for _, h := range o.People.Holdings() {
		if isms.Role(h.Role) == role {
			held = append(held, h)
		}
	}
	slices.SortStableFunc(held, func(a, b config.Holding) int { return a.From.Compare(b.From) })
	return held
}

// needed reports whether the organisation's catalogue gives the role a task.
// A catalogue of the organisation's own may do without a secretariat, say.
func needed(o *isms.Organization, role isms.Role) bool {
	if !o.Config.Documents.ReplaceCatalogue || role == isms.President || role == isms.Manager || role == isms.ChiefAuditor {
		return true
	}
	return slices.ContainsFunc(o.Catalogue.Entries, func(e *isms.Entry) bool { return e.Drafter == role || e.Approver == role })
}

// vacantOn reports whether nobody held a role on a day in a way that
// role/vacant reports, or someone of whom role/unknown says that there is no
// such person: then it is not said again of every act of that day.
func vacantOn(o *isms.Organization, role isms.Role, day date.Date) bool {
	holders := o.People.Holders(role, day)
	for _, id := range holders {
		if person := o.People.Find(id); person == nil || person.ID != id {
			return true
		}
	}
	info, ok := o.Roles.Info(role)
	if !ok || !info.Required || !needed(o, role) || len(holders) > 0 {
		return false
	}
	held := holdingsOf(o, role)
	return len(held) == 0 || held[0].From.Before(day)
}

// mistyped reports whether an appointment to a role that does not exist must
// be meant for the given one, so that role/unknown alone reports it.
func mistyped(o *isms.Organization, role isms.Role) bool {
	return slices.ContainsFunc(o.People.Holdings(), func(h config.Holding) bool {
		_, known := o.Roles.Info(isms.Role(h.Role))
		return !known && schema.Nearest(h.Role, []string{string(role)}) != ""
	})
}

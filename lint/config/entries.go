package config

import (
	"maps"
	"slices"
	"strconv"
)

// field is one value of an entry of a list.
type field struct {
	key   string
	value any
}

// entry adds the fields of one entry that the file sets.
func (s *settings) entry(at []string, fields ...field) {
	for _, f := range fields {
		s.given(f.value, append(slices.Clone(at), f.key)...)
	}
}

func (s *settings) documents() {
	d := &s.config.Documents
	s.add(d.Include, "documents", "include")
	s.add(d.Exclude, "documents", "exclude")
	s.add(d.InitialRevision, "documents", "initial_revision")
	s.given(d.NumberPattern, "documents", "number_pattern")
	s.add(d.ReplaceCatalogue, "documents", "replace")
	for i, e := range d.Catalogue {
		s.entry([]string{"documents", "catalogue", strconv.Itoa(i)},
			field{"number", e.Number}, field{"title", e.Title}, field{"title_en", e.TitleEN},
			field{"aliases", e.Aliases}, field{"drafter", e.Drafter}, field{"approver", e.Approver},
			field{"kind", e.Kind}, field{"records", e.Records}, field{"optional", e.Optional})
	}
	for i, e := range d.External {
		s.entry([]string{"documents", "external", strconv.Itoa(i)},
			field{"title", e.Title}, field{"issuer", e.Issuer}, field{"edition", e.Edition},
			field{"aliases", e.Aliases}, field{"date", e.Date})
	}
}

// people adds all that concerns people, roles and words.
func (s *settings) people() {
	c := s.config
	for i, p := range c.People {
		s.entry([]string{"people", strconv.Itoa(i)},
			field{"id", p.ID}, field{"name", p.Name}, field{"aliases", p.Aliases}, field{"emails", p.Emails},
			field{"keys", keyTexts(p.Keys)}, field{"department", p.Department}, field{"left", p.Left})
	}
	for i, h := range c.Roles {
		s.entry([]string{"roles", strconv.Itoa(i)},
			field{"role", h.Role}, field{"person", h.Person}, field{"from", h.From}, field{"until", h.Until},
			field{"appointed_by", h.AppointedBy}, field{"appointed_on", h.AppointedOn}, field{"record", h.Record})
	}
	for _, role := range slices.Sorted(maps.Keys(c.RoleNames)) {
		s.add(c.RoleNames[role], "role_names", role)
	}
	for i, t := range c.Terms {
		s.entry([]string{"terms", strconv.Itoa(i)}, field{"use", t.Use}, field{"instead_of", t.InsteadOf})
	}
	for i, m := range c.Clauses {
		var documents []string
		for _, d := range m.Documents {
			documents = append(documents, d.Name)
		}
		s.entry([]string{"clauses", strconv.Itoa(i)}, field{"clause", m.Clause}, field{"documents", documents})
	}
}

package isms

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
)

// People are the persons of the configuration and the roles that they hold.
type People struct {
	persons  []config.Person
	holdings []config.Holding
	byName   map[string]*config.Person
	byEmail  map[string]*config.Person
}

func newPeople(c *config.Config) *People {
	p := &People{persons: c.People, holdings: c.Roles, byName: map[string]*config.Person{}, byEmail: map[string]*config.Person{}}
	for i := range p.persons {
		person := &p.persons[i]
		for _, address := range person.Emails {
			p.byEmail[emailKey(address)] = person
		}
		for _, n := range append([]string{person.ID, person.Name}, person.Aliases...) {
			if key := fold.Key(n); key != "" && p.byName[key] == nil {
				p.byName[key] = person
			}
		}
	}
	return p
}

// emailKey compares addresses as forges do, without regard to case.
func emailKey(address string) string { return strings.ToLower(strings.TrimSpace(address)) }

// All returns the persons in the order of the configuration.
func (p *People) All() []config.Person { return p.persons }

// Holdings returns the intervals for which roles are held, in the order of the
// configuration.
func (p *People) Holdings() []config.Holding { return p.holdings }

// Declared reports whether the configuration names any person at all. Where it
// names none, nothing can be said about who holds which role.
func (p *People) Declared() bool { return len(p.persons) > 0 }

// Find resolves an id, a name or an alias as written in a document, blanks and
// widths aside; nil when nobody is called so.
func (p *People) Find(name string) *config.Person { return p.byName[fold.Key(name)] }

// Signed resolves the person who stands in a cell for a signature: a name as
// [People.Find] knows it, a text that contains one person's full name (社長
// 佐藤 花子), or a family name that only one person has. It returns nil when
// nobody, or more than one person, can be meant.
func (p *People) Signed(text string) *config.Person {
	if person := p.Find(text); person != nil {
		return person
	}
	key := fold.Key(text)
	if key == "" {
		return nil
	}
	if person := p.only(func(c *config.Person) bool { return containsName(key, c) }); person != nil {
		return person
	}
	family := strings.TrimSuffix(key, "印")
	return p.only(func(c *config.Person) bool {
		return isFamilyName(family, c.Name) || slices.ContainsFunc(c.Aliases, func(a string) bool { return isFamilyName(family, a) })
	})
}

// containsName reports whether the key of a text contains the name of the
// person or a full name among the aliases.
func containsName(key string, c *config.Person) bool {
	return strings.Contains(key, fold.Key(c.Name)) || slices.ContainsFunc(c.Aliases, func(alias string) bool {
		return len(strings.Fields(alias)) > 1 && strings.Contains(key, fold.Key(alias))
	})
}

// isFamilyName reports whether key is the family name in a full name: the
// first word, or the last one of a name in Latin letters, with or without the
// initial of the given name.
func isFamilyName(key, name string) bool {
	words := strings.Fields(name)
	if len(words) < 2 {
		return false
	}
	first, last := fold.Key(words[0]), fold.Key(words[len(words)-1])
	if key == first {
		return true
	}
	return last != "" && last[0] < utf8.RuneSelf && (key == last || key == first[:1]+"."+last || key == first[:1]+last)
}

// only returns the one person of whom match is true, or nil.
func (p *People) only(match func(*config.Person) bool) *config.Person {
	var found *config.Person
	for i := range p.persons {
		if match(&p.persons[i]) {
			if found != nil {
				return nil
			}
			found = &p.persons[i]
		}
	}
	return found
}

// Same reports whether two names as written mean the same person.
func (p *People) Same(a, b string) bool {
	pa, pb := p.Find(a), p.Find(b)
	if pa == nil || pb == nil {
		return fold.Equal(a, b)
	}
	return pa == pb
}

// Holds reports whether the person with the given id holds the role on the
// day. Bounds are inclusive.
func (p *People) Holds(id string, role Role, day date.Date) bool {
	return slices.ContainsFunc(p.holdings, func(h config.Holding) bool {
		return h.Person == id && Role(h.Role) == role && Covers(h, day)
	})
}

// Holders returns the ids of the persons who hold the role on the day, in the
// order of the configuration, each once.
func (p *People) Holders(role Role, day date.Date) []string {
	var ids []string
	for _, h := range p.holdings {
		if Role(h.Role) == role && Covers(h, day) && !slices.Contains(ids, h.Person) {
			ids = append(ids, h.Person)
		}
	}
	return ids
}

// RolesOf returns the roles that the person with the given id holds on the day.
func (p *People) RolesOf(id string, day date.Date) []Role {
	var roles []Role
	for _, h := range p.holdings {
		if h.Person == id && Covers(h, day) && !slices.Contains(roles, Role(h.Role)) {
			roles = append(roles, Role(h.Role))
		}
	}
	return roles
}

// Covers reports whether the interval of a holding contains the day.
func Covers(h config.Holding, day date.Date) bool {
	return !day.Before(h.From) && (h.Until.IsZero() || !day.After(h.Until))
}

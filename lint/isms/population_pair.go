package isms

import (
	"strings"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
)

// identity is what tells the units of a form from each other.
type identity struct {
	// scope is the kind of unit: a record, or a row of a table of a register or
	// of a record. key is its number within that.
	scope, key string
	title      string
	day        date.Date
	log        bool // what it is about stays as it is
}

func identityOf(u *Unit) identity {
	id := identity{key: fold.Key(u.ID), title: fold.Key(u.Title), day: u.Day, log: true}
	if u.Row != nil {
		t := u.Row.Table
		id.scope, id.key, id.log = t.Form+"\x00"+t.Name+"\x00"+ownerOf(u), u.Row.Key(), t.Schema.Log
	}
	return id
}

// ownerOf returns the id of the record that a row belongs to. A row of a
// register may move to another file of it.
func ownerOf(u *Unit) string {
	if u.Row != nil && u.File.Kind == RecordFile {
		return u.File.ID()
	}
	return ""
}

// number is the number of the unit within its scope, "" when it has none.
func (id *identity) number() string {
	if id.key == "" {
		return ""
	}
	return id.scope + "\x00" + id.key
}

// version is the identity as a key of maps.
func (id *identity) version() string {
	return strings.Join([]string{id.scope, id.key, id.title, id.day.String()}, "\x00")
}

func identitiesOf(units []Unit) []identity {
	all := make([]identity, len(units))
	for i := range units {
		all[i] = identityOf(&units[i])
	}
	return all
}

// pairUnits finds what became of each unit of one state in the next: the index
// of what it is there, or -1.
func pairUnits(was, is []identity) []int {
	became := make([]int, len(was))
	taken := make([]bool, len(is))
	byVersion := make(map[string][]int, len(is))
	for j := range is {
		version := is[j].version()
		byVersion[version] = append(byVersion[version], j)
	}
	var open []int // what is not the same as it was
	for i := range was {
		version := was[i].version()
		same := byVersion[version]
		if len(same) == 0 {
			became[i] = -1
			open = append(open, i)
			continue
		}
		became[i], byVersion[version] = same[0], same[1:]
		taken[same[0]] = true
	}
	fresh := map[string][]int{} // by scope
	for j := range is {
		if !taken[j] {
			fresh[is[j].scope] = append(fresh[is[j].scope], j)
		}
	}
	for _, made := range []func(then, now *identity) bool{renumbered, edited, unnumbered} {
		for _, i := range open {
			if became[i] >= 0 {
				continue
			}
			for _, j := range fresh[was[i].scope] {
				if !taken[j] && made(&was[i], &is[j]) {
					became[i], taken[j] = j, true
					break
				}
			}
		}
	}
	return became
}

// renumbered reports whether two units are about the same although the numbers
// differ.
func renumbered(then, now *identity) bool {
	return now.title != "" && !now.day.IsZero() && now.title == then.title && now.day == then.day
}

// edited reports whether a unit may have been made from another with the same
// number. What took the number of a thing of another title and of another day
// is something else; but registers that are no logs say what is so now.
func edited(then, now *identity) bool {
	switch {
	case now.key == "" || now.key != then.key:
		return false
	case !now.log:
		return true
	}
	return now.title == then.title || now.day == then.day ||
		now.title == "" || then.title == "" || now.day.IsZero() || then.day.IsZero()
}

// unnumbered reports whether two units without a number are probably one.
func unnumbered(then, now *identity) bool {
	return now.key == "" && then.key == "" && (now.title == then.title || now.day == then.day && !now.day.IsZero())
}

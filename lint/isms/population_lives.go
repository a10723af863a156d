package isms

import (
	"cmp"
	"slices"

	"github.com/ismslint/ismslint/lint/date"
)

// GoneUnit is a record or row that the history held once.
type GoneUnit struct {
	// ID, Title and Day are those that it had last, Path the file it was in.
	ID, Title string
	Day       date.Date
	Path      string
	// Commit took it away, nil when that is not committed.
	Commit *Commit
	// Reused reports whether its number is now that of another one, Draft
	// whether what held it was no approved document or record then.
	Reused, Draft bool

	number string // by which others may go, "" for none
	record string // whose row it was, "" for a register
}

func goneUnit(u *Unit, id *identity) GoneUnit {
	status := u.File.Meta.Status
	return GoneUnit{
		ID: u.ID, Title: u.Title, Day: u.Day, Path: u.Path,
		Draft: status == Draft || status == Review, number: id.number(), record: ownerOf(u),
	}
}

// life is a unit through all its changes.
type life struct {
	partOf  *life // the one that it turned out to be the same as
	first   *Commit
	began   int // the step of first, 0 when no commit brought it
	ended   int // the last step that took it away
	gone    GoneUnit
	present bool
}

func (l *life) root() *life {
	for l.partOf != nil {
		l = l.partOf
	}
	return l
}

// join makes two lives one.
func (l *life) join(other *life) {
	if l == other {
		return
	}
	other.partOf = l
	if other.began > 0 && (l.began == 0 || other.began < l.began) {
		l.first, l.began = other.first, other.began
	}
	if other.ended > l.ended {
		l.gone, l.ended = other.gone, other.ended
	}
}

// lives follow the units of a form from state to state. Units of two states are
// the same when all that identifies them is, or when a step made one from the
// other.
type lives struct {
	all   []*life
	known map[string]*life // by version
	step  int
}

func newLives() *lives { return &lives{known: map[string]*life{}} }

// of returns the life of a unit.
func (ls *lives) of(u *Unit, id *identity) *life {
	version := id.version()
	l := ls.known[version]
	if l == nil {
		l = &life{gone: goneUnit(u, id)}
		ls.known[version] = l
		ls.all = append(ls.all, l)
	}
	return l.root()
}

// follow takes in a step. A commit of nil is what is not committed.
func (ls *lives) follow(c *Commit, before, after []Unit) {
	ls.step++
	was, is := identitiesOf(before), identitiesOf(after)
	became := pairUnits(was, is)
	kept := make([]bool, len(after))
	for i := range before {
		l := ls.of(&before[i], &was[i])
		if j := became[i]; j >= 0 {
			kept[j] = true
			l.join(ls.of(&after[j], &is[j]))
			continue
		}
		l.ended, l.gone = ls.step, goneUnit(&before[i], &was[i])
		l.gone.Commit = c
	}
	for j := range after {
		if l := ls.of(&after[j], &is[j]); !kept[j] && l.began == 0 && c != nil {
			l.first, l.began = c, ls.step
		}
	}
}

// settle says which units there are now, tells them the commits that brought
// them, and returns those that are there no more. The rows of a record that is
// gone itself are not among them.
func (ls *lives) settle(units []Unit) []GoneUnit {
	numbers, records := map[string]bool{}, map[string]bool{}
	for i := range units {
		id := identityOf(&units[i])
		l := ls.of(&units[i], &id)
		l.present, units[i].First = true, l.first
		numbers[id.number()] = true
		if units[i].Row == nil {
			records[units[i].ID] = true
		}
	}
	var gone []GoneUnit
	for _, l := range ls.all {
		if l.partOf != nil || l.present || l.gone.record != "" && !records[l.gone.record] {
			continue
		}
		l.gone.Reused = l.gone.number != "" && numbers[l.gone.number]
		gone = append(gone, l.gone)
	}
	slices.SortStableFunc(gone, func(a, b GoneUnit) int {
		return cmp.Or(cmp.Compare(a.ID, b.ID), a.Day.Compare(b.Day))
	})
	return gone
}

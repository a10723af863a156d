package history

import (
	"cmp"
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
)

// standing is what makes a finding of one state the same as one of the next. A
// deadline that makes an error of a warning makes another finding of it: the
// days before it were better ones.
type standing struct {
	fingerprint string
	severity    lint.Severity
}

func (f *Finding) standing() standing { return standing{f.Fingerprint, f.Severity} }

func sameFindings(a, b []Finding) bool {
	if len(a) != len(b) {
		return false
	}
	ids := make(map[standing]bool, len(a))
	for i := range a {
		ids[a[i].standing()] = true
	}
	return !slices.ContainsFunc(b, func(f Finding) bool { return !ids[f.standing()] })
}

// leave ends the entries that are not there any more.
func (b *timelineBuilder) leave(now map[standing]bool, day date.Date, commit string) leaving {
	left := leaving{}
	for id, e := range b.active {
		if now[id] {
			continue
		}
		e.Left, e.LeftIn = day, commit
		delete(b.active, id)
		if at := e.spot(); commit != "" && e.Place != "" {
			left[at] = append(left[at], e)
		}
	}
	for _, all := range left {
		slices.SortFunc(all, func(x, y *Entry) int {
			return cmp.Or(cmp.Compare(x.Line, y.Line), cmp.Compare(x.Fingerprint, y.Fingerprint))
		})
	}
	return left
}

// leaving are the entries that a commit ends, by what they are about, in the
// order of the file.
type leaving map[spot][]*Entry

// spot is where a finding is, whatever is written there.
type spot struct {
	rule, document, place string
	severity              lint.Severity
}

func (f *Finding) spot() spot { return spot{f.Rule, f.Document, f.Place, f.Severity} }

// take returns the entry that goes on as a finding that enters: the same rule
// finds fault with the same place, where other words stand now. It is nil when
// there is none.
func (l leaving) take(f *Finding) *Entry {
	at := f.spot()
	all := l[at]
	if len(all) == 0 {
		return nil
	}
	l[at] = all[1:]
	return all[0]
}

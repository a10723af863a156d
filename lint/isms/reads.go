package isms

import (
	"slices"

	"github.com/ismslint/ismslint/lint/date"
)

// Reads notes what of a system was asked for, so that a result can be kept
// while none of it changes. It is for one goroutine.
type Reads struct {
	// Day reports whether the day of judgement was.
	Day bool
	// From and To bound the days of judgement, To not being one of them, on
	// which comparisons with it end alike; zero is no bound.
	From, To date.Date

	// keys are the parts of the system that were asked for; see
	// [System.Continue]. among has the same where they are many.
	keys  []string
	among map[string]bool
}

// fewKeys is the number of keys up to which a list is faster than a map.
const fewKeys = 12

// Keys returns the keys of the parts of the system that were asked for, each
// once. The caller must not change the list.
func (r *Reads) Keys() []string { return r.keys }

// Has reports whether a part of the system was asked for.
func (r *Reads) Has(key string) bool {
	if r.among != nil {
		return r.among[key]
	}
	return slices.Contains(r.keys, key)
}

// The keys of parts of a system that are not those of a form or an index.
const (
	ReadAll       = "*"         // any file
	ReadPaths     = "paths"     // which files there are
	ReadApprovals = "approvals" // any statement of approval
	ReadPast      = "past"      // the history
)

// readForm is the prefix of the key of the records and tables of a form,
// readApprovalsOf that of the key of the statements about a number, readAny that of the key of whether an index has any file with a key, and
// readKeys that of which keys it has.
const (
	readForm        = "form:"
	readApprovalsOf = "approvals:"
	readAny         = "any "
	readKeys        = "keys "

	readSettled = "settled "
)

// HoldsOn reports whether the result is the same on another day, where what
// was found was found on the day then.
func (r *Reads) HoldsOn(day, then date.Date) bool {
	if day == then {
		return true
	}
	return !r.Day && !(!r.From.IsZero() && day.Before(r.From)) && !(!r.To.IsZero() && !day.Before(r.To))
}

// Dated reports whether the result may be another one on another day.
func (r *Reads) Dated() bool { return r.Day || !r.From.IsZero() || !r.To.IsZero() }

// add notes all that other notes.
func (r *Reads) add(other *Reads) {
	r.Day = r.Day || other.Day
	if !other.From.IsZero() {
		r.notBefore(other.From)
	}
	if !other.To.IsZero() {
		r.before(other.To)
	}
	for _, key := range other.keys {
		r.key(key)
	}
}

func (r *Reads) notBefore(day date.Date) {
	if r.From.IsZero() || r.From.Before(day) {
		r.From = day
	}
}

func (r *Reads) before(day date.Date) {
	if r.To.IsZero() || day.Before(r.To) {
		r.To = day
	}
}

func (r *Reads) key(key string) {
	if r.Has(key) {
		return
	}
	r.keys = append(r.keys, key)
	if r.among == nil && len(r.keys) > fewKeys {
		r.among = map[string]bool{}
		for _, k := range r.keys {
			r.among[k] = true
		}
	}
	if r.among != nil {
		r.among[key] = true
	}
}

// Noting returns the same system, which notes in r what is asked of it.
func (s *System) Noting(r *Reads) *System {
	noting := *s
	noting.reads = r
	return &noting
}

// note notes that a part of the system was asked for, by the prefix and the
// rest of its key.
func (s *System) note(prefix, rest string) {
	r := s.reads
	if r == nil || ofFiles(prefix) && r.Has(ReadAll) {
		return
	}
	r.key(prefix + rest)
}

// ofFiles reports whether a part of the system is made of its files alone.
func ofFiles(prefix string) bool {
	switch prefix {
	case ReadPaths, ReadApprovals, readApprovalsOf, ReadPast:
		return false
	}
	return true
}

// touches calls visit with the keys of all parts of a system that a file is
// read with, but for those of indexes.
func (f *File) touches(visit func(key string)) {
	visit(ReadAll)
	visit(readForm + f.Meta.Form.Text)
	for _, t := range f.Tables {
		visit(readForm + t.Form)
	}
}

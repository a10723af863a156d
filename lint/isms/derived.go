package isms

import (
	"reflect"
	"slices"
	"sync"
)

// derivedValue is a value with what it was computed from.
type derivedValue struct {
	once  sync.Once
	value any
	reads Reads
}

// Derived returns a value that compute makes of the system which it is given,
// and of nothing else but the configuration. It is computed once for all rules
// that ask for it; a session keeps it while what it was made of is unchanged.
// key tells the values apart; it is a value of a type of its own. Nobody may
// change the value.
func Derived[T any](s *System, key any, compute func(*System) T) T {
	v, ok := s.shared.derived.Load(key)
	if !ok {
		v, _ = s.shared.derived.LoadOrStore(key, &derivedValue{})
	}
	d := v.(*derivedValue)
	d.once.Do(func() {
		if s.shared.kept {
			d.value = compute(s.Noting(&d.reads))
		} else {
			d.value = compute(s)
		}
	})
	if s.reads != nil {
		s.reads.add(&d.reads)
	}
	return d.value.(T)
}

// Settled is [Derived] for a value that is often the same though what it is made
// of is not: a session makes it anew and lets what was found with it hold if it
// is the same as before, field by field. name tells the values apart. compute
// must not ask for another settled value.
func Settled[T any](s *System, name string, compute func(*System) T) T {
	s.note(readSettled, name)
	quiet := *s
	quiet.reads = nil
	s.shared.settled.Store(name, func(s *System) any { return compute(s) })
	return Derived(&quiet, settledKey(name), compute)
}

type settledKey string

// Settle makes those settled values anew that no longer hold and adds the keys
// of those that have changed.
func (s *System) Settle(holds func(*Reads) bool, keys map[string]bool) {
	s.shared.settled.Range(func(k, compute any) bool {
		key := settledKey(k.(string))
		v, ok := s.shared.derived.Load(key)
		if !ok {
			keys[readSettled+string(key)] = true
			return true
		}
		old := v.(*derivedValue)
		if holds(&old.reads) {
			return true
		}
		fresh := &derivedValue{}
		fresh.once.Do(func() { fresh.value = compute.(func(*System) any)(s.Noting(&fresh.reads)) })
		if !reflect.DeepEqual(old.value, fresh.value) {
			keys[readSettled+string(key)] = true
		}
		s.shared.derived.Store(key, fresh)
		return true
	})
}

// Begin makes what the system joins outlive its state.
func (s *System) Begin() { s.shared.kept = true }

// Continue takes over what the system of another state joined, which must not
// be used any more. added and removed are the files in which the states
// differ. The keys of all parts that differ are added to those given, which
// have ReadPaths where the paths differ.
func (s *System) Continue(last *System, added, removed []*File, keys map[string]bool) {
	s.shared = last.shared
	touch := func(key string) { keys[key] = true }
	for _, f := range slices.Concat(added, removed) {
		f.touches(touch)
	}
	s.shared.update(added, removed, touch)
	if s.statements != last.statements {
		s.statements.touches(last.statements, touch)
	}
	if !keys[ReadPaths] {
		s.paths = last.paths
	}
}

// Forget drops the joined values that no longer hold.
func (s *System) Forget(holds func(*Reads) bool) {
	s.shared.derived.Range(func(k, v any) bool {
		if _, settled := k.(settledKey); !settled && !holds(&v.(*derivedValue).reads) {
			s.shared.derived.Delete(k)
		}
		return true
	})
}

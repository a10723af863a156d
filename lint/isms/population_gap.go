package isms

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/fold"
)

// serial is an id that ends in a number.
type serial struct {
	series, id, prefix string
	n, width           int
}

// serialIn reads the id of a unit. Several columns that make up a key together,
// and days, are no series.
func serialIn(u *Unit) (serial, bool) {
	id, series := fold.Text(u.ID), ""
	if u.Row != nil {
		if series = u.Row.Table.Name; len(u.Row.Table.Schema.Key) > 1 {
			return serial{}, false
		}
	}
	if _, _, isDay := date.Parse(id); isDay {
		return serial{}, false
	}
	i := len(id)
	for i > 0 && id[i-1] >= '0' && id[i-1] <= '9' {
		i--
	}
	n, err := strconv.Atoi(id[i:])
	return serial{series: series, id: id, prefix: id[:i], n: n, width: len(id) - i}, err == nil && i > 0
}

func (s serial) with(n int) string { return fmt.Sprintf("%s%0*d", s.prefix, s.width, n) }

// gapsIn returns the numbers that are missing between the ids of the units,
// where one of the two next to them is listed, and whether there are numbers.
func gapsIn(all []Unit, listed map[string]bool) (gaps []Gap, numbered bool) {
	var ids []serial
	for i := range all {
		if s, ok := serialIn(&all[i]); ok {
			ids = append(ids, s)
		}
	}
	slices.SortFunc(ids, func(a, b serial) int {
		return cmp.Or(cmp.Compare(a.series, b.series), cmp.Compare(a.prefix, b.prefix), cmp.Compare(a.n, b.n))
	})
	near := map[string]bool{}
	for id := range listed {
		near[fold.Text(id)] = true
	}
	for i := 1; i < len(ids); i++ {
		before, after := ids[i-1], ids[i]
		if before.series == after.series && before.prefix == after.prefix && after.n > before.n+1 && (near[before.id] || near[after.id]) {
			gaps = append(gaps, Gap{after.with(before.n + 1), after.with(after.n - 1)})
		}
	}
	return gaps, len(ids) > 0
}

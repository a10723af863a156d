package schema

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// finish returns the violations in order and without those that follow from
// others: a key that is missing because its name is misspelt, and a second
// defect of one value.
func (c *collector) finish() []Violation {
	vs := slices.DeleteFunc(c.violations, c.follows)
	slices.SortStableFunc(vs, func(a, b Violation) int {
		return slices.CompareFunc(c.order(a), c.order(b), func(x, y rank) int {
			return cmp.Or(cmp.Compare(x.index, y.index), strings.Compare(x.key, y.key))
		})
	})
	return slices.CompactFunc(vs, func(a, b Violation) bool {
		return a.Property == b.Property && slices.Equal(a.Path, b.Path)
	})
}

func (c *collector) follows(v Violation) bool {
	if v.Kind != Required {
		return false
	}
	n, _ := c.at(v.Path)
	return slices.ContainsFunc(c.violations, func(o Violation) bool {
		if o.Kind != UnknownKey || o.Nearest == "" || !slices.Equal(o.Path, v.Path) {
			return false
		}
		return o.Nearest == v.Property || slices.Contains(n.child(v.Property).Labels, o.Nearest)
	})
}

// rank is the place of a key or item among its siblings.
type rank struct {
	index int
	key   string
}

func (c *collector) order(v Violation) []rank {
	path := v.Path
	if v.Property != "" {
		path = append(slices.Clone(path), v.Property)
	}
	out := make([]rank, 0, len(path))
	n := c.root
	for _, p := range path {
		r := rank{key: p, index: -1}
		if n != nil {
			r.index = n.property(p)
		}
		if i, err := strconv.Atoi(p); r.index < 0 && err == nil && n != nil && n.Items != nil {
			r = rank{index: i}
		} else if r.index < 0 && n != nil {
			r.index = len(n.Properties) // unknown keys after the known ones
		}
		out = append(out, r)
		n = n.child(p)
	}
	return out
}

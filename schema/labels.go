package schema

import (
	"slices"
	"strconv"

	"github.com/ismslint/ismslint/lint/fold"
)

// labels resolves other names of top-level properties and of the values of
// their enumerations. Names are compared by [fold.Key].
type labels struct {
	keys   map[string]string            // other name of a property → its name
	values map[string]map[string]string // property → other name of a value → value
}

func newLabels(root *node) labels {
	l := labels{keys: map[string]string{}, values: map[string]map[string]string{}}
	for _, p := range root.Properties {
		for _, label := range p.node.Labels {
			l.keys[fold.Key(label)] = p.name
		}
		if len(p.node.EnumLabels) == 0 {
			continue
		}
		values := map[string]string{}
		for value, names := range p.node.EnumLabels {
			for _, name := range names {
				values[fold.Key(name)] = value
			}
		}
		l.values[p.name] = values
	}
	return l
}

// Canonical returns the name of the top-level property that key names: the
// name itself, exactly as in the schema, or one of its labels, width, case and
// blanks aside.
func (s *Schema) Canonical(key string) (string, bool) {
	if s.root.property(key) >= 0 {
		return key, true
	}
	name, ok := s.labels.keys[fold.Key(key)]
	return name, ok
}

// CanonicalValue returns the value of the enumeration of a top-level property
// that value names: the value itself, exactly as in the schema, or one of its
// labels, width, case and blanks aside. It returns false for a property that is
// no enumeration.
func (s *Schema) CanonicalValue(property, value string) (string, bool) {
	n := s.root.child(property)
	if n == nil || len(n.Enum) == 0 {
		return "", false
	}
	if slices.Contains(n.values(), value) {
		return value, true
	}
	names := s.labels.values[property]
	if len(names) == 0 {
		return "", false
	}
	v, ok := names[fold.Key(value)]
	return v, ok
}

// values returns the values of an enumeration as texts, each once.
func (n *node) values() []string {
	var out []string
	for _, v := range n.Enum {
		text := scalar(v)
		if !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// scalar returns a scalar of JSON as the text that stands in a file.
func scalar(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case bool:
		return strconv.FormatBool(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return ""
}

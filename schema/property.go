package schema

import (
	"slices"

	"github.com/ismslint/ismslint/lint/message"
)

// Property is what a schema says about one property, for documentation and
// completion.
type Property struct {
	Name               string
	Title, Description message.Text
	// Labels are other names of the property that files may use.
	Labels []string
	// Types are JSON types: string, integer, number, boolean, array, object, null.
	Types []string
	// Format is date, or "".
	Format string
	// Values are the values of an enumeration.
	Values   []Value
	Required bool
	// Default is the value that applies when the property is absent, or nil.
	Default  any
	Examples []any
}

// Value is one value of an enumeration.
type Value struct {
	Value  string
	Labels []string // other names that files may use
}

// Property returns the property at a path of keys below the root. Lists have
// no element in the path: the name of a person is at "people", "name".
func (s *Schema) Property(path ...string) (Property, bool) {
	if len(path) == 0 {
		return Property{}, false
	}
	parent, name := s.object(path[:len(path)-1]), path[len(path)-1]
	if parent == nil {
		return Property{}, false
	}
	i := parent.property(name)
	if i < 0 {
		return Property{}, false
	}
	return newProperty(parent, parent.Properties[i]), true
}

// Properties returns the properties of the object at a path, as for
// [Schema.Property], in the order of the schema.
func (s *Schema) Properties(path ...string) []Property {
	n := s.object(path)
	if n == nil {
		return nil
	}
	out := make([]Property, len(n.Properties))
	for i, p := range n.Properties {
		out[i] = newProperty(n, p)
	}
	return out
}

// object returns the object at a path; a list stands for its items.
func (s *Schema) object(path []string) *node {
	n := s.root
	for _, key := range path {
		if n = n.child(key); n == nil {
			return nil
		}
		if n.Items != nil {
			n = n.Items
		}
	}
	return n
}

func newProperty(parent *node, p property) Property {
	out := Property{
		Name:        p.name,
		Title:       message.Text{JA: p.node.TitleJA, EN: p.node.Title},
		Description: message.Text{JA: p.node.DescriptionJA, EN: p.node.Description},
		Labels:      p.node.Labels,
		Types:       p.node.Type,
		Format:      p.node.Format,
		Required:    slices.Contains(parent.Required, p.name),
		Default:     p.node.Default,
		Examples:    p.node.Examples,
	}
	for _, v := range p.node.values() {
		out.Values = append(out.Values, Value{Value: v, Labels: p.node.EnumLabels[v]})
	}
	return out
}

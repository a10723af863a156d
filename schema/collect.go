package schema

import (
	"net/url"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/ismslint/ismslint/lint/fold"
)

// collector turns the tree of errors that the validator gives into violations.
type collector struct {
	root       *node
	labels     labels
	value      any
	violations []Violation
}

// collect adds the causes that have no further cause. The validator's own
// texts are not used; what they say is found again from schema and value.
func (c *collector) collect(e *jsonschema.ValidationError) {
	for _, cause := range e.Causes {
		c.collect(cause)
	}
	if len(e.Causes) > 0 {
		return
	}
	path := pointer(e.InstanceLocation)
	rest, keyword := cutLast(e.AbsoluteKeywordLocation)
	if _, parent := cutLast(rest); parent == "propertyNames" {
		c.keyName(path)
		return
	}
	n, value := c.at(path)
	switch keyword {
	case "required":
		c.required(path, n, value)
	case "additionalProperties":
		c.unknown(path, n, value)
	case "uniqueItems":
		c.repeated(path, n, value)
	default:
		c.add(newViolation(kindOf(keyword), c.root, path, value))
	}
}

func (c *collector) add(v Violation) { c.violations = append(c.violations, v) }

// at returns schema and value at a path.
func (c *collector) at(path []string) (*node, any) {
	value := c.value
	for _, p := range path {
		switch v := value.(type) {
		case map[string]any:
			value = v[p]
		case []any:
			i, err := strconv.Atoi(p)
			if err != nil || i < 0 || i >= len(v) {
				return c.root.at(path), nil
			}
			value = v[i]
		}
	}
	return c.root.at(path), value
}

func kindOf(keyword string) Kind {
	switch keyword {
	case "type":
		return Type
	case "enum":
		return Enum
	case "const":
		return Const
	case "format":
		return Format
	case "pattern":
		return Pattern
	case "minimum":
		return Range
	case "minLength", "maxLength", "minItems", "minProperties", "maxProperties":
		return Length
	}
	return Unusable
}

func (c *collector) required(path []string, n *node, value any) {
	m, _ := value.(map[string]any)
	for _, name := range n.Required {
		if _, ok := m[name]; !ok {
			c.add(missing(path, n, name))
		}
	}
}

func (c *collector) unknown(path []string, n *node, value any) {
	m, _ := value.(map[string]any)
	for key := range m {
		if n.knows(key) {
			continue
		}
		name, isLabel := c.labels.keys[fold.Key(key)]
		if _, given := m[name]; isLabel && given && len(path) == 0 {
			c.add(secondName(n, key, name))
		} else {
			c.add(unknownKey(path, n, key))
		}
	}
}

func (c *collector) keyName(path []string) {
	last := len(path) - 1
	n, _ := c.at(path[:last])
	c.add(badKey(path[:last], n.PropertyNames, path[last]))
}

// repeated reports the items that stand in the list before.
func (c *collector) repeated(path []string, n *node, value any) {
	items, _ := value.([]any)
	for i, item := range items {
		if slices.ContainsFunc(items[:i], func(other any) bool { return reflect.DeepEqual(other, item) }) {
			c.add(duplicate(append(slices.Clone(path), strconv.Itoa(i)), item))
		}
	}
}

// unfit reports a value that the validator was not given.
func (c *collector) unfit(path []string) Violation {
	if last := len(path) - 1; path != nil && path[last] == "" {
		n, _ := c.at(path[:last])
		return unknownKey(path[:last], n, "")
	}
	_, value := c.at(path)
	return newViolation(Type, c.root, path, value)
}

// pointer splits a JSON pointer as the validator writes it, with tokens
// escaped as in a URL.
func pointer(s string) []string {
	if s == "" {
		return nil
	}
	tokens := strings.Split(strings.TrimPrefix(s, "/"), "/")
	for i, t := range tokens {
		if u, err := url.PathUnescape(t); err == nil {
			t = u
		}
		tokens[i] = strings.ReplaceAll(strings.ReplaceAll(t, "~1", "/"), "~0", "~")
	}
	return tokens
}

func cutLast(location string) (rest, last string) {
	i := strings.LastIndexByte(location, '/')
	if i < 0 {
		return "", location
	}
	return location[:i], location[i+1:]
}

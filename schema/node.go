package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/ismslint/ismslint/lint/message"
)

// node is one schema object with all that messages and documentation need of
// it. The validator of package jsonschema keeps neither the order of
// properties nor keywords that it does not know.
type node struct {
	ID  string           `json:"$id"`
	Ref string           `json:"$ref"`
	Def map[string]*node `json:"$defs"`

	Title         string `json:"title"`
	TitleJA       string `json:"x-title-ja"`
	Description   string `json:"description"`
	DescriptionJA string `json:"x-description-ja"`
	Examples      []any  `json:"examples"`
	Default       any    `json:"default"`

	// Labels are other names of a property, EnumLabels of the values of an
	// enumeration. EmptyIsAbsent makes properties whose value is empty count
	// as absent (design §10.1).
	Labels        []string            `json:"x-labels"`
	EnumLabels    map[string][]string `json:"x-enum-labels"`
	EmptyIsAbsent bool                `json:"x-empty-is-absent"`
	// Wanted says what belongs there, where the other keywords do not.
	Wanted message.Text `json:"x-expected"`

	tableKeywords

	Type      oneOrMore    `json:"type"`
	Enum      []any        `json:"enum"`
	Const     any          `json:"const"`
	Format    string       `json:"format"`
	Pattern   string       `json:"pattern"`
	Minimum   *json.Number `json:"minimum"`
	MinLength int          `json:"minLength"`
	MaxLength int          `json:"maxLength"`
	MinItems  int          `json:"minItems"`
	MaxKeys   int          `json:"maxProperties"`
	Unique    bool         `json:"uniqueItems"`
	Required  []string     `json:"required"`

	Properties    properties       `json:"properties"`
	Patterns      map[string]any   `json:"patternProperties"`
	Additional    *additionalItems `json:"additionalProperties"`
	PropertyNames *node            `json:"propertyNames"`
	Items         *node            `json:"items"`

	patterns []*regexp.Regexp
}

// properties are the properties of an object in the order of the schema.
type properties []property

type property struct {
	name string
	node *node
}

// additionalItems is the value of additionalProperties: a schema, or nil for
// true and false.
type additionalItems struct{ node *node }

// oneOrMore is a keyword whose value is a string or a list of strings.
type oneOrMore []string

func parseNode(raw []byte) (*node, error) {
	var root node
	if err := json.Unmarshal(raw, &root); err != nil {
		return nil, err
	}
	return &root, root.resolve(root.Def)
}

// resolve replaces references to definitions, and compiles the patterns of keys.
func (n *node) resolve(defs map[string]*node) error {
	for p := range n.Patterns {
		re, err := regexp.Compile(p)
		if err != nil {
			return err
		}
		n.patterns = append(n.patterns, re)
	}
	for i, p := range n.Properties {
		if p.node.Ref == "" {
			if err := p.node.resolve(defs); err != nil {
				return err
			}
			continue
		}
		def := defs[strings.TrimPrefix(p.node.Ref, "#/$defs/")]
		if def == nil {
			return fmt.Errorf("unknown reference %q", p.node.Ref)
		}
		n.Properties[i].node = def
	}
	for _, sub := range []*node{n.Items, n.additional()} {
		if sub != nil {
			if err := sub.resolve(defs); err != nil {
				return err
			}
		}
	}
	return nil
}

// additional returns the schema of keys that properties does not name, or nil.
func (n *node) additional() *node {
	if n.Additional == nil {
		return nil
	}
	return n.Additional.node
}

// property returns the index of the property with the given name, or -1.
func (n *node) property(name string) int {
	for i := range n.Properties {
		if n.Properties[i].name == name {
			return i
		}
	}
	return -1
}

// knows reports whether properties or patternProperties name the key.
func (n *node) knows(key string) bool {
	if n.property(key) >= 0 {
		return true
	}
	for _, re := range n.patterns {
		if re.MatchString(key) {
			return true
		}
	}
	return false
}

// child returns the schema of the value under a key or, in a list, of any
// item; nil when the schema says nothing about it.
func (n *node) child(key string) *node {
	if n == nil {
		return nil
	}
	if i := n.property(key); i >= 0 {
		return n.Properties[i].node
	}
	if a := n.additional(); a != nil {
		return a
	}
	if _, err := strconv.Atoi(key); err == nil {
		return n.Items
	}
	return nil
}

// at returns the schema of the value at a path below n, or nil.
func (n *node) at(path []string) *node {
	for _, key := range path {
		n = n.child(key)
	}
	return n
}

// UnmarshalJSON keeps the order of the properties.
func (p *properties) UnmarshalJSON(b []byte) error {
	d := json.NewDecoder(bytes.NewReader(b))
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return err
		}
		next := property{name: fmt.Sprint(name), node: new(node)}
		if err := d.Decode(next.node); err != nil {
			return err
		}
		*p = append(*p, next)
	}
	return nil
}

// UnmarshalJSON accepts a schema, true or false.
func (a *additionalItems) UnmarshalJSON(b []byte) error {
	if b[0] != '{' {
		return nil
	}
	a.node = new(node)
	return json.Unmarshal(b, a.node)
}

// UnmarshalJSON accepts a string or a list of strings.
func (o *oneOrMore) UnmarshalJSON(b []byte) error {
	if b[0] == '[' {
		return json.Unmarshal(b, (*[]string)(o))
	}
	*o = make(oneOrMore, 1)
	return json.Unmarshal(b, &(*o)[0])
}

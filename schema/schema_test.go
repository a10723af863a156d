package schema_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/ismslint/ismslint/schema"
)

const draft = "https://json-schema.org/draft/2020-12/schema"

func raw(t *testing.T, name string) map[string]any {
	t.Helper()
	b, err := load(t).Raw(name)
	if err != nil {
		t.Fatal(err)
	}
	var v map[string]any
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return v
}

func TestSchemasAreValid(t *testing.T) {
	for _, name := range schema.Names() {
		v := raw(t, name)
		if v["$schema"] != draft {
			t.Errorf("%s: $schema is %v, want %s", name, v["$schema"], draft)
		}
		id := "https://ismslint.dev/schema/" + name + ".schema.json"
		if v["$id"] != id {
			t.Errorf("%s: $id is %v, want %s", name, v["$id"], id)
		}
		if err := metaSchema(t).Validate(v); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func metaSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	s, err := jsonschema.NewCompiler().Compile(draft)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestRawUnknown(t *testing.T) {
	if _, err := load(t).Raw("../schema"); err == nil {
		t.Error("no error for a name that is none")
	}
}

// known are the keywords that messages are written for; a schema with another
// one would give a violation that says nothing.
var known = regexp.MustCompile(`^(\$(schema|id|ref|defs)|x-.*|title|description|default|examples|` +
	`type|enum|const|format|pattern|minimum|minLength|maxLength|minItems|minProperties|maxProperties|uniqueItems|required|` +
	`properties|patternProperties|additionalProperties|propertyNames|items)$`)

// walk calls visit for every schema object, and says under which property.
func walk(at string, property bool, v any, visit func(at string, property bool, s map[string]any)) {
	s, ok := v.(map[string]any)
	if !ok {
		return
	}
	visit(at, property, s)
	for _, keyword := range []string{"properties", "$defs"} {
		subs, _ := s[keyword].(map[string]any)
		for name, sub := range subs {
			walk(at+"/"+name, true, sub, visit)
		}
	}
	for _, keyword := range []string{"items", "additionalProperties", "propertyNames"} {
		walk(at+"/"+keyword, false, s[keyword], visit)
	}
}

func TestEveryPropertyIsDescribed(t *testing.T) {
	for _, name := range schema.Names() {
		walk(name, true, raw(t, name), func(at string, property bool, s map[string]any) {
			for keyword := range s {
				if !known.MatchString(keyword) {
					t.Errorf("%s: keyword %q", at, keyword)
				}
			}
			if _, ok := s["$ref"]; ok || !property {
				return
			}
			for _, keyword := range []string{"title", "description", "x-title-ja", "x-description-ja"} {
				if text, _ := s[keyword].(string); text == "" {
					t.Errorf("%s: no %s", at, keyword)
				}
			}
			if d, _ := s["description"].(string); !strings.HasSuffix(d, ".") {
				t.Errorf("%s: description %q is no sentence", at, d)
			}
		})
	}
}

func TestObjectsOfConfigAreClosed(t *testing.T) {
	walk("config", true, raw(t, "config"), func(at string, _ bool, s map[string]any) {
		if s["type"] == "object" && s["additionalProperties"] == nil {
			t.Errorf("%s: additionalProperties is not stated", at)
		}
	})
}

func TestEnumLabelsNameValues(t *testing.T) {
	for _, name := range schema.Names() {
		walk(name, true, raw(t, name), func(at string, _ bool, s map[string]any) {
			labels, _ := s["x-enum-labels"].(map[string]any)
			values, _ := s["enum"].([]any)
			for value := range labels {
				if !slices.Contains(values, any(value)) {
					t.Errorf("%s: label of %q, which is no value", at, value)
				}
			}
		})
	}
}

// TestExamplesAndDefaultsAreRight checks what editors offer against the schema
// that offers it.
func TestExamplesAndDefaultsAreRight(t *testing.T) {
	for _, name := range schema.Names() {
		walk(name, true, raw(t, name), func(at string, _ bool, s map[string]any) {
			values, _ := s["examples"].([]any)
			if d, ok := s["default"]; ok {
				values = append(values, d)
			}
			if len(values) == 0 {
				return
			}
			b, err := json.Marshal(s)
			if err != nil {
				t.Fatal(err)
			}
			c := jsonschema.NewCompiler()
			c.AssertFormat = true
			if err := c.AddResource("mem:///x", bytes.NewReader(b)); err != nil {
				t.Fatal(err)
			}
			compiled, err := c.Compile("mem:///x")
			if err != nil {
				t.Fatalf("%s: %v", at, err)
			}
			for _, v := range values {
				if err := compiled.Validate(v); err != nil {
					t.Errorf("%s: %v: %v", at, v, err)
				}
			}
		})
	}
}

package schema_test

import (
	"testing"

	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/schema"
)

// TestLocate marks in a file where each kind of violation is reported.
func TestLocate(t *testing.T) {
	const head = "[organization]\nlanguage = \"ja\"\n"
	for _, c := range []struct{ name, src, want string }{
		{"value", head + "timezone = 9 # hours", "9"},
		{"unknown key", head + "lang = \"ja\"", "lang"},
		{"unknown dotted key", "organization.\"lang\" = \"ja\"", `"lang"`},
		{"missing key of an item", "[[people]]\nname = \"佐藤\"\nid = \"a\"\n[[people]]\nname = \"田中\"", "name"},
		{"item of a list", head + "aliases = [\"a\", 2]", "2"},
		{"table for a value", head + "[organization.name]\nja = \"x\"", "name"},
		{"list for a value", "role_names = [\"x\"]", `["x"]`},
		{"key of a map", "[risk.factors]\n\"脅威\" = [1]", `"脅威"`},
		{"empty key", "[rules]\n\"\" = \"off\"", `""`},
	} {
		t.Run(c.name, func(t *testing.T) {
			root, err := source.ParseTOML([]byte(c.src), source.Span{End: len(c.src)})
			if err != nil {
				t.Fatal(err)
			}
			vs := load(t).Config.Validate(root.Any())
			if len(vs) != 1 {
				t.Fatalf("%d violations, want 1: %v", len(vs), vs)
			}
			if got := vs[0].Locate(root).Of([]byte(c.src)); got != c.want {
				t.Errorf("%s at %q, want %q", vs[0].Message.EN, got, c.want)
			}
		})
	}
}

func TestLocateEmptyMandatoryKey(t *testing.T) {
	const src = "number: A\ntitle:\nrevision: 1\nstatus: draft\nestablished: 2024-04-01\ndrafted_by: x\n"
	root, err := source.ParseYAML([]byte(src), source.Span{End: len(src)})
	if err != nil {
		t.Fatal(err)
	}
	vs := load(t).Document.Validate(root.Any())
	if len(vs) != 1 || vs[0].Kind != schema.Required {
		t.Fatalf("got %v, want the missing title", vs)
	}
	if got := vs[0].Locate(root); got != (source.Span{Start: 10, End: 15}) {
		t.Errorf("at %v, want the key of the title", got)
	}
}

func TestLocateWithoutTree(t *testing.T) {
	if got := (schema.Violation{Kind: schema.Required, Property: "x"}).Locate(nil); got != (source.Span{}) {
		t.Errorf("got %v", got)
	}
}

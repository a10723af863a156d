package config_test

import (
	"encoding/json"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
)

func full(t *testing.T) (string, *config.Config) {
	t.Helper()
	src, err := os.ReadFile("testdata/full.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(src), parse(t, string(src))
}

// TestEveryFieldIsRead parses a file with every key and looks for a field of
// the configuration that none of them sets.
func TestEveryFieldIsRead(t *testing.T) {
	_, c := full(t)
	unset := map[string]bool{
		"Config.Risk.Factors[0].Labels":    true, // labels are set for another factor
		"Config.Risk.Factors[1].Columns":   true, // and columns for this one
		"Config.Risk.Bands[1].Max":         true, // the last band is open
		"Config.Documents.InitialRevision": true, // 0 is not the default
	}
	var visit func(at string, v reflect.Value)
	visit = func(at string, v reflect.Value) {
		switch {
		case v.IsZero():
			if !unset[at] && !strings.HasSuffix(at, ".Start") {
				t.Errorf("%s is not set", at)
			}
		case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct:
			for i := range v.Len() {
				visit(at+"["+string(rune('0'+i))+"]", v.Index(i))
			}
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				visit(at+"."+v.Type().Field(i).Name, v.Field(i))
			}
		}
	}
	root := reflect.ValueOf(*c)
	for i := range root.NumField() {
		if name := root.Type().Field(i).Name; name != "Root" && name != "Source" {
			visit("Config."+name, root.Field(i))
		}
	}
}

// TestEffectiveIsTheFile compares what is in force with a file that sets every
// key: each value must have been read from its own key and nowhere else.
func TestEffectiveIsTheFile(t *testing.T) {
	src, c := full(t)
	var got []string
	for _, s := range c.Effective() {
		if s.Default {
			t.Errorf("%s is a default", s.Name())
		}
		if text := s.Span.Of([]byte(src)); text != s.Value {
			t.Errorf("%s = %s, but the file says %s", s.Name(), s.Value, text)
		}
		got = append(got, strings.Join(s.Path, "."))
	}
	for _, path := range leaves(t) {
		if !slices.ContainsFunc(got, regexp.MustCompile("^"+path+"$").MatchString) {
			t.Errorf("key %s of the schema is not in force", path)
		}
	}
}

// leaves returns a pattern for the path of every value that the schema allows.
func leaves(t *testing.T) []string {
	t.Helper()
	raw, err := load(t).Raw("config")
	if err != nil {
		t.Fatal(err)
	}
	type object struct {
		Properties map[string]json.RawMessage
		Additional json.RawMessage `json:"additionalProperties"`
		Items      json.RawMessage
	}
	var out []string
	var visit func(path string, b json.RawMessage)
	visit = func(path string, b json.RawMessage) {
		var o object
		if err := json.Unmarshal(b, &o); err != nil {
			t.Fatal(err)
		}
		var item object
		if o.Items != nil {
			if err := json.Unmarshal(o.Items, &item); err != nil {
				t.Fatal(err)
			}
		}
		switch {
		case o.Properties != nil:
			for name, sub := range o.Properties {
				visit(strings.TrimPrefix(path+`\.`+name, `\.`), sub)
			}
		case item.Properties != nil:
			visit(path+`\.\d+`, o.Items)
		case string(o.Additional) > "false" && o.Additional[0] == '{':
			visit(path+`\..+`, o.Additional)
		default:
			out = append(out, path)
		}
	}
	visit("", raw)
	if len(out) < 50 {
		t.Fatalf("found only %d keys: %q", len(out), out)
	}
	return out
}

func TestSpans(t *testing.T) {
	src, c := full(t)
	for _, s := range []struct {
		name, got, want string
	}{
		{"person", c.People[0].Span.Of([]byte(src)), "[[people]]"},
		{"id", c.People[0].IDSpan.Of([]byte(src)), `"sato"`},
		{"holding", c.Roles[0].Span.Of([]byte(src)), "[[roles]]"},
		{"role", c.Roles[0].RoleSpan.Of([]byte(src)), `"president"`},
		{"holder", c.Roles[0].PersonSpan.Of([]byte(src)), `"sato"`},
		{"entry", c.Documents.Catalogue[0].Span.Of([]byte(src)), "[[documents.catalogue]]"},
		{"external", c.Documents.External[0].Span.Of([]byte(src)), "[[documents.external]]"},
		{"term", c.Terms[0].Span.Of([]byte(src)), "[[terms]]"},
		{"mapping", c.Clauses[0].Span.Of([]byte(src)), "[[clauses]]"},
		{"clause", c.Clauses[0].ClauseSpan.Of([]byte(src)), `"7.2"`},
		{"mapped document", c.Clauses[0].Documents[1].Span.Of([]byte(src)), `"records/skills"`},
		{"factor", c.Risk.Factors[1].Span.Of([]byte(src)), "likelihood"},
		{"band", c.Risk.Bands[1].Span.Of([]byte(src)), "[[risk.bands]]"},
		{"exception", c.Approval.SelfApproval[0].Span.Of([]byte(src)), "[[approval.self_approval]]"},
		{"rule", c.Rules["text/term"].Span.Of([]byte(src)), `"text/term"`},
	} {
		if s.got != s.want {
			t.Errorf("%s at %q, want %q", s.name, s.got, s.want)
		}
	}
	inline := "people = [\n  { id = \"a\", name = \"b\" }, # first\n]"
	if got := parse(t, inline).People[0].Span.Of([]byte(inline)); got != `{ id = "a", name = "b" }` {
		t.Errorf("inline person at %q", got)
	}
}

func TestValues(t *testing.T) {
	_, c := full(t)
	h := c.Roles[0]
	if h.From != (date.Date{Year: 2020, Month: 4, Day: 1}) || h.Until.String() != "2026-03-31" {
		t.Errorf("holding from %v until %v", h.From, h.Until)
	}
	if c.Organization.Timezone.String() != "Europe/London" || !*c.Organization.Certified {
		t.Errorf("organisation %+v", c.Organization)
	}
	if f := c.Risk.Factors; len(f) != 2 || !slices.Equal(f[1].Scale, []float64{0.5, 1}) || !slices.Equal(f[1].Labels, []string{"低", "高"}) {
		t.Errorf("factors %+v", f)
	}
	if b := c.Risk.Bands; len(b) != 2 || *b[0].Max != 1.5 || b[1].Max != nil {
		t.Errorf("bands %+v", b)
	}
	if c.Rules["text/term"].Severity != "off" || c.Approval.Series["B"] != config.Forge {
		t.Errorf("rules %v, series %v", c.Rules, c.Approval.Series)
	}
}

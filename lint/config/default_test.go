package config_test

import (
	"encoding/json"
	"testing"

	"github.com/ismslint/ismslint/lint/config"
)

// TestEmptyFileIsDefault also covers that parsing does not change the defaults.
func TestEmptyFileIsDefault(t *testing.T) {
	for _, src := range []string{"", "# nothing\n", "[organization]\n[risk]\n[documents]\n[approval.series]\n"} {
		c := parse(t, src)
		got, want := c.Effective(), config.Default().Effective()
		if len(got) != len(want) || len(got) < 15 {
			t.Fatalf("%q: %d settings, want %d", src, len(got), len(want))
		}
		for i := range got {
			if got[i].Value != want[i].Value || !got[i].Default {
				t.Errorf("%q: %s = %s, default %v; want %s", src, got[i].Name(), got[i].Value, got[i].Default, want[i].Value)
			}
		}
	}
}

// TestDefaultsOfSchema compares what editors are told with what applies.
func TestDefaultsOfSchema(t *testing.T) {
	set := load(t)
	inForce := map[string]string{}
	for _, s := range config.Default().Effective() {
		inForce[s.Name()] = s.Value
	}
	compared := 0
	for _, section := range set.Config.Properties() {
		for _, p := range set.Config.Properties(section.Name) {
			name := section.Name + "." + p.Name
			if p.Default == nil || inForce[name] == "" {
				continue
			}
			compared++
			b, err := json.Marshal(p.Default)
			if err != nil {
				t.Fatal(err)
			}
			if string(b) != inForce[name] {
				t.Errorf("%s: the schema says %s, in force is %s", name, b, inForce[name])
			}
		}
	}
	if compared < 8 {
		t.Errorf("only %d defaults compared", compared)
	}
}

func TestClimateAmendmentFollowsEdition(t *testing.T) {
	for src, want := range map[string]bool{
		"":                            true,
		"standard.edition = \"2022\"": true,
		"standard.edition = 2013":     false,
		"[standard]\nedition = \"2013\"\nclimate_amendment = true": true,
		"standard.climate_amendment = false":                       false,
	} {
		if got := parse(t, src).Standard.ClimateAmendment; got != want {
			t.Errorf("%q: %v, want %v", src, got, want)
		}
	}
}

func TestListsReplaceDefaults(t *testing.T) {
	c := parse(t, "risk.factors = { likelihood = [1, 2] }\nrisk.formula = \"likelihood\"\ndocuments.include = [\"a/*.md\"]")
	if f := c.Risk.Factors; len(f) != 1 || f[0].Name != "likelihood" {
		t.Errorf("factors %+v", f)
	}
	if len(c.Risk.Bands) != 3 {
		t.Errorf("the bands must keep their defaults: %+v", c.Risk)
	}
	if got := c.Documents.Include; len(got) != 1 || got[0] != "a/*.md" {
		t.Errorf("include %q", got)
	}
	c = parse(t, "risk.labels = { threat = [\"低\", \"中\", \"高\"] }")
	if got := c.Risk.Factors[1].Labels; len(got) != 3 {
		t.Errorf("labels of a built-in factor: %q", got)
	}
}

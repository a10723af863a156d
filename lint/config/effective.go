package config

import (
	"maps"
	"slices"
	"strconv"

	"github.com/ismslint/ismslint/lint/source"
)

// Setting is one value that is in force.
type Setting struct {
	// Path leads to the value: keys of tables and decimal indexes of lists of
	// tables, from 0.
	Path []string
	// Value is the value as a literal of TOML.
	Value string
	// Span is where the file sets the value; it is zero for a default.
	Span source.Span
	// Default reports whether the file does not set the value.
	Default bool
}

// Name returns the path as people write it; entries of lists count from 1:
// people[2].name, rules."text/term".
func (s Setting) Name() string {
	name := ""
	for i, p := range s.Path {
		if _, err := strconv.Atoi(p); err == nil && i > 0 {
			n, _ := strconv.Atoi(p)
			name += "[" + strconv.Itoa(n+1) + "]"
			continue
		}
		if i > 0 {
			name += "."
		}
		name += bareOrQuoted(p)
	}
	return name
}

// Origin returns where the file sets the value at a path, and whether it does.
func (c *Config) Origin(path ...string) (source.Span, bool) {
	if c.Root == nil {
		return source.Span{}, false
	}
	_, value, found := c.Root.At(path)
	if !found {
		return source.Span{}, false
	}
	return place(value), true
}

// Effective returns the values that are in force, in the order of the schema:
// those that the file sets and those that it leaves at their default.
func (c *Config) Effective() []Setting {
	s := settings{config: c}
	s.organization()
	s.standard()
	s.documents()
	s.people()
	s.risk()
	s.periods()
	s.forms()
	s.approval()
	for _, name := range slices.Sorted(maps.Keys(c.Rules)) {
		s.add(c.Rules[name].Severity, "rules", name)
	}
	return s.list
}

// settings collects what is in force.
type settings struct {
	config *Config
	list   []Setting
}

// add adds a value that is set or has a default.
func (s *settings) add(value any, path ...string) {
	at, set := s.config.Origin(path...)
	s.list = append(s.list, Setting{Path: path, Value: literal(value), Span: at, Default: !set})
}

// given adds a value if the file sets it.
func (s *settings) given(value any, path ...string) {
	if _, set := s.config.Origin(path...); set {
		s.add(value, path...)
	}
}

func (s *settings) organization() {
	o := &s.config.Organization
	s.given(o.Name, "organization", "name")
	s.given(o.Aliases, "organization", "aliases")
	s.given(string(o.Language), "organization", "language")
	s.add(o.Timezone.String(), "organization", "timezone")
	if o.Certified != nil {
		s.add(*o.Certified, "organization", "certified")
	}
}

func (s *settings) standard() {
	s.add(s.config.Standard.Edition, "standard", "edition")
	s.add(s.config.Standard.ClimateAmendment, "standard", "climate_amendment")
}

func (s *settings) risk() {
	r := &s.config.Risk
	s.add(r.Formula, "risk", "formula")
	for _, f := range r.Factors {
		s.add(f.Scale, "risk", "factors", f.Name)
	}
	for _, f := range r.Factors {
		s.given(f.Labels, "risk", "labels", f.Name)
	}
	for _, f := range r.Factors {
		s.given(f.Columns, "risk", "columns", f.Name)
	}
	for i, b := range r.Bands {
		at := strconv.Itoa(i)
		s.add(b.Name, "risk", "bands", at, "name")
		s.given(b.Labels, "risk", "bands", at, "labels")
		if b.Max != nil {
			s.add(*b.Max, "risk", "bands", at, "max")
		}
	}
}

func (s *settings) periods() {
	p := s.config.Periods
	s.add(p.Trigger, "periods", "trigger_days")
	s.add(p.Evaluation, "periods", "evaluation_days")
	s.add(p.FollowUp, "periods", "follow_up_days")
	s.add(int(p.Year), "periods", "year_month")
	s.add(int(p.Review), "periods", "review_month")
	s.add(int(p.Legal), "periods", "legal_month")
}

func (s *settings) forms() {
	for _, f := range s.config.Forms {
		for _, v := range f.Values {
			s.add(v.Values, "forms", f.Number, "values", v.Field)
		}
	}
}

func (s *settings) approval() {
	a := &s.config.Approval
	s.add(string(a.Evidence), "approval", "evidence")
	for _, series := range slices.Sorted(maps.Keys(a.Series)) {
		s.add(string(a.Series[series]), "approval", "series", series)
	}
	s.given(keyTexts(a.ForgeKeys), "approval", "forge_keys")
	s.given(keyTexts(a.RevokedKeys), "approval", "revoked_keys")
	for i, e := range a.SelfApproval {
		at := []string{"approval", "self_approval", strconv.Itoa(i)}
		s.entry(at, field{"number", e.Number}, field{"reason", e.Reason}, field{"until", e.Until})
	}
}

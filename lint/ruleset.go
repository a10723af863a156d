package lint

import (
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/config"
)

// ruleSet is the list of rules under one configuration.
type ruleSet struct {
	byName  map[string]*Rule
	enabled []*Rule
	// document, system, change, directive and baseline are the enabled rules
	// of each scope; enabled has all of them.
	document, system, change, directive, baseline []*Rule
	// severity holds what the configuration sets, by the rule's name.
	severity map[string]Severity
}

func newRuleSet(rules []*Rule, c *config.Config) *ruleSet {
	s := &ruleSet{byName: map[string]*Rule{}, severity: map[string]Severity{}}
	for _, r := range rules {
		s.byName[r.Name] = r
		for _, a := range r.Aliases {
			s.byName[a] = r
		}
	}
	for name, setting := range c.Rules {
		if r := s.byName[name]; r != nil {
			if severity, err := ParseSeverity(setting.Severity); err == nil {
				if severity == Off && r.Permanent {
					severity = Info
				}
				s.severity[r.Name] = severity
			}
		}
	}
	for _, r := range rules {
		if s.severity[r.Name] != Off {
			s.enabled = append(s.enabled, r)
		}
	}
	slices.SortFunc(s.enabled, func(a, b *Rule) int { return strings.Compare(a.Name, b.Name) })
	for _, r := range s.enabled {
		for _, scope := range []struct {
			rules *[]*Rule
			has   bool
		}{
			{&s.document, r.Document != nil}, {&s.system, r.System != nil}, {&s.change, r.Change != nil},
			{&s.directive, r.Directive != nil}, {&s.baseline, r.Baseline != nil},
		} {
			if scope.has {
				*scope.rules = append(*scope.rules, r)
			}
		}
	}
	return s
}

// find returns the rule of the given name or alias, or nil, and whether it runs.
func (s *ruleSet) find(name string) (r *Rule, enabled bool) {
	r = s.byName[name]
	return r, r != nil && s.severity[r.Name] != Off
}

// apply sets the severity that the configuration demands.
func (s *ruleSet) apply(findings []Finding) {
	for i := range findings {
		if severity, ok := s.severity[findings[i].Rule]; ok {
			findings[i].Severity = severity
		}
	}
}

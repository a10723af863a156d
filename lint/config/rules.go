package config

import (
	"cmp"
	"slices"

	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

func (r *reader) rules(n *source.Node) {
	if n == nil {
		return
	}
	for _, f := range n.Fields {
		if severity := str(f.Value); severity != "" {
			r.Rules[f.Key] = RuleSetting{Severity: severity, Span: f.KeySpan}
		}
	}
}

// UnknownRules returns a problem for each setting of a rule that known does
// not know, in the order of the file. The names of all rules are those among
// which the nearest spelling is looked for.
func (c *Config) UnknownRules(known func(name string) bool, names []string) []Problem {
	var problems []Problem
	for name, setting := range c.Rules {
		if known(name) {
			continue
		}
		problems = append(problems, Problem{setting.Span, message.Textf(
			"「%[1]s」というルールはないため、名前を確認してください%[2]s", "unknown rule %[1]q, expected the name of a rule%[2]s",
			excerpt(name), meant(name, names))})
	}
	slices.SortFunc(problems, func(a, b Problem) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return problems
}

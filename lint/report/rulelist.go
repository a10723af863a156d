package report

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
)

// ruleNames returns, sorted, the names of the rules that were enabled and of
// others that findings speak of, such as those of the engine itself.
func ruleNames(r *lint.Report) []string {
	var names []string
	for _, rule := range r.Rules {
		names = append(names, rule.Name)
	}
	for i := range r.Findings {
		names = append(names, r.Findings[i].Rule)
	}
	for _, n := range r.NotEvaluated {
		names = append(names, n.Rule)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

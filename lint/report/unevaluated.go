package report

import (
	"slices"

	"github.com/ismslint/ismslint/lint"
)

// unevaluated are rules that could not run for the same reason.
type unevaluated struct {
	lint.NotEvaluated
	rules []string
}

// groupUnevaluated joins what could not be evaluated in the same file for the
// same reason, for reports that people read: without a history a dozen rules
// have one reason.
func groupUnevaluated(list []lint.NotEvaluated) []unevaluated {
	var groups []unevaluated
	for _, n := range list {
		i := slices.IndexFunc(groups, func(g unevaluated) bool {
			return g.File == n.File && g.Reason == n.Reason && g.Required == n.Required
		})
		if i < 0 {
			i = len(groups)
			groups = append(groups, unevaluated{NotEvaluated: n})
		}
		groups[i].rules = append(groups[i].rules, n.Rule)
	}
	return groups
}

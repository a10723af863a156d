package rules

import "github.com/ismslint/ismslint/lint"

// directiveDefect is what is wrong with a suppression comment. One comment has
// one defect: the first of the list.
type directiveDefect uint8

const (
	noDefect directiveDefect = iota
	notUnderstood
	unknownRule
	notAllowed
	withoutReason
	pastLastDay
)

// defectOf returns the defect of a suppression comment, apart from its being
// unused.
func defectOf(d *lint.Directive) directiveDefect {
	switch {
	case !d.Malformed.IsZero():
		return notUnderstood
	case d.Target == nil:
		return unknownRule
	case d.Target.GuardsEvidence:
		return notAllowed
	case d.Reason == "":
		return withoutReason
	case d.Expired():
		return pastLastDay
	}
	return noDefect
}

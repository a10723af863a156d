// Package lint is the contract between the rules and everything that runs
// them: what a rule is, what it may see, and what a finding says.
package lint

import (
	"strings"

	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
)

// Rule is one check. It is a value in a file of its own, together with its
// documentation; package rules lists them all.
type Rule struct {
	// Name is family/what-is-wrong in kebab case.
	Name string
	// Aliases are earlier names that configurations and suppressions may still use.
	Aliases []string
	// Severity is the default severity.
	Severity Severity
	// Requirements are ids of the product's requirements list (DOC-001),
	// Clauses of ISO/IEC 27001:2022 (7.5.2), Controls of its Annex A (A.5.1).
	Requirements, Clauses, Controls []string
	// Since is the release that introduced the rule.
	Since string
	// GuardsEvidence marks a rule that a comment in the document that it
	// guards cannot suppress.
	GuardsEvidence bool
	// Permanent marks a rule that the configuration may lower to info but not
	// switch off, because it judges changes of the configuration itself.
	Permanent bool
	// YieldsTo names rules of scope Change. What one of them finds of a
	// subject, this rule does not report again.
	YieldsTo []string
	Doc      Doc

	// Exactly one of the following is set; it is the scope of the rule.

	// Document checks one file. It sees nothing but the file and the
	// configuration, not even the day, so that its findings can be kept with
	// the file's content.
	Document func(*Pass, *isms.File)
	// System checks the ISMS as a whole, as of a day.
	System func(*Pass, *isms.System)
	// Change checks a step from one state to the next: a commit, what is
	// staged, the working tree against the last commit, or a branch.
	Change func(*Pass, *isms.Change)
	// Directive checks one suppression comment after all other rules have run.
	Directive func(*Pass, *Directive)
	// Baseline checks one entry of the baseline after all other rules have run.
	Baseline func(*Pass, *BaselineEntry)
}

// Doc is the documentation of a rule.
type Doc struct {
	// Summary says in one sentence what is reported, Why what goes wrong otherwise.
	Summary, Why message.Text
	// Wrong and Right are examples that tests execute: the content of one
	// file, or several files in txtar format. Content without front matter is
	// taken as the body of an approved ISMS-A-03.
	Wrong, Right string
}

// Family returns the part of the name before the slash.
func (r *Rule) Family() string {
	family, _, _ := strings.Cut(r.Name, "/")
	return family
}

package lint

import (
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// Pass is a rule's only window on the world during one run of it.
type Pass struct {
	// Organization is what the configuration says.
	*isms.Organization

	rule         *Rule
	memory       *memory   // nil unless the session remembers
	memo         *ruleMemo // what is kept of this run of the rule
	findings     []Finding
	notEvaluated []NotEvaluated
}

// Report records a finding. The rule's name, and its severity, requirements,
// clauses and controls where the finding sets none, are filled in.
func (p *Pass) Report(f Finding) {
	f.Rule = p.rule.Name
	if f.Severity == Default {
		f.Severity = p.rule.Severity
	}
	if f.Requirements == nil {
		f.Requirements = p.rule.Requirements
	}
	if f.Clauses == nil {
		f.Clauses = p.rule.Clauses
	}
	if f.Controls == nil {
		f.Controls = p.rule.Controls
	}
	f.identity = &identity{}
	p.findings = append(p.findings, f)
}

// Reportf records a finding at a place in a file; the message is formatted as
// by [message.Textf].
func (p *Pass) Reportf(file *isms.File, at source.Span, ja, en string, args ...any) {
	p.Report(Finding{File: file.Path, Span: &at, Message: message.Textf(ja, en, args...)})
}

// Unproven records that the rule could not run although the configuration
// demands it: the check then ends with the exit code of an unfit environment.
func (p *Pass) Unproven(ja, en string, args ...any) {
	p.notEvaluated = append(p.notEvaluated, NotEvaluated{Rule: p.rule.Name, Reason: message.Textf(ja, en, args...), Required: true})
}

// NotEvaluated records that the rule could not run, for a file or, with nil,
// for the ISMS as a whole.
func (p *Pass) NotEvaluated(file *isms.File, ja, en string, args ...any) {
	n := NotEvaluated{Rule: p.rule.Name, Reason: message.Textf(ja, en, args...)}
	if file != nil {
		n.File = file.Path
	}
	p.notEvaluated = append(p.notEvaluated, n)
}

package report

import (
	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/ismslint/ismslint/lint"
)

// newSARIFInvocation says whether the run was completed, and what stood in
// its way: a failure and remarks are notifications of the execution, rules
// that could not be evaluated are notifications of the configuration.
func newSARIFInvocation(r *lint.Report, rules *sarifRules, o Options) *sarif.Invocation {
	inv := sarif.NewInvocation().WithExecutionSuccessful(r.Failure == nil)
	if r.Failure != nil {
		inv.AddToolExecutionNotification(notification(sarif.LevelError, failureSentence(r.Failure, o.Language)))
	}
	for _, n := range r.Notes {
		inv.AddToolExecutionNotification(notification(sarif.LevelNote, n.In(o.Language)))
	}
	for _, n := range r.NotEvaluated {
		level := sarif.LevelWarning
		if n.Required {
			level = sarif.LevelError
		}
		rule := sarif.NewReportingDescriptorReference().WithID(n.Rule).WithIndex(rules.index[n.Rule])
		note := notification(level, notEvaluatedText(n, o.Language)).WithAssociatedRule(rule)
		if n.File != "" {
			note.AddLocation(newSARIFLocation(r, n.File, nil, ""))
		}
		inv.AddToolConfigurationNotification(note)
	}
	return inv
}

func notification(level, text string) *sarif.Notification {
	return sarif.NewNotification().WithLevel(level).WithMessage(sarif.NewTextMessage(sarifText(text)))
}

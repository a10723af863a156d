package project

import (
	"context"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/history"
	"github.com/ismslint/ismslint/lint/repo"
)

// isNew reports whether the push brings the configuration of the ISMS. An ISMS
// begins with its configuration: what a folder held before that was nobody's
// duty, and nothing of it is excused by having been there.
func (j *pushJudgement) isNew() bool {
	return j.options.Snapshot != nil && HasConfig(j.options.Snapshot) && (j.target == nil || !HasConfig(j.target))
}

// knownReport checks a state that the push is not responsible for. What an
// exception or the baseline accepts there is not known: a push that withdraws
// the exception answers for it.
func (j *pushJudgement) knownReport(ctx context.Context, rev string) (*lint.Report, error) {
	o := j.options
	if rev == j.base {
		o.Snapshot, o.Past = o.Before.Snapshot, o.Before.Past
	} else {
		isms, state, err := j.earlier(rev)
		if err != nil {
			return nil, err
		}
		o.Snapshot = state
		o.Past = history.NewPast(ctx, isms.reader(&o), rev)
	}
	if !HasConfig(o.Snapshot) && HasConfig(j.options.Snapshot) {
		return &lint.Report{}, nil
	}
	o.Before = nil
	report, err := lint.Run(ctx, o)
	if err != nil {
		return nil, err
	}
	active := report.Findings[:0:0]
	for _, f := range report.Findings {
		if f.Active() {
			active = append(active, f)
		}
	}
	report.Findings = active
	return report, nil
}

// earlier returns the state of a commit before the push, and where it is: in the
// folder that a moved ISMS had in that commit.
func (j *pushJudgement) earlier(rev string) (*Project, *repo.Snapshot, error) {
	s, err := j.stateOf(rev)
	if err != nil || j.from == j.Prefix || HasConfig(s) {
		return j.Project, s, err
	}
	former := j.in(j.from)
	s, err = former.stateOf(rev)
	return former, s, err
}

package project

import (
	"context"
	"time"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/history"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// Push is a branch that a push makes, moves or deletes.
type Push struct {
	// Branch is the short name of the branch.
	Branch string
	// Before and After are the ids of its last commit; "" where there is none.
	Before, After string
	// Lost is the last commit of the branch where that one cannot be read:
	// what is pushed was not built on it. Before is then the newest state known.
	Lost string
	// Default says that other branches start from this one. Its history must
	// not be lost.
	Default bool
	// Trunk is the last commit of the default branch, "" when it has none.
	Trunk string
}

// PushOptions say how a push is judged.
type PushOptions struct {
	Schemas  *schema.Set
	Standard *standard.Standard
	Rules    []*lint.Rule
	// Now is the time of the push, which gives the day of judgement: the day
	// of a commit is what the pusher says.
	Now time.Time
	// Folder is the folder of the ISMS below the root of the repository; "" is
	// every one that has a configuration.
	Folder string
}

// Judgement is what a push does to one ISMS of a repository.
type Judgement struct {
	// Prefix is the path of the ISMS below the root of the repository, with a
	// final slash, or "".
	Prefix string
	// Report is nil when the push changes nothing of the ISMS.
	Report *lint.Report
	// Config is the configuration that it is judged by, as soon as it is known.
	Config *config.Config
	// New reports whether the push brings the configuration of the ISMS, and
	// answers for all that is in it.
	New bool
}

// JudgePush checks what a push brings to a branch and reports, for each ISMS
// that the branch holds, what the push is responsible for. People, keys, roles,
// severities, thresholds and the baseline are those of the branch before the
// push, and of the default branch where that one is newer to the branch; a
// first push has only its own. Beside an error stands what was judged so far,
// that which failed included.
func (p *Project) JudgePush(ctx context.Context, push Push, o PushOptions) ([]Judgement, error) {
	if p.repositoryErr != nil {
		return nil, p.repositoryErr
	}
	step, err := p.stepOf(ctx, push)
	if err != nil || step == nil {
		return nil, err
	}
	places, err := p.places(step, o.Folder)
	if err != nil {
		return nil, err
	}
	var all []Judgement
	for _, place := range places {
		j := &pushJudgement{Project: p.in(place.prefix), pushStep: step, push: o, from: place.from}
		report, err := j.judge(ctx)
		all = append(all, Judgement{Prefix: place.prefix, Report: report, Config: j.config, New: j.isNew()})
		if err != nil {
			return all, err
		}
	}
	return all, nil
}

// pushJudgement is the check of one push.
type pushJudgement struct {
	*Project
	*pushStep
	push PushOptions
	// from is the path that a moved ISMS had before the push, else its path.
	from string

	options lint.Options
	config  *config.Config
	before  *repo.Snapshot // nil where the push builds on nothing
	target  *repo.Snapshot // that of the rules; nil likewise
	own     *config.Config // of the pushed state
	same    bool           // the push leaves the files as they were
}

// judge returns nil when the push changes nothing of the ISMS.
func (j *pushJudgement) judge(ctx context.Context) (*lint.Report, error) {
	if err := j.read(); err != nil {
		if j.same && j.discarded == nil {
			return nil, nil // it was broken before, and is no concern of this push
		}
		return nil, err
	}
	if err := j.addBefore(ctx); err != nil || j.unchanged() {
		return nil, err
	}
	return j.run(ctx)
}

// read reads the states, the configurations and the baseline.
func (j *pushJudgement) read() error {
	after, err := j.stateOf(j.after)
	if err != nil {
		return err
	}
	if j.base != "" {
		if _, j.before, err = j.earlier(j.base); err != nil {
			return err
		}
		j.same = sameState(j.before, after)
	}
	rules := after
	if j.rules != "" {
		if _, j.target, err = j.earlier(j.rules); err != nil {
			return err
		}
		if HasConfig(j.target) || !HasConfig(after) {
			rules = j.target
		}
	}
	if j.own, err = Config(after, j.push.Schemas, j.push.Rules); err != nil {
		j.config = j.own
		return err
	}
	// A branch whose configuration was broken before must be open to the push
	// that mends it, which config/changed then reports.
	if j.config, err = Config(rules, j.push.Schemas, j.push.Rules); err != nil {
		rules, j.config = after, j.own
	}
	baseline, err := Baseline(rules)
	if err != nil {
		baseline = nil // one that cannot be read accepts nothing
	}
	today := j.push.Now
	if zone := j.config.Organization.Timezone; zone != nil {
		today = today.In(zone)
	}
	j.options = lint.Options{
		Snapshot: after, Keys: rules, Config: j.config, Schemas: j.push.Schemas, Standard: j.push.Standard,
		Rules: j.push.Rules, AsOf: date.Of(today), Today: date.Of(today), Prefix: j.Prefix, Baseline: baseline,
	}
	return nil
}

// unchanged reports whether the push leaves the ISMS as it was and brings no
// commit that has to do with it.
func (j *pushJudgement) unchanged() bool {
	return j.discarded == nil && j.same && len(j.options.Before.Commits) == 0
}

// addBefore completes the options by the state that the push builds on.
func (j *pushJudgement) addBefore(ctx context.Context) error {
	o := &j.options
	rules := o.Keys
	if rules == o.Snapshot {
		rules = nil // nothing was configured before, which is no change of it
	}
	if j.base == "" {
		o.Session = lint.NewSession(o.Config, o.Schemas, o.Standard, o.Rules)
		reader := j.reader(o)
		o.Past = history.NewPast(ctx, reader, j.after)
		o.Before = &lint.Before{Snapshot: repo.Memory(nil), Rules: rules, Discarded: j.discarded}
		var err error
		o.Before.Commits, err = reader.Recorded(ctx, j.after, (&Branch{Target: j.rules, Known: j.known}).without())
		return err
	}
	b := &Branch{Target: j.rules, Base: j.base, Known: j.known, Rules: j.target, Before: j.before}
	if err := j.AddBranch(ctx, o, b, j.own); err != nil {
		return err
	}
	o.Before.Rules, o.Before.Discarded = rules, j.discarded
	return j.addMoved(ctx, b)
}

// run checks the pushed state and leaves out what was there before.
func (j *pushJudgement) run(ctx context.Context) (*lint.Report, error) {
	report, err := lint.Run(ctx, j.options)
	if err != nil {
		return nil, err
	}
	covered := report.Summary.Covered
	for _, rev := range j.known {
		known, err := j.knownReport(ctx, rev)
		if err != nil {
			return nil, err
		}
		covered += known.Summary.Covered
		report.Without(known)
	}
	if covered == 0 && !HasConfig(j.options.Snapshot) && j.discarded == nil {
		return nil, nil // no ISMS before, none now
	}
	return report, nil
}

// sameState reports whether two states hold the same files.
func sameState(a, b *repo.Snapshot) bool {
	if len(a.Entries) != len(b.Entries) || len(a.Skipped) != len(b.Skipped) {
		return false
	}
	for i := range a.Entries {
		if a.Entries[i].Path != b.Entries[i].Path || a.Entries[i].ID != b.Entries[i].ID {
			return false
		}
	}
	return true
}

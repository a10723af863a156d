package project

import (
	"context"
	"slices"
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
	prefixes, err := p.prefixes(step, o.Folder)
	if err != nil {
		return nil, err
	}
	var all []Judgement
	for _, prefix := range prefixes {
		own := *p
		own.Prefix = prefix
		j := &pushJudgement{Project: &own, pushStep: step, push: o}
		report, err := j.judge(ctx)
		all = append(all, Judgement{Prefix: prefix, Report: report, Config: j.config})
		if err != nil {
			return all, err
		}
	}
	return all, nil
}

// prefixes are the paths of every ISMS that there is before a push or after it.
// One that a push adds takes nothing over from those that there were: their
// documents are judged with them, wherever else a configuration lies. Without
// any configuration the ISMS is the whole repository.
func (p *Project) prefixes(step *pushStep, folder string) ([]string, error) {
	if folder != "" {
		return []string{folder + "/"}, nil
	}
	var all []string
	for _, rev := range []string{step.rules, step.after} {
		if rev == "" {
			continue
		}
		own, err := p.configFolders(rev)
		if err != nil {
			return nil, err
		}
		all = append(all, own...)
	}
	if len(all) == 0 {
		return []string{""}, nil
	}
	slices.Sort(all)
	return slices.Compact(all), nil
}

func (p *Project) stateOf(rev string) (*repo.Snapshot, error) {
	return p.repository.CommitSnapshot(rev, p.Prefix, repo.Options{Env: p.env})
}

// pushJudgement is the check of one push.
type pushJudgement struct {
	*Project
	*pushStep
	push PushOptions

	options lint.Options
	config  *config.Config
	before  *repo.Snapshot // nil where the push builds on nothing
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
		if j.before, err = j.stateOf(j.base); err != nil {
			return err
		}
		j.same = sameState(j.before, after)
	}
	rules := after
	if j.rules != "" {
		if rules, err = j.stateOf(j.rules); err != nil {
			return err
		}
		if !HasConfig(rules) && HasConfig(after) {
			rules = after
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
	b := &Branch{Target: j.rules, Base: j.base, Known: j.known, Rules: o.Keys, Before: j.before}
	if err := j.AddBranch(ctx, o, b, j.own); err != nil {
		return err
	}
	o.Before.Rules, o.Before.Discarded = rules, j.discarded
	return nil
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

// knownReport checks a state that the push is not responsible for. What an
// exception or the baseline accepts there is not known: a push that withdraws
// the exception answers for it.
func (j *pushJudgement) knownReport(ctx context.Context, rev string) (*lint.Report, error) {
	o := j.options
	if rev == j.base {
		o.Snapshot, o.Past = o.Before.Snapshot, o.Before.Past
	} else {
		var err error
		if o.Snapshot, err = j.stateOf(rev); err != nil {
			return nil, err
		}
		o.Past = history.NewPast(ctx, j.reader(&o), rev)
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

package history

import (
	"context"
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
)

// checker checks commits one after the other and keeps what does not change
// from one to the next.
type checker struct {
	Options
	ctx     context.Context
	differ  *repo.Differ
	changes map[string]bool // names of the rules that judge changes
	records *records        // nil where nothing is kept
	ahead   *ahead          // nil where one commit alone is checked

	chain    *chain
	info     *repo.CommitInfo // whose state Snapshot is
	snapshot *repo.Snapshot

	// settings are the configuration that session is for and the files of keys
	// that it names, settingIDs git's ids of them.
	settings, settingIDs []string
	config               *config.Config
	session              *lint.Session
	reader               *Reader
	failure              error
}

func newChecker(ctx context.Context, o Options) *checker {
	return &checker{Options: o, ctx: ctx, differ: o.Repository.NewDiffer(o.Prefix), changes: changeRules(o.Rules), chain: newChain(), records: newRecords(o.Store)}
}

// check checks the state of a commit. parent is its first parent, nil for the
// first commit.
func (c *checker) check(info, parent *repo.CommitInfo) (*Result, error) {
	var before *repo.Snapshot
	if parent != nil {
		if err := c.moveTo(parent); err != nil {
			return nil, err
		}
		before = c.snapshot
	}
	if err := c.moveTo(info); err != nil {
		return nil, err
	}
	if err := c.configure(); err != nil {
		return nil, err
	}
	r := &Result{Info: info, Failure: c.failure}
	if c.failure != nil {
		return r, nil
	}
	r.Commit = c.commit(info)
	o := c.options(r.Commit.Day)
	o.Before = c.before(r.Commit, info, parent, before)
	o.OnChange = func(change *isms.Change) { c.chain.follow(change, firstParent(info)) }
	var err error
	r.Report, err = lint.Run(c.ctx, o)
	return r, err
}

// checkState checks the state of a commit alone, as of a day.
func (c *checker) checkState(info *repo.CommitInfo, day date.Date) (*Result, error) {
	if err := c.moveTo(info); err != nil {
		return nil, err
	}
	if err := c.configure(); err != nil {
		return nil, err
	}
	r := &Result{Info: info, Failure: c.failure}
	if c.failure != nil {
		return r, nil
	}
	var err error
	r.Report, err = lint.Run(c.ctx, c.options(day))
	return r, err
}

func (c *checker) options(day date.Date) lint.Options {
	return lint.Options{
		Snapshot: c.snapshot, Config: c.config, Schemas: c.Schemas, Standard: c.Standard, Rules: c.Rules,
		AsOf: day, Today: c.Today, Prefix: c.Prefix, Session: c.session,
		Past: NewPast(c.ctx, c.reader, c.info.ID),
	}
}

// before is the state that a commit is a change of.
func (c *checker) before(commit *isms.Commit, info, parent *repo.CommitInfo, state *repo.Snapshot) *lint.Before {
	b := &lint.Before{Commit: commit, Snapshot: state}
	switch {
	case info.Boundary:
		b.Missing = c.Repository.Incomplete()
	case parent == nil:
		b.Snapshot = repo.Memory(nil)
	default:
		b.Past = NewPast(c.ctx, c.reader, parent.ID)
		switch c.chain.tip {
		case "":
			c.chain.base = b.Past
		case parent.ID:
			b.Past = c.chain.past(b.Past)
		}
		b.Parents = []*isms.Commit{c.reader.Commit(parent)}
	}
	return b
}

// moveTo makes the snapshot that of a commit.
func (c *checker) moveTo(info *repo.CommitInfo) error {
	if c.info != nil && c.info.ID == info.ID {
		return nil
	}
	if c.snapshot == nil {
		s, err := c.Repository.CommitSnapshot(info.ID, c.Prefix, repo.Options{})
		c.info, c.snapshot = info, s
		return err
	}
	changes, err := c.diff(info)
	if err != nil {
		return err
	}
	c.info, c.snapshot = info, c.snapshot.Step(info, changes)
	return nil
}

// diff returns the files in which a commit differs from the one at hand.
func (c *checker) diff(info *repo.CommitInfo) ([]repo.FileChange, error) {
	if step := c.ahead.take(info); step != nil && firstParent(info) == c.info.ID {
		return step.changes, nil
	}
	return c.differ.Diff(c.ctx, c.info, info)
}

// commit says who made a commit and whether the signature is theirs.
func (c *checker) commit(info *repo.CommitInfo) *isms.Commit {
	if step := c.ahead.take(info); step != nil && step.reader == c.reader {
		return step.commit
	}
	return c.reader.Commit(info)
}

// configure reads the configuration of the state when it is not the one at
// hand.
func (c *checker) configure() error {
	if c.settings != nil && slices.Equal(c.blobs(c.settings), c.settingIDs) {
		return nil
	}
	c.settings = []string{config.FileName}
	c.config, c.failure = c.Config(c.snapshot)
	if c.failure == nil {
		c.settings = append(c.settings, isms.KeyFiles(c.config)...)
	}
	c.settingIDs = c.blobs(c.settings)
	if c.failure != nil {
		return nil
	}
	c.session = lint.NewSession(c.config, c.Schemas, c.Standard, c.Rules)
	c.session.Remember()
	if c.Facts != nil {
		c.session.KeepFacts(c.Facts, true)
	}
	state, last := c.snapshot, c.reader
	c.reader = NewReader(c.Repository, c.Prefix, c.session.Builder(), isms.NewKeyring(c.config, func(path string) ([]byte, error) { return state.ReadFile(path, maxRows) }))
	if last != nil {
		c.reader.diffs = last.diffs
	}
	return nil
}

// blobs returns git's ids of files of the state, "" for those that it lacks.
func (c *checker) blobs(paths []string) []string {
	ids := make([]string, len(paths))
	for i, path := range paths {
		e, _ := c.snapshot.Entry(path)
		ids[i] = e.ID
	}
	return ids
}

// saveFacts keeps what was read of the last state, which is the first one of a
// later run.
func (c *checker) saveFacts() {
	if c.session != nil {
		c.session.SaveFacts()
	}
}

// parent returns the first parent of a commit, nil when it has none.
func (c *checker) parent(info *repo.CommitInfo, known map[string]*repo.CommitInfo) (*repo.CommitInfo, error) {
	id := firstParent(info)
	if id == "" {
		return nil, nil
	}
	if p := known[id]; p != nil {
		return p, nil
	}
	return c.Repository.Commit(id)
}

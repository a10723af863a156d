package project

import (
	"context"
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/history"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
)

// Branch is a branch to be judged by the rules of the one that it is to be
// merged into.
type Branch struct {
	// Target is the full id of the commit that it is to be merged into, Base
	// that of their best common ancestor.
	Target, Base string
	// Known are further commits that are not of this branch.
	Known []string
	// Rules is the state that people, keys, roles, severities and thresholds
	// are taken from: that of Target.
	Rules *repo.Snapshot
	// Before is the state at Base.
	Before *repo.Snapshot
}

// Branch finds where the state at hand, the working tree or the commit that
// rev names, left the branch that target names.
func (p *Project) Branch(ctx context.Context, target, rev string) (*Branch, error) {
	if p.repositoryErr != nil {
		return nil, p.repositoryErr
	}
	if rev == "" {
		rev = "HEAD"
	}
	b := &Branch{}
	var err error
	if b.Target, err = p.repository.Resolve(target); err != nil {
		return nil, err
	}
	bases, err := p.repository.MergeBases(ctx, rev, b.Target)
	if err != nil {
		return nil, err
	}
	if len(bases) == 0 {
		if reason := p.repository.Incomplete(); !reason.IsZero() {
			return nil, &message.Error{Text: reason}
		}
		return nil, usage("「%s」と共通の祖先になるコミットがありません。比べるブランチを確認してください",
			"there is no common ancestor with %q; check which branch to compare with", target)
	}
	b.Base = bases[0]
	if b.Rules, err = p.Commit(b.Target); err != nil {
		return nil, err
	}
	b.Before, err = p.joined(ctx, bases)
	return b, err
}

// AddBranch completes options, whose snapshot is that of the branch and whose
// configuration is that of the target, by the state that the branch began
// with. A change of the configuration that the ISMS manager has approved with
// a key of the target counts: the options then have the branch's own.
func (p *Project) AddBranch(ctx context.Context, o *lint.Options, b *Branch, own *config.Config) error {
	tip, err := p.tipOf(o.Snapshot)
	if err != nil {
		return err
	}
	approved, err := p.configApproved(ctx, *o, b, own, tip)
	if err != nil {
		return err
	}
	if approved {
		o.Config, o.Keys = own, nil
	}
	o.Session = lint.NewSession(o.Config, o.Schemas, o.Standard, o.Rules)
	reader := p.reader(o)
	if b.Before, err = landed(b.Before, b.Rules, o.Snapshot); err != nil {
		return err
	}
	o.Past = history.NewPast(ctx, reader, tip)
	o.Before = &lint.Before{Snapshot: b.Before, Rules: b.Rules, Past: history.NewPast(ctx, reader, b.Base)}
	o.Before.Commits, err = reader.Recorded(ctx, tip, b.without())
	return err
}

// without are the commits that the branch is not responsible for.
func (b *Branch) without() []string {
	return slices.DeleteFunc(append([]string{b.Target, b.Base}, b.Known...), func(id string) bool { return id == "" })
}

// tipOf is the commit that a state is, or is built on.
func (p *Project) tipOf(s *repo.Snapshot) (string, error) {
	if s.Commit != "" {
		return s.Commit, nil
	}
	return p.repository.Resolve("HEAD")
}

// configApproved reports whether the configuration of the branch is approved
// by what the target says of people, keys and roles.
func (p *Project) configApproved(ctx context.Context, o lint.Options, b *Branch, own *config.Config, tip string) (bool, error) {
	src, err := find(o.Snapshot, config.FileName)
	if err != nil || src == nil {
		return false, err
	}
	digest := configDigest(own, src, o.Snapshot)
	before, err := find(b.Rules, config.FileName)
	if err != nil || before != nil && configDigest(o.Config, before, b.Rules) == digest {
		return false, err // there is nothing to approve
	}
	o.Keys = b.Rules
	o.Session = lint.NewSession(o.Config, o.Schemas, o.Standard, o.Rules)
	o.Past = history.NewPast(ctx, p.reader(&o), tip)
	system, _, err := lint.Load(ctx, o)
	if err != nil {
		return false, err
	}
	for _, a := range system.Approvals(config.FileName) {
		if a.Proven() && a.Statement.Digest == digest {
			return true, nil
		}
	}
	return false, nil
}

func configDigest(c *config.Config, src []byte, state *repo.Snapshot) string {
	return isms.ConfigDigest(c, src, func(path string) ([]byte, error) { return state.ReadFile(path, document.MaxSize) })
}

// HasConfig reports whether a state has a configuration of its own.
func HasConfig(s *repo.Snapshot) bool {
	for _, e := range s.Entries {
		if e.Path == config.FileName {
			return true
		}
	}
	return false
}

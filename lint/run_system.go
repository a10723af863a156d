package lint

import (
	"context"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
)

// checkSystem applies the rules of scope System, each on its own pass.
func (r *run) checkSystem(ctx context.Context) error {
	system := r.system()
	passes := make([]*Pass, len(r.rules.system))
	for i, rule := range r.rules.system {
		passes[i] = &Pass{Organization: r.builder.Organization(), rule: rule}
	}
	if err := r.applySystemRules(ctx, system, passes); err != nil {
		return err
	}
	total := 0
	for _, p := range passes {
		total += len(p.findings)
	}
	r.findings = slices.Grow(r.findings, total)
	for _, p := range passes {
		r.take(p)
	}
	return r.checkChange(ctx, system)
}

// applySystemRules runs the rules of scope System at the same time, or one after
// the other those for which something has changed since the last state of the
// session.
func (r *run) applySystemRules(ctx context.Context, system *isms.System, passes []*Pass) error {
	apply := func(p *Pass) { p.rule.System(p, system) }
	if m := r.Session.memory; m != nil {
		m.advance(r, system)
		apply = m.recall
		if m.version > 1 { // each has little to do
			for _, p := range passes {
				apply(p)
			}
			return ctx.Err()
		}
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(r.Parallelism)
	for _, p := range passes {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			apply(p)
			return nil
		})
	}
	return group.Wait()
}

// system joins the files that were read.
func (r *run) system() *isms.System {
	s := r.builder.System(r.files, pathsOf(r.Snapshot.Entries), r.AsOf)
	s.SetStatements(r.statements(), r.keys())
	s.ConfigDigest = r.configDigest()
	s.Past = r.Past
	return s
}

// pathsOf returns what lists the paths of all files of a state.
func pathsOf(entries []repo.Entry) func() []string {
	return func() []string {
		paths := make([]string, len(entries))
		for i, e := range entries {
			paths[i] = e.Path
		}
		return paths
	}
}

// keys reads the public keys of the configuration.
func (r *run) keys() *isms.Keyring {
	s := r.Session
	if s.memory == nil {
		return r.readKeys()
	}
	if s.keys == nil {
		s.keys = r.readKeys()
	}
	return s.keys
}

// configDigest is what an approval of the configuration binds to.
func (r *run) configDigest() string {
	s := r.Session
	if s.memory == nil || s.configDigest == "" {
		s.configDigest = isms.ConfigDigest(r.Config, r.Config.Source, besideReader(r.Snapshot))
	}
	return s.configDigest
}

func (r *run) readKeys() *isms.Keyring {
	state := r.Keys
	if state == nil {
		state = r.Snapshot
	}
	return isms.NewKeyring(r.Config, besideReader(state))
}

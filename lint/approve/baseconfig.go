package approve

import (
	"context"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
)

// beforeConfig returns the desk that judges who may approve a change of the
// configuration: that of the configuration before the change. Who adds a
// person, a key or a role cannot approve that with them. Where nobody could
// have approved anything by that, it is the desk itself.
func (d *Desk) beforeConfig(ctx context.Context) (*Desk, error) {
	state, _, err := d.configBefore(ctx)
	if state == nil {
		return d, err
	}
	return d.judgingBy(ctx, state)
}

// judgingBy returns the desk that judges by the configuration of a state, or
// the desk itself where nobody could have approved anything by that.
func (d *Desk) judgingBy(ctx context.Context, state *repo.Snapshot) (*Desk, error) {
	src, err := state.ReadFile(config.FileName, document.MaxSize)
	if err != nil {
		return d, nil // there was none
	}
	o := d.options
	o.Config, _ = config.Parse(config.FileName, src, o.Schemas) // as far as it can be read
	o.Snapshot, o.Before, o.Past, o.Session, o.Keys = state, nil, nil, nil, nil
	system, _, err := lint.Load(ctx, o)
	if err != nil {
		return nil, err
	}
	for _, id := range system.People.Holders(isms.Manager, system.AsOf()) {
		if person := system.People.Find(id); person != nil && len(system.Keys.Of(person)) > 0 {
			before := *d
			before.System = system
			return &before, nil
		}
	}
	return d, nil
}

// provenBefore reports whether a statement about the configuration that a
// commit brought is proven by the configuration before that commit: who adds
// an own key to the configuration cannot sign it with that.
func (d *Desk) provenBefore(ctx context.Context, brought *isms.Commit, f isms.StatementFile) (bool, error) {
	c, err := d.user.Repository.Commit(brought.ID)
	if err != nil || len(c.Parents) == 0 {
		return err == nil, err
	}
	state, err := d.user.Repository.CommitSnapshot(c.Parents[0], d.options.Prefix, repo.Options{})
	if err != nil {
		return false, err
	}
	by, err := d.judgingBy(ctx, state)
	if err != nil {
		return false, err
	}
	return by.System.Judge(f).Proven(), nil
}

// configBefore returns the last committed state whose configuration is another
// than the one to be approved: that of the last commit or, once the change is
// committed, one before. It is nil where there is none; unknown says why that
// cannot be told.
func (d *Desk) configBefore(ctx context.Context) (state *repo.Snapshot, unknown message.Text, err error) {
	b := d.options.Before
	if b == nil || b.Snapshot == nil {
		return nil, d.noPast(), nil
	}
	if d.configDigest(b.Snapshot) != d.System.ConfigDigest {
		return b.Snapshot, message.Text{}, nil
	}
	if d.user.Repository == nil || b.Snapshot.Commit == "" {
		return nil, d.noPast(), nil
	}
	line, err := d.user.Repository.FirstParents(ctx, b.Snapshot.Commit)
	if err != nil {
		return nil, message.Text{}, err
	}
	of := map[string]bool{config.FileName: true}
	for _, path := range isms.KeyFiles(d.options.Config) {
		of[path] = true
	}
	newer := b.Snapshot
	for i := len(line) - 2; i >= 0; i-- {
		state, err := d.user.Repository.CommitSnapshot(line[i].ID, d.options.Prefix, repo.Options{Match: func(path string) bool { return of[path] }})
		if err != nil {
			return nil, message.Text{}, err
		}
		if same(state, newer, of) {
			continue
		}
		newer = state
		whole, err := d.user.Repository.CommitSnapshot(line[i].ID, d.options.Prefix, repo.Options{})
		if err != nil {
			return nil, message.Text{}, err
		}
		if d.configDigest(whole) != d.System.ConfigDigest {
			return whole, message.Text{}, nil
		}
	}
	return nil, d.user.Repository.Incomplete(), nil
}

// same reports whether files are the same in two commits.
func same(a, b *repo.Snapshot, paths map[string]bool) bool {
	for path := range paths {
		x, hasX := a.Entry(path)
		y, hasY := b.Entry(path)
		if hasX != hasY || x.ID != y.ID {
			return false
		}
	}
	return true
}

// configDigest is the digest of the configuration of a state, "" where it has
// none.
func (d *Desk) configDigest(state *repo.Snapshot) string {
	read := func(path string) ([]byte, error) { return state.ReadFile(path, document.MaxSize) }
	src, err := read(config.FileName)
	if err != nil {
		return ""
	}
	c, _ := config.Parse(config.FileName, src, d.options.Schemas)
	return isms.ConfigDigest(c, src, read)
}

package approve

import (
	"context"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/document"
	"github.com/ismslint/ismslint/lint/isms"
)

// beforeConfig returns the desk that judges who may approve a change of the
// configuration: that of the configuration before the change. Who adds a
// person, a key or a role cannot approve that with them. Where nobody could
// have approved anything by that, it is the desk itself.
func (d *Desk) beforeConfig(ctx context.Context) (*Desk, error) {
	b := d.options.Before
	if b == nil || b.Snapshot == nil {
		return d, nil
	}
	src, err := b.Snapshot.ReadFile(config.FileName, document.MaxSize)
	if err != nil {
		return d, nil // there was none
	}
	o := d.options
	o.Config, _ = config.Parse(config.FileName, src, o.Schemas) // as far as it can be read
	o.Snapshot, o.Before, o.Past, o.Session, o.Keys = b.Snapshot, nil, nil, nil, nil
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

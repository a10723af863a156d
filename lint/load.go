package lint

import (
	"context"

	"github.com/ismslint/ismslint/lint/isms"
)

// Load reads one state of an ISMS without checking it. Files that could not be
// read are left out; the notes say which and why. An error means that the run
// was cancelled.
func Load(ctx context.Context, o Options) (*isms.System, []NotEvaluated, error) {
	o.Rules, o.Session = nil, nil
	r, err := newRun(ctx, o)
	if err != nil {
		return nil, nil, err
	}
	return r.system(), r.notEvaluated, nil
}

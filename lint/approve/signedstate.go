package approve

import (
	"context"
	"slices"

	"github.com/ismslint/ismslint/lint/approval"
	"github.com/ismslint/ismslint/lint/isms"
)

// signedState is a content that a valid statement is about, and the commit
// that brought it.
type signedState struct {
	statement *approval.Statement
	commit    *isms.Commit
}

// lastSigned returns the content that the latest valid statement is about, of
// those that the history holds; nil when there is none. The content at hand
// counts only for the one who has approved it: a second approver is shown what
// the first one was shown.
func (d *Desk) lastSigned(ctx context.Context, p *Plan) (*signedState, error) {
	var all []*isms.Approval
	for _, a := range d.System.Approvals(p.Statement.Number) {
		if a.Proven() && (p.Already != nil || a.Statement.Digest != p.Statement.Digest || a.Statement.Revision != p.Statement.Revision) {
			all = append(all, a)
		}
	}
	slices.SortStableFunc(all, func(a, b *isms.Approval) int { return later(b.Statement, a.Statement) })
	var best *signedState
	for _, a := range all {
		if best != nil && later(best.statement, a.Statement) != 0 {
			break
		}
		commit, err := d.options.Past.Holder(a.Statement.Number, a.Statement.Digest)
		if err != nil {
			return nil, err
		}
		if commit == nil || best != nil && !commit.Committer.When.After(best.commit.Committer.When) {
			continue
		}
		if p.File == nil {
			if proven, err := d.provenBefore(ctx, commit, a.File); !proven {
				if err != nil {
					return nil, err
				}
				continue
			}
		}
		best = &signedState{a.Statement, commit}
	}
	return best, nil
}

// later orders statements by revision and day. Of those of one day the commits
// tell which one was the last.
func later(a, b *approval.Statement) int {
	if a.Revision != b.Revision {
		return a.Revision - b.Revision
	}
	return a.Day.Compare(b.Day)
}

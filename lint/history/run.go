package history

import (
	"context"
	"time"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// Options say which commits to check, and how.
type Options struct {
	Repository *repo.Repository
	// Prefix is the path from the root of the repository to that of the ISMS,
	// with a final slash, or "".
	Prefix   string
	Schemas  *schema.Set
	Standard *standard.Standard
	Rules    []*lint.Rule
	// Config reads the configuration of a state.
	Config func(*repo.Snapshot) (*config.Config, error)
	// Zone is the time zone of the organisation; nil is that of each commit.
	Zone *time.Location
	// Store keeps results between runs, Facts what was read of files; nil keeps
	// nothing.
	Store, Facts lint.Store
	// Today is the day of the run.
	Today date.Date
	// Progress is told how many of how many commits are done; nil is not.
	Progress func(done, total int)
}

// Result is what became of checking one commit.
type Result struct {
	Info   *repo.CommitInfo
	Commit *isms.Commit
	// Report is the report on the state of the commit, as of the committer's
	// day and by its own configuration; nil when Failure says why there is none.
	Report  *lint.Report
	Failure error
}

// DayOf is the committer's day of a commit in a time zone; nil is the
// commit's own.
func DayOf(info *repo.CommitInfo, zone *time.Location) date.Date {
	t := info.Committer.When
	if zone != nil {
		t = t.In(zone)
	}
	return date.Of(t)
}

// Each checks commits, which come after their parents, and gives each result
// to visit. An error of visit ends the run.
func Each(ctx context.Context, o Options, commits []*repo.CommitInfo, visit func(*Result) error) error {
	c := newChecker(ctx, o)
	byID := make(map[string]*repo.CommitInfo, len(commits))
	for _, info := range commits {
		byID[info.ID] = info
	}
	defer c.saveFacts()
	defer c.lookAhead(commits, byID)()
	for i, info := range commits {
		if err := ctx.Err(); err != nil {
			return err
		}
		parent, err := c.parent(info, byID)
		if err != nil {
			return err
		}
		r, err := c.check(info, parent)
		if err != nil {
			return err
		}
		if err := visit(r); err != nil {
			return err
		}
		c.ahead.pass(i+1, c)
		if o.Progress != nil {
			o.Progress(i+1, len(commits))
		}
	}
	return nil
}

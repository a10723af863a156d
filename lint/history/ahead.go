package history

import (
	"context"
	"sync"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
)

const (
	// aheadCommits is how many commits are read before they are judged,
	// aheadFiles how many files of one of them.
	aheadCommits = 16
	aheadFiles   = 64
)

// ahead reads the next commits of a run while the last one is judged: what they
// change, who signed them, and the files that they bring. It finds out nothing
// that the run would not; an error is left for the run to meet.
type ahead struct {
	commits    []*repo.CommitInfo
	repository *repo.Repository
	parent     func(*repo.CommitInfo) (*repo.CommitInfo, error)
	known      func(*repo.CommitInfo) bool // needs no check
	differ     *repo.Differ

	mu      sync.Mutex
	changed *sync.Cond // by: judged, reading, steps, stopped
	judged  int        // commits that the run is done with
	reading int        // the commit at hand, -1 for none
	steps   map[string]*aheadStep
	stopped bool
	// session and reader are those that the run judges with.
	session *lint.Session
	reader  *Reader
}

// aheadStep is what was read of a commit.
type aheadStep struct {
	changes []repo.FileChange // against the first parent
	commit  *isms.Commit      // as reader sees it
	reader  *Reader
}

// lookAhead begins to read commits, which the run checks in their order; stop
// ends that.
func (c *checker) lookAhead(commits []*repo.CommitInfo, byID map[string]*repo.CommitInfo) (stop func()) {
	a := &ahead{
		commits: commits, repository: c.Repository, differ: c.Repository.NewDiffer(c.Prefix),
		parent:  func(info *repo.CommitInfo) (*repo.CommitInfo, error) { return c.parent(info, byID) },
		known:   c.isKnown,
		reading: -1, steps: map[string]*aheadStep{},
	}
	a.changed = sync.NewCond(&a.mu)
	c.ahead = a
	var done sync.WaitGroup
	done.Go(func() { a.run(c.ctx) })
	return func() {
		a.update(func() { a.stopped = true })
		done.Wait()
	}
}

func (a *ahead) update(change func()) {
	a.mu.Lock()
	defer a.mu.Unlock()
	change()
	a.changed.Broadcast()
}

func (a *ahead) run(ctx context.Context) {
	for i := 0; i < len(a.commits) && ctx.Err() == nil; i++ {
		a.mu.Lock()
		for i >= a.judged+aheadCommits && !a.stopped {
			a.changed.Wait()
		}
		i = max(i, a.judged) // the run was faster
		if a.stopped || i >= len(a.commits) {
			a.mu.Unlock()
			return
		}
		a.reading = i
		session, reader := a.session, a.reader
		a.mu.Unlock()
		step := a.read(ctx, a.commits[i], session, reader)
		a.update(func() {
			a.reading = -1
			if step != nil && i >= a.judged {
				a.steps[a.commits[i].ID] = step
			}
		})
	}
}

// read reads one commit; nil where there is nothing to say.
func (a *ahead) read(ctx context.Context, info *repo.CommitInfo, session *lint.Session, reader *Reader) *aheadStep {
	if a.known(info) {
		return nil
	}
	parent, err := a.parent(info)
	if err != nil || parent == nil {
		return nil
	}
	step := &aheadStep{}
	if step.changes, err = a.differ.Diff(ctx, parent, info); err != nil {
		return nil
	}
	if reader != nil {
		step.commit, step.reader = reader.Commit(info), reader
	}
	if session == nil {
		return step
	}
	for _, change := range step.changes[:min(len(step.changes), aheadFiles)] {
		if change.After != "" && ctx.Err() == nil {
			session.Prepare(change.Path, change.After, func(limit int64) ([]byte, error) { return a.repository.ReadBlob(change.After, limit) })
		}
	}
	return step
}

// take returns what was read of a commit of the run, nil where nothing was.
func (a *ahead) take(info *repo.CommitInfo) *aheadStep {
	if a == nil {
		return nil
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	for a.reading >= 0 && a.commits[a.reading] == info {
		a.changed.Wait()
	}
	return a.steps[info.ID]
}

// pass goes on to the commit after the given number of them.
func (a *ahead) pass(judged int, c *checker) {
	a.update(func() {
		for ; a.judged < judged; a.judged++ {
			delete(a.steps, a.commits[a.judged].ID)
		}
		a.session, a.reader = c.session, c.reader
	})
}

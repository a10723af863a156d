package lint

import (
	"context"
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/source"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// Options say what to check, and how.
type Options struct {
	Snapshot *repo.Snapshot
	Config   *config.Config
	Schemas  *schema.Set
	Standard *standard.Standard
	// Rules are all rules that exist; the configuration says which of them run.
	Rules []*Rule
	// AsOf is the day of judgement.
	AsOf date.Date
	// Today is the day of the run, which judges times that lie in the future;
	// zero judges none.
	Today date.Date
	// Prefix is the path from the root of the repository to that of the ISMS,
	// with a final slash, or "".
	Prefix string
	// Before is the state that the snapshot is a change of; nil judges it alone.
	Before *Before
	// Past is what the history knows up to this state; nil when there is none.
	Past isms.Past
	// Keys is the state in which files of keys are looked up that the
	// configuration names; nil is Snapshot.
	Keys *repo.Snapshot
	// OnChange is told the change that the rules have judged; nil is not.
	OnChange func(*isms.Change)
	// Restrict decides which files are reported on; nil reports on all. What
	// is loaded and checked does not depend on it.
	Restrict func(path string) bool
	// Baseline holds accepted findings; nil accepts none.
	Baseline *Baseline
	// Session shares work with the checks of other states under the same
	// configuration, schemas and rules; nil shares with none.
	Session *Session
	// Parallelism is the number of files that are read at the same time; 0
	// means the number of processors.
	Parallelism int
}

// Run checks one state of an ISMS. The report is the same at any parallelism.
// An error means that the run was cancelled or that the snapshot could not be
// read; findings are never an error.
func Run(ctx context.Context, o Options) (*Report, error) {
	r, err := newRun(ctx, o)
	if err != nil {
		return nil, err
	}
	if err := r.checkSystem(ctx); err != nil {
		return nil, err
	}
	for _, stage := range []func(*run){
		(*run).yield,
		(*run).setSeverity,
		(*run).sortFindings,
		(*run).fingerprint,
		(*run).suppress,
		(*run).baseline,
		(*run).restrict,
		(*run).sortFindings,
	} {
		stage(r)
	}
	return r.report(), nil
}

// run is the state of one run.
type run struct {
	Options
	rules   *ruleSet
	builder *isms.Builder

	*roster
	lastSnapshot *repo.Snapshot // of the session, nil at first
	findings     []Finding
	notEvaluated []NotEvaluated

	otherRows []string // documents of which the rows in another file changed

	texts sync.Map // path → *source.Text, for files that a stage looked into
}

// newRun reads the files of a state.
func newRun(ctx context.Context, o Options) (*run, error) {
	if o.Session == nil {
		o.Session = NewSession(o.Config, o.Schemas, o.Standard, o.Rules)
	}
	r := &run{Options: o, rules: o.Session.rules, builder: o.Session.builder}
	if r.Parallelism <= 0 {
		r.Parallelism = runtime.GOMAXPROCS(0)
	}
	return r, r.readFiles(ctx)
}

// checked is what became of one file.
type checked struct {
	file         *isms.File
	id           string // git's id of the content, where it is needed
	beside       string // path of the file that the rows stand in, "" when in none
	besideID     string
	findings     []Finding
	notEvaluated []NotEvaluated
}

// readFiles reads and checks the files that belong to the ISMS, but for those
// that are as they were in the last state of the session.
func (r *run) readFiles(ctx context.Context) error {
	var entries []repo.Entry
	if last := r.Session.last; last != nil {
		r.lastSnapshot = last.snapshot
	}
	r.roster, entries = r.Session.last.next(r)
	results, err := r.readEntries(ctx, entries)
	if err != nil {
		return err
	}
	r.roster.insert(results)
	if r.Session.memory != nil {
		r.Session.last = r.roster
	}
	for _, list := range [][]*checked{r.speaking, r.unread} {
		for _, c := range list {
			r.findings = append(r.findings, c.findings...)
			r.notEvaluated = append(r.notEvaluated, c.notEvaluated...)
		}
	}
	return nil
}

func (r *run) readEntries(ctx context.Context, entries []repo.Entry) ([]*checked, error) {
	results := make([]*checked, len(entries))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(r.Parallelism)
	for i, e := range entries {
		group.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			results[i] = r.checkFile(e)
			return nil
		})
	}
	return results, group.Wait()
}

// checkFile reads one file and applies the rules of scope Document, unless the
// session has done so before.
func (r *run) checkFile(e repo.Entry) *checked {
	if e.ID == "" {
		return r.read(e)
	}
	id := contentID{e.Path, e.ID}
	if c := r.Session.find(id, r.blobOf); c != nil {
		return c
	}
	c := r.read(e)
	if c.file != nil {
		r.Session.keep(id, c)
	}
	return c
}

// blobOf returns git's id of a file where the snapshot knows it.
func (r *run) blobOf(path string) string { return blobIn(r.Snapshot, path) }

func blobIn(s *repo.Snapshot, path string) string {
	e, _ := s.Entry(path)
	return e.ID
}

func (r *run) take(p *Pass) {
	r.findings = append(r.findings, p.findings...)
	r.notEvaluated = append(r.notEvaluated, p.notEvaluated...)
}

func (r *run) setSeverity() { r.rules.apply(r.findings) }

// at returns what became of the file at a path, nil when there is none.
func (r *run) at(path string) *checked {
	i, found := place(r.results, path)
	if !found {
		return nil
	}
	return r.results[i]
}

// text returns the indexed text of a file that a finding may point into.
func (r *run) text(path string) *source.Text {
	if c := r.at(path); c != nil {
		return c.file.Text()
	}
	if t, ok := r.texts.Load(path); ok {
		return t.(*source.Text)
	}
	var b []byte
	switch {
	case r.rowsAt(path) != nil:
		b = r.rowsAt(path)
	case path == r.Config.Path:
		b = r.Config.Source
	case r.Baseline != nil && path == r.Baseline.Path:
		b = r.Baseline.Source
	}
	if b == nil {
		return nil
	}
	t, _ := r.texts.LoadOrStore(path, source.NewText(b))
	return t.(*source.Text)
}

// rowsAt returns a CSV file that holds the rows of a register, or nil.
func (r *run) rowsAt(path string) []byte {
	for _, c := range r.speaking {
		if rows := c.file.RowsFile; rows != nil && rows.Path == path {
			return rows.Source
		}
	}
	return nil
}

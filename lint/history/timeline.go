package history

import (
	"cmp"
	"context"
	"slices"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
)

// Timeline says when each finding entered and left the ISMS. It follows the
// mainline, the first parents from the last commit back: what stood on it on a
// day was in force. The commits of branches are checked as well, but what they
// brought counts from the day on which they were merged.
type Timeline struct {
	// First and Last are the days that it covers.
	First, Last date.Date
	// Commits is the number of commits that were checked, Mainline that of
	// those on the mainline.
	Commits, Mainline int
	// Entries are the findings in the order in which they entered.
	Entries []*Entry
	// Events are findings on changes, in the order of the commits.
	Events []Event
	// Failures are the commits that could not be checked.
	Failures []Failure
}

// Entry is a finding from the day on which it entered to that on which it left.
type Entry struct {
	Finding
	// Before reports that it stood already before the first commit, so that
	// Entered is zero and Commit "".
	Before bool
	// Entered is the first day with it, in Commit, which is "" when a deadline
	// passed without one.
	Entered date.Date
	Commit  string
	// Left is the first day without it, in LeftIn; zero while it stays.
	Left   date.Date
	LeftIn string
}

// Event is a finding on the change that a commit made.
type Event struct {
	Finding
	Day    date.Date
	Commit string
	// Branch reports whether the commit is not on the mainline.
	Branch bool
}

// Failure is a commit that could not be checked. Of the days from Day to Until
// nothing is known; Until is zero when the commit is not on the mainline.
type Failure struct {
	Commit     string
	Day, Until date.Date
	Reason     message.Text
}

// timelineBuilder follows the mainline.
type timelineBuilder struct {
	*Timeline
	checker *checker
	active  map[standing]*Entry
	days    map[string]date.Date // of the commits of the mainline, by id

	info  *repo.CommitInfo // the last commit
	day   date.Date
	state []Finding // its findings as of day
	// stateIDs are the ids of state in the store, "" where they are not known.
	stateIDs string
	// unknown reports that the last commit could not be checked.
	unknown bool
}

// Build checks commits, which come after their parents, and returns the
// timeline of the mainline of the last one up to the day of the run.
func Build(ctx context.Context, o Options, commits []*repo.CommitInfo) (*Timeline, error) {
	b := &timelineBuilder{Timeline: &Timeline{}, checker: newChecker(ctx, o), active: map[standing]*Entry{}}
	byID := make(map[string]*repo.CommitInfo, len(commits))
	for _, c := range commits {
		byID[c.ID] = c
	}
	defer b.checker.saveFacts()
	if err := b.begin(mainline(commits, byID), byID); err != nil {
		return nil, err
	}
	defer b.checker.lookAhead(commits, byID)()
	for i, info := range commits {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		parent, err := b.checker.parent(info, byID)
		if err != nil {
			return nil, err
		}
		if err := b.commit(info, parent); err != nil {
			return nil, err
		}
		b.checker.ahead.pass(i+1, b.checker)
		if o.Progress != nil {
			o.Progress(i+1, len(commits))
		}
	}
	if b.info != nil {
		b.Last = maxDay(b.day, o.Today)
		if err := b.pass(b.Last); err != nil {
			return nil, err
		}
		b.settle(b.Last.AddDays(1))
	}
	slices.SortStableFunc(b.Entries, func(x, y *Entry) int {
		return cmp.Or(x.Entered.Compare(y.Entered), cmp.Compare(x.Document, y.Document), cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Line, y.Line))
	})
	return b.Timeline, nil
}

// begin prepares for the commits of a mainline.
func (b *timelineBuilder) begin(line []*repo.CommitInfo, known map[string]*repo.CommitInfo) error {
	b.days = daysOf(line, b.checker.Options)
	if len(line) == 0 {
		return nil
	}
	parent, err := b.checker.parent(line[0], known)
	if err != nil || parent == nil {
		return err
	}
	return b.before(parent, b.days[line[0].ID])
}

// commit takes in one commit.
func (b *timelineBuilder) commit(info, parent *repo.CommitInfo) error {
	day, onMainline := b.days[info.ID]
	switch {
	case !onMainline:
		day = DayOf(info, b.checker.Zone)
	case b.info != nil:
		if err := b.pass(day.AddDays(-1)); err != nil {
			return err
		}
	}
	r, err := b.checker.record(info, parent)
	if err != nil {
		return err
	}
	b.Commits++
	if r.Failure != nil {
		b.Failures = append(b.Failures, Failure{Commit: info.ID, Day: day, Reason: message.Text{JA: r.Failure.JA, EN: r.Failure.EN}})
	}
	for _, f := range r.Change {
		b.Events = append(b.Events, Event{f, day, info.ID, !onMainline})
	}
	if !onMainline {
		return nil
	}
	return b.inForce(info, r, day)
}

// inForce makes the state of a commit of the mainline the one in force from a
// day on.
func (b *timelineBuilder) inForce(info *repo.CommitInfo, r *record, day date.Date) (err error) {
	b.Mainline++
	if b.First.IsZero() {
		b.First = day
	}
	b.settle(day)
	b.info, b.day, b.unknown = info, day, r.Failure != nil
	if b.unknown {
		return nil
	}
	if day != DayOf(info, b.checker.Zone) {
		if r, err = b.checker.stateAt(info, day); err != nil || r.Failure != nil {
			return err
		}
	}
	b.take(r, day, info.ID)
	return nil
}

// settle ends the days of which nothing is known with the day before.
func (b *timelineBuilder) settle(day date.Date) {
	if n := len(b.Failures); n > 0 && b.unknown {
		for i := range b.Failures {
			if f := &b.Failures[i]; f.Commit == b.info.ID {
				f.Until = maxDay(f.Day, day.AddDays(-1))
			}
		}
	}
}

// pass lets the days up to and with the given one pass over the last state:
// deadlines may end without a commit.
func (b *timelineBuilder) pass(day date.Date) error {
	if b.unknown || !b.day.Before(day) {
		return nil
	}
	after, err := b.checker.stateAt(b.info, day)
	if err != nil || after.Failure != nil {
		return err
	}
	if err := b.between(b.day, day, after.State); err != nil {
		return err
	}
	b.day = day
	return nil
}

// between finds the days on which findings came or went from one day, whose
// state is known, to another one, whose state is given, by halving.
func (b *timelineBuilder) between(from, to date.Date, after []Finding) error {
	if sameFindings(b.state, after) {
		return nil
	}
	days := from.DaysUntil(to)
	if days == 1 {
		b.replace(after, to, "")
		return nil
	}
	middle := from.AddDays(days / 2)
	r, err := b.checker.stateAt(b.info, middle)
	if err != nil || r.Failure != nil {
		return err
	}
	if err := b.between(from, middle, r.State); err != nil {
		return err
	}
	return b.between(middle, to, after)
}

// take makes the findings of a record those of the state from a day on. Most
// commits change none, which the store tells at once.
func (b *timelineBuilder) take(r *record, day date.Date, commit string) {
	if r.stateIDs == "" || r.stateIDs != b.stateIDs {
		b.replace(r.State, day, commit)
	}
	b.stateIDs = r.stateIDs
}

// replace makes findings those of the state from a day on.
func (b *timelineBuilder) replace(findings []Finding, day date.Date, commit string) {
	b.stateIDs = ""
	now := make(map[standing]bool, len(findings))
	var entering []Finding
	for i := range findings {
		id := findings[i].standing()
		now[id] = true
		if b.active[id] == nil {
			entering = append(entering, findings[i])
		}
	}
	left := b.leave(now, day, commit)
	for _, f := range entering {
		e := left.take(&f)
		if e == nil {
			e = &Entry{Entered: day, Commit: commit}
			b.Entries = append(b.Entries, e)
		}
		e.Finding, e.Left, e.LeftIn = f, date.Date{}, ""
		b.active[f.standing()] = e
	}
	b.state = findings
}

func maxDay(a, b date.Date) date.Date {
	if a.Before(b) {
		return b
	}
	return a
}

// ByDocument splits the timeline into one for each document that has a finding.
// Commits that could not be checked count for all of them.
func (t *Timeline) ByDocument() map[string]*Timeline {
	all := map[string]*Timeline{}
	of := func(document string) *Timeline {
		own := all[document]
		if own == nil {
			own = &Timeline{First: t.First, Last: t.Last, Failures: t.Failures}
			all[document] = own
		}
		return own
	}
	for _, e := range t.Entries {
		own := of(e.Document)
		own.Entries = append(own.Entries, e)
	}
	for _, e := range t.Events {
		own := of(e.Document)
		own.Events = append(own.Events, e)
	}
	return all
}

package history

import (
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/repo"
)

// maxBroken is how many commits in a row that cannot be checked are passed over
// to find out what stood before a range: a configuration is mended soon, and
// before an ISMS began there is none.
const maxBroken = 100

// before takes in what stood on the day before the first commit of a mainline
// that does not begin with the history, given its first parent. Where that
// cannot be told all counts from the first commit.
func (b *timelineBuilder) before(parent *repo.CommitInfo, first date.Date) error {
	for range maxBroken {
		if parent == nil {
			return nil
		}
		// A parent of the same day was not there the day before.
		day := maxDay(DayOf(parent, b.checker.Zone), first.AddDays(-1))
		if day.After(first) {
			day = first
		}
		r, err := b.checker.stateAt(parent, day)
		if err != nil {
			return err
		}
		if r.Failure == nil {
			b.standBefore(parent, r, day)
			return nil
		}
		if parent, err = b.checker.parent(parent, nil); err != nil {
			return err
		}
	}
	return nil
}

// standBefore makes the findings on a state entries without a day.
func (b *timelineBuilder) standBefore(info *repo.CommitInfo, r *record, day date.Date) {
	b.info, b.day = info, day
	b.take(r, day, "")
	for _, e := range b.Entries {
		e.Before, e.Entered = true, date.Date{}
	}
}

// Package date holds calendar days without a time of day, in the notations
// that Japanese and English documents use, and the arithmetic of the ISMS year.
package date

import (
	"fmt"
	"time"
)

// Date is a day of the Gregorian calendar. The zero Date is no day; it is
// before every other.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Of returns the day on which t falls in its own location.
func Of(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// New returns the given day, and false when it does not exist.
func New(year int, month time.Month, day int) (Date, bool) {
	d := Date{year, month, day}
	if Of(d.time()) != d || year < 1 || year > 9999 {
		return Date{}, false
	}
	return d, true
}

// IsZero reports whether d is no day.
func (d Date) IsZero() bool { return d == Date{} }

// Compare returns -1, 0 or +1 as d is before, equal to or after o.
func (d Date) Compare(o Date) int { return d.time().Compare(o.time()) }

// Before reports whether d is an earlier day than o.
func (d Date) Before(o Date) bool { return d.Compare(o) < 0 }

// After reports whether d is a later day than o.
func (d Date) After(o Date) bool { return d.Compare(o) > 0 }

// AddDays returns the day n days after d, or before it when n is negative. No
// day plus any number of days is no day.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return Of(d.time().AddDate(0, 0, n))
}

// AddMonths returns the same day n months later, or earlier when n is
// negative, clamped to the end of the month (design decision 6). No day plus
// any number of months is no day.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() {
		return d
	}
	first := time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Date{first.Year(), first.Month(), min(d.Day, last)}
}

// DaysUntil returns the number of days from d to o, negative when o is
// earlier. Neither may be the zero Date.
func (d Date) DaysUntil(o Date) int {
	// In seconds, because a time.Duration ends after 292 years.
	const day = 24 * 60 * 60
	return int((o.time().Unix() - d.time().Unix()) / day)
}

// String returns the day as 2006-01-02, and "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

func (d Date) time() time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC)
}

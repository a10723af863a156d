package config_test

import (
	"testing"
	"time"
)

// The cycle of the year moves as a whole: laws in its last month, issues and
// risks in its first, unless the file says otherwise.
func TestMonthsOfTheYear(t *testing.T) {
	for _, c := range []struct {
		file                string
		year, review, legal time.Month
	}{
		{"", time.April, time.April, time.March},
		{"[periods]\ntrigger_days = 5\n", time.April, time.April, time.March},
		{"[periods]\nyear_month = 1\n", time.January, time.January, time.December},
		{"[periods]\nyear_month = 2\n", time.February, time.February, time.January},
		{"[periods]\nyear_month = 12\n", time.December, time.December, time.November},
		{"[periods]\nyear_month = 7\nreview_month = 9\n", time.July, time.September, time.June},
		{"[periods]\nlegal_month = 10\n", time.April, time.April, time.October},
	} {
		p := parse(t, c.file).Periods
		if p.Year != c.year || p.Review != c.review || p.Legal != c.legal {
			t.Errorf("%q: year %s, review %s, legal %s; want %s, %s, %s", c.file, p.Year, p.Review, p.Legal, c.year, c.review, c.legal)
		}
	}
}

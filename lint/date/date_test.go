package date_test

import (
	"testing"
	"time"

	"github.com/ismslint/ismslint/lint/date"
)

// on reads an ISO day without help from the code under test.
func on(t *testing.T, s string) date.Date {
	t.Helper()
	if s == "" {
		return date.Date{}
	}
	v, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return date.Of(v)
}

func TestNew(t *testing.T) {
	for _, c := range []struct {
		y, m, d int
		ok      bool
	}{
		{2025, 1, 31, true}, {2025, 2, 28, true}, {2024, 2, 29, true}, {2000, 2, 29, true},
		{1, 1, 1, true}, {9999, 12, 31, true},
		{2025, 2, 29, false}, {2025, 2, 30, false}, {1900, 2, 29, false}, {2100, 2, 29, false},
		{2025, 4, 31, false}, {2025, 13, 1, false}, {2025, 0, 1, false}, {2025, 1, 0, false},
		{2025, 1, -1, false}, {2025, -1, 1, false}, {0, 1, 1, false}, {10000, 1, 1, false},
	} {
		d, ok := date.New(c.y, time.Month(c.m), c.d)
		want := date.Date{}
		if c.ok {
			want = date.Date{Year: c.y, Month: time.Month(c.m), Day: c.d}
		}
		if ok != c.ok || d != want {
			t.Errorf("New(%d, %d, %d) = %v, %v, want %v, %v", c.y, c.m, c.d, d, ok, want, c.ok)
		}
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2025-04-15", 0, "2025-04-15"},
		{"2025-04-15", 1, "2025-05-15"},
		{"2025-01-31", 1, "2025-02-28"},
		{"2024-01-31", 1, "2024-02-29"},
		{"2023-12-31", 2, "2024-02-29"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", 48, "2028-02-29"},
		{"2024-02-29", -12, "2023-02-28"},
		{"2025-02-28", 1, "2025-03-28"}, // the end of a month does not stick
		{"2025-03-31", -1, "2025-02-28"},
		{"2025-05-31", 1, "2025-06-30"},
		{"2025-07-31", 1, "2025-08-31"},
		{"2025-12-15", 1, "2026-01-15"},
		{"2025-01-15", -1, "2024-12-15"},
		{"2025-01-31", -2, "2024-11-30"},
		{"2025-06-30", 36, "2028-06-30"},
		{"2025-06-30", -30, "2022-12-30"},
		{"2025-11-30", 3, "2026-02-28"},
		{"2099-12-31", 2, "2100-02-28"}, // 2100 is no leap year
		{"1999-12-31", 2, "2000-02-29"}, // 2000 is one
		{"", 5, ""},
	} {
		if got := on(t, c.from).AddMonths(c.n); got != on(t, c.want) {
			t.Errorf("%s + %d months = %s, want %s", c.from, c.n, got, c.want)
		}
	}
}

// Every result is a day of the calendar in the month that is n months away,
// and only the end of a shorter month moves the day.
func TestAddMonthsEveryDay(t *testing.T) {
	for d := on(t, "2023-01-01"); d.Year < 2029; d = d.AddDays(1) {
		for _, n := range []int{-37, -12, -1, 1, 2, 11, 13, 36} {
			got := d.AddMonths(n)
			if _, ok := date.New(got.Year, got.Month, got.Day); !ok {
				t.Fatalf("%s + %d months = %s, which is no day", d, n, got)
			}
			if months := got.Year*12 + int(got.Month) - d.Year*12 - int(d.Month); months != n {
				t.Fatalf("%s + %d months = %s, which is %d months away", d, n, got, months)
			}
			if got.Day > d.Day || got.Day < d.Day && got.AddDays(1).Day != 1 {
				t.Fatalf("%s + %d months = %s", d, n, got)
			}
		}
	}
}

func TestAddDays(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2025-10-31", 0, "2025-10-31"},
		{"2025-10-31", 30, "2025-11-30"},
		{"2024-02-28", 1, "2024-02-29"},
		{"2025-02-28", 1, "2025-03-01"},
		{"2025-01-01", -1, "2024-12-31"},
		{"2024-01-01", 366, "2025-01-01"},
		{"1700-01-01", 146097, "2100-01-01"},
		{"", 1, ""},
	} {
		if got := on(t, c.from).AddDays(c.n); got != on(t, c.want) {
			t.Errorf("%s + %d days = %s, want %s", c.from, c.n, got, c.want)
		}
		if c.from == "" {
			continue
		}
		if got := on(t, c.from).DaysUntil(on(t, c.want)); got != c.n {
			t.Errorf("%s is %d days before %s, want %d", c.from, got, c.want, c.n)
		}
	}
}

func TestDaysUntilLong(t *testing.T) {
	first, last := date.Date{Year: 1, Month: 1, Day: 1}, date.Date{Year: 9999, Month: 12, Day: 31}
	if got := first.DaysUntil(last); got != 3652058 {
		t.Errorf("the calendar has %d days between its ends, want 3652058", got)
	}
	if got := last.DaysUntil(first); got != -3652058 {
		t.Errorf("backwards %d, want -3652058", got)
	}
}

func TestCompare(t *testing.T) {
	days := []string{"", "0001-01-01", "2024-12-31", "2025-01-01", "2025-01-02", "2025-02-01", "9999-12-31"}
	for i, a := range days {
		for j, b := range days {
			x, y := on(t, a), on(t, b)
			want := 0
			if i != j {
				want = 1
			}
			if i < j {
				want = -1
			}
			if got := x.Compare(y); got != want || x.Before(y) != (want < 0) || x.After(y) != (want > 0) {
				t.Errorf("Compare(%q, %q) = %d, want %d", a, b, got, want)
			}
		}
	}
}

func TestOfUsesTheLocation(t *testing.T) {
	tokyo := time.FixedZone("JST", 9*60*60)
	instant := time.Date(2025, 3, 31, 20, 0, 0, 0, time.UTC)
	if got := date.Of(instant).String(); got != "2025-03-31" {
		t.Errorf("in UTC %s", got)
	}
	if got := date.Of(instant.In(tokyo)).String(); got != "2025-04-01" {
		t.Errorf("in Tokyo %s", got)
	}
}

func TestString(t *testing.T) {
	for want, d := range map[string]date.Date{
		"2025-04-01": {Year: 2025, Month: 4, Day: 1},
		"0794-10-22": {Year: 794, Month: 10, Day: 22},
		"":           {},
	} {
		if got := d.String(); got != want {
			t.Errorf("%#v is %q, want %q", d, got, want)
		}
		if d.IsZero() != (want == "") {
			t.Errorf("%#v: IsZero is %v", d, d.IsZero())
		}
	}
}

package scaffold

import (
	"testing"
	"time"

	"github.com/ismslint/ismslint/lint/date"
)

func TestNextID(t *testing.T) {
	day := date.Date{Year: 2026, Month: time.November, Day: 22}
	for _, c := range []struct {
		pattern string
		used    []string
		day     date.Date
		fiscal  bool
		want    string
	}{
		{"CAR-2026-001", nil, day, false, "CAR-2026-001"},
		{"CAR-2026-002", []string{"CAR-2026-001", "CAR-2026-002"}, day, false, "CAR-2026-003"},
		{"CAR-2026-002", []string{"CAR-2026-009", "CAR-2026-002"}, day, false, "CAR-2026-010"},
		{"CAR-2025-009", []string{"CAR-2025-009"}, day, false, "CAR-2026-001"},
		{"CAR-2026-999", []string{"CAR-2026-999"}, day, false, "CAR-2026-1000"},
		{"CAR-2026-1", []string{"CAR-2026-1"}, day, false, "CAR-2026-2"},
		{"AS-009", []string{"AS-001", "AS-009", "as-010", "R-044"}, day, false, "AS-011"},
		{"ＡＳ－００９", []string{"ＡＳ－００９"}, day, false, "AS-010"},
		{"資産007", []string{"資産007"}, day, false, "資産008"},
		{"CAR2026001", []string{"CAR2026001"}, day, false, "CAR2026002"},
		{"INC-20261120-02", []string{"INC-20261120-02"}, day, false, "INC-20261122-01"},
		{"ENT-202610-3", []string{"ENT-202611-4"}, day, false, "ENT-202611-5"},
		{"CAR-R7-012", []string{"CAR-R7-012", "CAR-R8-003"}, day, false, "CAR-R8-004"},
		{"2026-CAR-03", []string{"2026-CAR-03"}, day, false, "2026-CAR-04"},
		{"CAR-2026-03-A", []string{"CAR-2026-03-A", "CAR-2026-07-B"}, day, false, "CAR-2026-04-A"},
		{"MR-2026-01", []string{"MR-2026-01"}, date.Date{Year: 2027, Month: time.March, Day: 31}, true, "MR-2026-02"},
		{"MR-2026-01", []string{"MR-2026-01"}, date.Date{Year: 2027, Month: time.April, Day: 1}, true, "MR-2027-01"},
		{"MR-2026-01", []string{"MR-2026-01"}, date.Date{Year: 2027, Month: time.March, Day: 31}, false, "MR-2027-01"},
		{"CAR", nil, day, false, ""},
		{"CAR-99999999999", nil, day, false, ""},
	} {
		if got, _ := nextID(c.pattern, c.used, c.day, c.fiscal); got != c.want {
			t.Errorf("after %s of %q on %s: %q, want %q", c.pattern, c.used, c.day, got, c.want)
		}
	}
}

func FuzzNextID(f *testing.F) {
	for _, s := range []string{"CAR-2026-001", "AS-009", "20261122", "令和8-1", "-R8-01", "９９", "", "999999999"} {
		f.Add(s)
	}
	day := date.Date{Year: 2026, Month: time.November, Day: 22}
	f.Fuzz(func(t *testing.T, id string) {
		next, ok := nextID(id, []string{id}, day, false)
		if !ok {
			return
		}
		after, ok := nextID(next, []string{id, next}, day, false)
		if !ok || after == next || after == id {
			t.Errorf("after %q comes %q, and then %q (%v)", id, next, after, ok)
		}
	})
}

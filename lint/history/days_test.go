package history_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/history"
)

func TestMainlineDays(t *testing.T) {
	tests := map[string]struct{ days, want string }{
		"none":                             {"", ""},
		"in order":                         {"2024-01-01 2024-01-01 2025-03-01", "2024-01-01 2024-01-01 2025-03-01"},
		"one from the future":              {"2024-01-01 2150-01-01 2024-02-01 2024-03-01", "2024-01-01 2024-02-01 2024-02-01 2024-03-01"},
		"the last from the future":         {"2024-01-01 2024-02-01 2150-01-01", "2024-01-01 2024-02-01 2026-11-22"},
		"the first from the future":        {"2150-01-01 2024-02-01 2024-03-01", "2024-02-01 2024-02-01 2024-03-01"},
		"one from the past":                {"2024-01-01 2024-02-01 1960-01-01 2024-03-01", "2024-01-01 2024-02-01 2024-02-01 2024-03-01"},
		"the last from the past":           {"2024-01-01 1960-01-01", "2024-01-01 2024-01-01"},
		"the second from the past":         {"2024-01-01 1960-01-01 2024-03-01", "2024-01-01 2024-01-01 2024-03-01"},
		"too late, but not for today":      {"2024-01-01 2026-11-01 2024-02-01 2024-03-01", "2024-01-01 2024-02-01 2024-02-01 2024-03-01"},
		"two wrong clocks, one after":      {"2024-01-01 2150-01-01 1960-01-01 2024-02-01 2024-03-01", "2024-01-01 2024-02-01 2024-02-01 2024-02-01 2024-03-01"},
		"another time zone, one day early": {"2024-01-01 2024-01-03 2024-01-02 2024-01-03", "2024-01-01 2024-01-03 2024-01-03 2024-01-03"},
		"all from the future":              {"2150-01-01 2151-01-01", "2026-11-22 2026-11-22"},
	}
	today := date.Date{Year: 2026, Month: 11, Day: 22}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var days []date.Date
			for _, text := range strings.Fields(test.days) {
				d, _, ok := date.Parse(text)
				if !ok {
					t.Fatalf("%q is no date", text)
				}
				days = append(days, d)
			}
			given := slices.Clone(days)
			got := strings.Trim(fmt.Sprint(history.MainlineDays(days, today)), "[]")
			if got != test.want || !slices.Equal(days, given) {
				t.Errorf("%s became %s, want %s", test.days, got, test.want)
			}
		})
	}
	late := []date.Date{{Year: 2150, Month: 1, Day: 1}}
	if got := history.MainlineDays(late, date.Date{}); !slices.Equal(got, late) {
		t.Errorf("without a day of today %v became %v", late, got)
	}
}

// TestWrongClock checks that one commit with a wrong clock changes no figure
// but those of the days around it.
func TestWrongClock(t *testing.T) {
	const day, start = 86400, 1_775_000_000
	text := func(due string) string { return "# 手順\n\n{{会社名}}の" + due + "で記帳する。\n" }
	for name, wrong := range map[string]int64{"1960": -86400 * 3600, "2150": 5_680_000_000} {
		t.Run(name, func(t *testing.T) {
			script := commitOf(start, "ismslint.toml", testConfig) +
				commitOf(start+day, "notes/手順.md", "# 手順\n\n入口で記帳する。\n") +
				commitOf(wrong, "notes/手順.md", text("入口")) +
				commitOf(start+9*day, "notes/手順.md", "# 手順\n\n出口で記帳する。\n") +
				commitOf(start+10*day, "notes/別紙.md", "# 別紙\n\n入口の見取図。\n")
			store := newMemoryStore()
			for _, run := range []string{"cold", "warm"} {
				o, commits := options(t, importHistory(t, script), store)
				line := build(t, t.Context(), o, commits)
				first := history.DayOf(commits[0], o.Zone)
				if line.First != first || line.Last != o.Today {
					t.Errorf("%s: the timeline is from %s to %s, want %s to %s", run, line.First, line.Last, first, o.Today)
				}
				for _, e := range line.Entries {
					if e.Rule == "text/placeholder" && (e.Commit != commits[2].ID || e.LeftIn != commits[3].ID ||
						e.Entered.Before(first.AddDays(1)) || e.Entered.After(first.AddDays(9))) {
						t.Errorf("%s: the placeholder entered on %s, want within the days of the neighbouring commits: %+v", run, e.Entered, e)
					}
				}
			}
		})
	}
}

// TestBeforeTheRange tells what a range brought from what stood before it.
func TestBeforeTheRange(t *testing.T) {
	const day, start = 86400, 1_775_000_000
	page := func(name string) string { return "# 手順\n\n{{" + name + "}}の入口で記帳する。\n" }
	script := commitOf(start, "ismslint.toml", testConfig) +
		commitOf(start+day, "notes/一.md", page("会社名")) +
		commitOf(start+2*day, "notes/二.md", page("会社名")) +
		commitOf(start+4*day, "notes/三.md", page("会社名")) +
		commitOf(start+6*day, "notes/一.md", "# 手順\n\n入口で記帳する。\n")
	o, all := options(t, importHistory(t, script), newMemoryStore())
	commits, err := o.Repository.Range(t.Context(), "main~2..main")
	if err != nil {
		t.Fatal(err)
	}
	line := build(t, t.Context(), o, commits)
	got := map[string]string{}
	for _, e := range line.Entries {
		if e.Rule == "text/placeholder" {
			got[e.File] = fmt.Sprint(e.Before, e.Entered.IsZero(), e.Commit, " ", e.LeftIn)
		}
	}
	want := map[string]string{
		"notes/一.md": fmt.Sprint(true, true, "", " ", all[4].ID),
		"notes/二.md": fmt.Sprint(true, true, "", " ", ""),
		"notes/三.md": fmt.Sprint(false, false, all[3].ID, " ", ""),
	}
	for file, w := range want {
		if got[file] != w {
			t.Errorf("%s: %q, want %q", file, got[file], w)
		}
	}
	if line.First != history.DayOf(all[3], o.Zone) || line.Commits != 2 {
		t.Errorf("%d commits from %s on, want 2 from %s on", line.Commits, line.First, history.DayOf(all[3], o.Zone))
	}
	spans := line.ByDocument()["notes/一.md"].Clean(0)
	for _, s := range spans {
		if s.From.Before(history.DayOf(all[4], o.Zone)) {
			t.Errorf("the days from %s on count as clean though what stood before the range stood on", s.From)
		}
	}
}

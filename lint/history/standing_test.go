package history_test

import (
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/history"
)

// TestEditedFindingGoesOn checks what becomes of a finding whose place is
// edited, while it is as wrong as before.
func TestEditedFindingGoesOn(t *testing.T) {
	const day = 86400
	text := func(name string) string {
		return "# 手順\n\n## 受付\n\n{{" + name + "}}の入口で記帳する。\n"
	}
	moved := "# 手順\n\n## 受付\n\n入口で記帳する。\n\n## 退出\n\n{{会社名}}の出口で記帳する。\n"
	row := func(id, name string) string {
		return "# 台帳\n\n| 番号 | 拠点 |\n|---|---|\n| 1 | 東京 |\n| " + id + " | {{" + name + "}} |\n"
	}
	tests := []struct {
		name          string
		first, second string
		entries, open int
	}{
		{"other words in the same section", text("会社名"), text("団体名"), 1, 1},
		{"the same words, moved down", text("会社名"), "前書き。\n\n" + text("会社名"), 1, 1},
		{"another section", text("会社名"), moved, 2, 1},
		{"the same cell of the same row", row("2", "拠点名"), row("2", "事業所名"), 1, 1},
		{"the same column of another row", row("2", "拠点名"), row("3", "拠点名称"), 2, 1},
		{"mended", text("会社名"), "# 手順\n\n## 受付\n\n入口で記帳する。\n", 1, 0},
		{"one more beside it", text("会社名"), text("団体名}}と{{部署名"), 2, 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			script := commitOf(1_775_000_000, "ismslint.toml", testConfig) +
				commitOf(1_775_000_000+day, "notes/手順.md", test.first) +
				commitOf(1_775_000_000+3*day, "notes/手順.md", test.second)
			store := newMemoryStore()
			for _, run := range []string{"cold", "warm"} {
				o, commits := options(t, importHistory(t, script), store)
				line := build(t, t.Context(), o, commits)
				var found, open []*history.Entry
				for _, e := range line.Entries {
					if e.Rule != "text/placeholder" {
						continue
					}
					found = append(found, e)
					if e.Left.IsZero() {
						open = append(open, e)
					}
				}
				if len(found) != test.entries || len(open) != test.open {
					t.Fatalf("%s: %d entries, %d of them open, want %d and %d: %+v", run, len(found), len(open), test.entries, test.open, line.Entries)
				}
				if test.entries == 1 && test.open == 1 && (found[0].Commit != commits[1].ID || found[0].LeftIn != "") {
					t.Errorf("%s: it entered in %s and left in %q, want %s and never", run, found[0].Commit, found[0].LeftIn, commits[1].ID)
				}
			}
		})
	}
}

// TestGraverFindingIsAnother checks that the days before a warning became an
// error stay days without an error.
func TestGraverFindingIsAnother(t *testing.T) {
	const day = 86400
	text := "# 手順\n\n{{会社名}}の入口で記帳する。\n"
	script := commitOf(1_775_000_000, "ismslint.toml", testConfig+"\"text/placeholder\" = \"info\"\n\"config/changed\" = \"info\"\n") +
		commitOf(1_775_000_000+day, "notes/手順.md", text) +
		commitOf(1_775_000_000+5*day, "ismslint.toml", testConfig+"\"text/placeholder\" = \"error\"\n\"config/changed\" = \"info\"\n")
	o, commits := options(t, importHistory(t, script), nil)
	line := build(t, t.Context(), o, commits)
	var found []*history.Entry
	for _, e := range line.Entries {
		if e.Rule == "text/placeholder" {
			found = append(found, e)
		}
	}
	if len(found) != 2 || found[0].Severity != lint.Info || found[0].LeftIn != commits[2].ID || found[1].Severity != lint.Error || found[1].Commit != commits[2].ID {
		t.Fatalf("got %+v, want an info that an error takes the place of in %s", found, commits[2].ID)
	}
	line.Entries = found // the file has other defects
	clean := line.Clean(lint.Error)
	if len(clean) != 1 || clean[0].To.AddDays(1) != found[1].Entered {
		t.Errorf("%v count as days without an error, want those before %s", clean, found[1].Entered)
	}
}

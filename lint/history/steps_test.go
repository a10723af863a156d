package history_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/isms"
)

// TestSteps asks for the records of a history with a branch whose merge leaves
// a record out.
func TestSteps(t *testing.T) {
	const start = 1_775_000_000
	commit := func(ref string, second int, more ...string) string {
		return fmt.Sprintf("commit refs/heads/%s\nmark :%[2]d\ncommitter S <s@example.com> %[3]d +0900\ndata 1\nx\n%[4]s\n", ref, second, start+second, strings.Join(more, ""))
	}
	file := func(path, text string) string {
		return fmt.Sprintf("M 644 inline %s\ndata %d\n%s\n", path, len(text), text)
	}
	past := pastOf(t, commit("main", 1, file("ismslint.toml", testConfig), file("notes.md", "# 手順\n"))+
		commit("main", 2, file("a.md", recordText("CAR-2026-001")))+
		commit("branch", 3, "from :2\n", file("b.md", recordText("CAR-2026-002")), file("README.md", recordText("CAR-2026-009")))+
		commit("main", 4, "D a.md\n", file("c.md", recordText("CAR-2026-001")))+
		commit("main", 5, "merge :3\n", file("notes.md", "# 手順書\n")), true)
	var got []string
	err := past.Steps(func(f *isms.File) bool { return f.Kind == isms.RecordFile }, func(s isms.Step) {
		at := "now"
		if s.Commit != nil {
			at = fmt.Sprint(s.Commit.Committer.When.Unix() - start)
		}
		got = append(got, fmt.Sprintf("%s: %s → %s", at, pathsOf(s.Before), pathsOf(s.After)))
	})
	if err != nil {
		t.Fatal(err)
	}
	// The merge is compared with the branch too: b.md is gone, and a.md moved.
	want := []string{"2:  → a.md", "3:  → b.md", "4: a.md → c.md", "5: a.md b.md → c.md", "now: c.md → "}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func pathsOf(files []*isms.File) string {
	var paths []string
	for _, f := range files {
		paths = append(paths, f.Path)
	}
	return strings.Join(paths, " ")
}

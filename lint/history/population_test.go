package history_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/history"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/repo"
)

func recordText(id string) string {
	return fmt.Sprintf("---\nform: ISMS-B-24\nrecord: %s\ntitle: 是正処置\nstatus: approved\ncreated: 2026-04-01\n---\n# 是正処置\n", id)
}

// removal is a commit that removes a file.
func removal(seconds int64, path string) string {
	return fmt.Sprintf("commit refs/heads/main\nauthor S <s@example.com> %[1]d +0900\ncommitter S <s@example.com> %[1]d +0900\ndata 2\nx\n\nD %[2]s\n\n", seconds, path)
}

// pastOf returns the past of the last commit of a script.
func pastOf(t *testing.T, script string, complete bool) *history.Past {
	t.Helper()
	o, commits := options(t, importHistory(t, script), nil)
	snapshot, err := o.Repository.CommitSnapshot("main", "", repo.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c, err := o.Config(snapshot)
	if err != nil {
		t.Fatal(err)
	}
	session := lint.NewSession(c, o.Schemas, o.Standard, o.Rules)
	r := history.NewReader(o.Repository, "", session.Builder(), isms.NewKeyring(c, func(string) ([]byte, error) { return nil, nil }))
	if complete {
		r = r.Complete()
	}
	return history.NewPast(t.Context(), r, commits[len(commits)-1].ID)
}

func TestGone(t *testing.T) {
	const start = 1_775_000_000
	script := commitOf(start, "ismslint.toml", testConfig) +
		commitOf(start+1, "a.md", recordText("CAR-2026-001")) +
		commitOf(start+2, "b.md", recordText("CAR-2026-002")) +
		commitOf(start+3, "notes.md", "# 手順\n") +
		removal(start+4, "a.md") +
		removal(start+5, "notes.md") +
		removal(start+6, "b.md") +
		commitOf(start+7, "a.md", recordText("CAR-2026-001")) +
		removal(start+8, "a.md")
	tests := []struct {
		name     string
		complete bool
		most     int
		want     []string
		fails    bool
	}{
		{"records alone, the latest removal first, each once", true, 0, []string{"CAR-2026-001", "CAR-2026-002"}, false},
		{"a main line as long as may be", true, 9, []string{"CAR-2026-001", "CAR-2026-002"}, false},
		{"a longer one", true, 8, nil, true},
		{"a run over many commits", false, 8, nil, false},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			gone, err := pastOf(t, script, test.complete).Gone(test.most)
			if (err != nil) != test.fails {
				t.Fatalf("the error is %v, want one: %t", err, test.fails)
			}
			var ids []string
			for _, g := range gone {
				ids = append(ids, g.File.ID())
			}
			if !slices.Equal(ids, test.want) {
				t.Errorf("gone are %q, want %q", ids, test.want)
			}
		})
	}
}

func TestFirsts(t *testing.T) {
	const start = 1_775_000_000
	past := pastOf(t, commitOf(start, "ismslint.toml", testConfig)+
		commitOf(start+1, "a.md", recordText("CAR-2026-001"))+
		commitOf(start+2, "b.md", recordText("CAR-2026-002"))+
		commitOf(start+3, "a.md", recordText("CAR-2026-001")+"\n追記\n"), true)
	gone, err := past.Gone(0)
	if err != nil || len(gone) > 0 {
		t.Fatalf("gone are %v (%v), want none", gone, err)
	}
	file, _, err := past.Approved("CAR-2026-001")
	if err != nil {
		t.Fatal(err)
	}
	first, err := past.Firsts(file, func(f *isms.File) []string { return []string{"id " + f.ID(), fmt.Sprint("length ", len(f.Doc.Source))} })
	if err != nil {
		t.Fatal(err)
	}
	times := map[string]int64{}
	for key, c := range first {
		times[key] = c.Committer.When.Unix() - start
	}
	text := recordText("CAR-2026-001") + "\n"
	want := map[string]int64{"id CAR-2026-001": 1, fmt.Sprint("length ", len(text)-1): 1, fmt.Sprint("length ", len(text)+len("追記\n")): 3}
	if fmt.Sprint(times) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", times, want)
	}
}

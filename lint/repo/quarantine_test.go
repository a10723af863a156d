package repo

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// pushedRange acts as the hook pre-receive: it reads what each pushed commit
// changed.
func pushedRange(ctx context.Context, report *helperReport) error {
	r, err := Discover(".", os.Getenv)
	if err != nil {
		return err
	}
	var before, after, ref string
	if _, err := fmt.Scan(&before, &after, &ref); err != nil {
		return err
	}
	spec := before + ".." + after
	if strings.Trim(before, "0") == "" {
		spec = after
	}
	commits, err := r.Range(ctx, spec)
	if err != nil {
		return err
	}
	d := r.NewDiffer("")
	for _, c := range commits {
		report.Commits = append(report.Commits, c.ID)
		var parent *CommitInfo
		if len(c.Parents) > 0 {
			if parent, err = r.Commit(c.Parents[0]); err != nil {
				return err
			}
		}
		changes, err := d.Diff(ctx, parent, c)
		if err != nil {
			return err
		}
		for _, f := range changes {
			b, err := r.ReadBlob(f.After, 1<<20)
			if err != nil {
				return err
			}
			report.Files[f.Path] = string(b)
		}
	}
	return nil
}

// A server-side hook runs in the repository with GIT_DIR=. while the objects of
// the push are in quarantine. Since the hook refuses, they never leave it.
func TestHistoryInPreReceiveHook(t *testing.T) {
	s := newSandbox(t)
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s.write("hook", "#!/bin/sh\nenv | grep ^GIT_ >../variables\n"+helperVar+`=pre-receive "$SELF" >"$OUT"`+"\nexit 1\n")
	s.run(`
git init -q --bare server.git
git clone -q server.git work 2>/dev/null && cd work && git checkout -q -b main
echo one >a.md && git add . && git commit -qm first && git push -q origin main
cp ../hook ../server.git/hooks/pre-receive && chmod +x ../server.git/hooks/pre-receive
echo two >b.md && git add . && git commit -qm second && echo three >a.md && git commit -qam third
git checkout -q --orphan new && git rm -qrf . && echo other >c.md && git add . && git commit -qm other
`)
	tests := []struct {
		branch  string
		commits string
		files   map[string]string
	}{
		{"main", "origin/main..main", map[string]string{"a.md": "three\n", "b.md": "two\n"}},
		{"new", "new", map[string]string{"c.md": "other\n"}},
	}
	for _, tt := range tests {
		t.Run(tt.branch, func(t *testing.T) {
			out, err := s.try(`cd work && git push -q origin "$B"`, "B="+tt.branch, "SELF="+self, "OUT="+s.path("out"))
			if err == nil || !strings.Contains(out, "pre-receive hook declined") {
				t.Fatalf("the push: %v\n%s", err, out)
			}
			if variables := s.run(`cat variables`); !strings.Contains(variables, "GIT_DIR=.\n") || !strings.Contains(variables, "GIT_QUARANTINE_PATH=") {
				t.Skipf("this git keeps no quarantine:\n%s", variables)
			}
			b, err := os.ReadFile(s.path("out"))
			if err != nil {
				t.Fatal(err)
			}
			var got helperReport
			if err := json.Unmarshal(b, &got); err != nil || got.Error != "" {
				t.Fatalf("%v %s", err, got.Error)
			}
			want := strings.Fields(s.run(`git -C work rev-list --reverse "$R"`, "R="+tt.commits))
			if !slices.Equal(got.Commits, want) || !maps.Equal(got.Files, tt.files) {
				t.Errorf("commits %v, want %v; files %q", got.Commits, want, got.Files)
			}
			if _, err := s.open("server.git").Commit(want[len(want)-1]); err == nil {
				t.Error("the server has the commit, so the test shows nothing")
			}
		})
	}
}

package repo

import (
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
func pushedRange(report *helperReport) error {
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
	commits, err := r.Range(context(), spec)
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
		changes, err := d.Diff(context(), parent, c)
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
	s.run(`
git init -q --bare server.git
git clone -q server.git work 2>/dev/null && cd work && git checkout -q -b main
echo one >a.md && git add . && git commit -qm first && git push -q origin main
cat >../server.git/hooks/pre-receive <<'EOF'
#!/bin/sh
env | grep ^GIT_ >../variables
` + helperVar + `=pre-receive "$SELF" >"$OUT"
exit 1

package history_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/history"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/report"
	"github.com/ismslint/ismslint/lint/scaffold/demo"
)

// TestRunJudgesEachCommitAsAlone compares what a run over years of history says
// of a commit with what is said of it alone, when nothing is known from the
// commits before. The history has branches, merges, signed statements, and
// changes of the configuration; one in a few commits is compared.
func TestRunJudgesEachCommitAsAlone(t *testing.T) {
	if _, err := exec.LookPath("ssh-keygen"); err != nil {
		t.Skip("ssh-keygen, which signs the statements of the history, is not installed")
	}
	dir := filepath.Join(t.TempDir(), "demo")
	_, err := demo.Create(t.Context(), demo.Options{
		Dir: dir, Language: message.Japanese, Until: date.Date{Year: 2026, Month: 10, Day: 31},
		Environ: append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1"),
	})
	if err != nil {
		t.Fatal(err)
	}
	o, commits := options(t, dir, nil)
	const every = 6
	findings, n := 0, 0
	err = history.Each(t.Context(), o, commits, func(together *history.Result) error {
		if n++; n%every != 0 && n != len(commits) {
			return nil
		}
		return history.Each(t.Context(), o, []*repo.CommitInfo{together.Info}, func(alone *history.Result) error {
			got, want := rendered(t, together), rendered(t, alone)
			if got != want {
				t.Errorf("commit %s is judged otherwise among others:\n%s\nalone:\n%s", together.Info.ID, got, want)
			}
			findings += strings.Count(want, `"rule"`)
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	if findings == 0 {
		t.Error("nothing was found in any commit: this compares nothing")
	}
}

func rendered(t *testing.T, r *history.Result) string {
	t.Helper()
	if r.Failure != nil {
		return r.Failure.Error()
	}
	var b bytes.Buffer
	if err := report.Write(&b, report.JSON, r.Report, report.Options{Language: message.English}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

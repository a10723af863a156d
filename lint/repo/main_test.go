package repo

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/message"
)

// helperVar makes the test binary act as a program of its own: as a git hook,
// or as another user.
const helperVar = "ISMSLINT_REPO_TEST_HELPER"

// helperReport is what the test binary prints when it acts as a program.
type helperReport struct {
	Files   map[string]string // content by path
	Staged  []string
	Skipped map[string]string // reason by path
	Commits []string
	Error   string
}

func TestMain(m *testing.M) {
	mode := os.Getenv(helperVar)
	if mode == "" {
		os.Exit(m.Run())
	}
	r, err := helperRun(mode)
	if err != nil {
		r.Error = err.Error()
	}
	if err := json.NewEncoder(os.Stdout).Encode(r); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func helperRun(mode string) (helperReport, error) {
	r := helperReport{Files: map[string]string{}, Skipped: map[string]string{}}
	var s *Snapshot
	var err error
	switch mode {
	case "pre-receive":
		return r, pushedRange(context.Background(), &r)
	case "worktree":
		s, err = WorktreeSnapshot(".", Options{Env: os.Getenv})
	case "staged":
		var g *Repository
		if g, err = Discover(".", os.Getenv); err != nil {
			return r, err
		}
		if r.Staged, err = g.StagedPaths(""); err != nil {
			return r, err
		}
		s, err = g.IndexSnapshot("", Options{})
	}
	if err != nil {
		return r, err
	}
	for _, e := range s.Entries {
		b, err := s.Read(e, 1<<20)
		if err != nil {
			return r, err
		}
		r.Files[e.Path] = string(b)
	}
	for _, k := range s.Skipped {
		r.Skipped[k.Path] = k.Reason.EN
	}
	return r, nil
}

// sandbox is a folder in which scripts of git commands make repositories.
type sandbox struct {
	t   testing.TB
	dir string
}

func newSandbox(t testing.TB) sandbox {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed; this test makes its repositories with it")
	}
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return sandbox{t: t, dir: dir}
}

// path returns the path of a file of the sandbox.
func (s sandbox) path(parts ...string) string {
	return filepath.Join(append([]string{s.dir}, parts...)...)
}

// run runs a shell script in the sandbox and returns what it prints, without
// the final line break. The first failing command fails the test.
func (s sandbox) run(script string, env ...string) string {
	s.t.Helper()
	out, err := s.try(script, env...)
	if err != nil {
		s.t.Fatalf("%v\n%s\n%s", err, script, out)
	}
	return out
}

func (s sandbox) try(script string, env ...string) (string, error) {
	c := exec.Command("sh", "-eu", "-c", script)
	c.Dir = s.dir
	c.Env = append([]string{
		"PATH=" + os.Getenv("PATH"),
		"HOME=" + s.dir,
		"LC_ALL=C",
		"GIT_CONFIG_GLOBAL=/dev/null",
		"GIT_CONFIG_NOSYSTEM=1",
		"GIT_AUTHOR_NAME=Tanaka", "GIT_AUTHOR_EMAIL=tanaka@example.com", "GIT_AUTHOR_DATE=2024-04-01T09:00:00+0900",
		"GIT_COMMITTER_NAME=Sato", "GIT_COMMITTER_EMAIL=sato@example.com", "GIT_COMMITTER_DATE=2024-04-02T10:30:00+0900",
	}, env...)
	out, err := c.CombinedOutput()
	return strings.TrimRight(string(out), "\n"), err
}

// open discovers the repository that holds a folder of the sandbox.
func (s sandbox) open(dir string, env ...string) *Repository {
	s.t.Helper()
	r, err := Discover(s.path(dir), variables(env...))
	if err != nil {
		s.t.Fatal(err)
	}
	s.t.Cleanup(func() { r.Close() })
	return r
}

// write writes a file of the sandbox, with the folders it is in.
func (s sandbox) write(name, content string) {
	s.t.Helper()
	if err := os.MkdirAll(filepath.Dir(s.path(name)), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(s.path(name), []byte(content), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

// variables is an environment of NAME=value strings.
func variables(env ...string) Env {
	return func(name string) string {
		for _, e := range env {
			if v, ok := strings.CutPrefix(e, name+"="); ok {
				return v
			}
		}
		return ""
	}
}

// contents reads a whole snapshot.
func contents(t testing.TB, s *Snapshot, err error) map[string]string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	files := make(map[string]string, len(s.Entries))
	for _, e := range s.Entries {
		b, err := s.Read(e, 1<<20)
		if err != nil {
			t.Fatalf("%s: %v", e.Path, err)
		}
		files[e.Path] = string(b)
	}
	return files
}

// skipped lists the reasons, in English, by path.
func skipped(s *Snapshot) map[string]string {
	reasons := make(map[string]string, len(s.Skipped))
	for _, k := range s.Skipped {
		reasons[k.Path] = k.Reason.EN
	}
	return reasons
}

// wantError fails unless the error says ja and en in those languages, and all
// of it is in both.
func wantError(t testing.TB, err error, ja, en string) {
	t.Helper()
	e, ok := err.(interface {
		In(message.Language) string
	})
	if !ok {
		t.Fatalf("error %v is not in two languages", err)
	}
	if got := e.In(message.Japanese); !strings.Contains(got, ja) {
		t.Errorf("Japanese: %s\nshould say %s", got, ja)
	}
	if got := e.In(message.English); !strings.Contains(got, en) {
		t.Errorf("English: %s\nshould say %s", got, en)
	}
}

func markdown(path string) bool { return strings.HasSuffix(path, ".md") }

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ismslint/ismslint/lint/rules"
)

// exampleAsOf is the day on which the examples are judged.
const exampleAsOf = "2026-11-21"

// fromClone makes a fresh clone with nothing but the examples the current
// folder, so that edits that are not committed are no changes. It returns the
// root of the repository that they come from.
func fromClone(t *testing.T) string {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	clone := t.TempDir()
	if err := os.CopyFS(filepath.Join(clone, "examples"), os.DirFS(filepath.Join(root, "examples"))); err != nil {
		t.Fatal(err)
	}
	t.Chdir(clone)
	for _, args := range [][]string{{"init", "-q"}, {"add", "."}, {"-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", "commit", "-qm", "examples"}} {
		cmd := exec.Command("git", args...)
		cmd.Env = append(cmd.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1", "GIT_COMMITTER_DATE=2026-11-21T12:00:00Z", "GIT_AUTHOR_DATE=2026-11-21T12:00:00Z")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	return root
}

// exampleReport is what the tests read of a JSON report.
type exampleReport struct {
	Findings []exampleFinding `json:"findings"`
}

type exampleFinding struct {
	Rule    string `json:"rule"`
	File    string `json:"file"`
	Message string `json:"message"`
}

// checkExample runs check on an example and returns the exit code and the
// report in the given format.
func checkExample(t *testing.T, name, format string) (int, []byte) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	a := newApp(time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC))
	a.stdin, a.stdout, a.stderr = strings.NewReader(""), &stdout, &stderr
	code := a.run([]string{"check", "examples/" + name, "--as-of", exampleAsOf, "--format", format})
	if stderr.Len() > 0 {
		t.Fatalf("check %s wrote to the error stream: %s", name, stderr.String())
	}
	return code, stdout.Bytes()
}

// decodeReport reads a JSON report.
func decodeReport(t *testing.T, src []byte) exampleReport {
	t.Helper()
	var r exampleReport
	if err := json.Unmarshal(src, &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// TestCleanExamples holds the examples that a reader may copy to the standard
// that they set: not even a hint is left.
func TestCleanExamples(t *testing.T) {
	fromClone(t)
	for _, name := range []string{"sample", "minimal-en"} {
		t.Run(name, func(t *testing.T) {
			code, out := checkExample(t, name, "json")
			if code != exitClean {
				t.Errorf("exit code %d, want %d", code, exitClean)
			}
			for _, f := range decodeReport(t, out).Findings {
				t.Errorf("%s: %s [%s]", f.File, f.Message, f.Rule)
			}
		})
	}
}

// TestFindingsExample compares the reports of the example with those that
// stand beside it.
func TestFindingsExample(t *testing.T) {
	root := fromClone(t)
	for format, name := range map[string]string{"text": "report.txt", "json": "report.json"} {
		t.Run(format, func(t *testing.T) {
			code, got := checkExample(t, "findings", format)
			if code != exitFindings {
				t.Errorf("exit code %d, want %d", code, exitFindings)
			}
			golden := filepath.Join(root, "examples", "findings", "expected", name)
			if *update {
				if err := os.WriteFile(golden, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if line := firstDifference(got, want); line > 0 {
				t.Errorf("the report differs from %s from line %d on; go test ./cmd/ismslint -run FindingsExample -update rewrites it", golden, line)
			}
		})
	}
}

// firstDifference returns the first line in which two texts differ, from 1, or
// 0 where they are equal.
func firstDifference(a, b []byte) int {
	if bytes.Equal(a, b) {
		return 0
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return 1 + bytes.Count(a[:n], []byte("\n"))
}

// notInExample are the rules that cannot find anything in the example, with
// the reason.
var notInExample = map[string]string{
	"approval/evidence":  "the example does not demand signatures; the demo of init does",
	"risk/reviewed":      "risk/outdated, which the example shows, takes its place",
	"history/population": "a folder without a history has lost no record; testdata/history_population.txtar has one that did",
	"clause/uncovered":   "the built-in catalogue, which the example keeps, has a document for every clause",
}

// TestEveryRuleFindsInExample keeps the example complete as rules are added.
func TestEveryRuleFindsInExample(t *testing.T) {
	fromClone(t)
	_, out := checkExample(t, "findings", "json")
	found := map[string]bool{}
	for _, f := range decodeReport(t, out).Findings {
		found[f.Rule] = true
	}
	for _, r := range rules.All() {
		reason, exempt := notInExample[r.Name]
		if r.Change != nil {
			reason, exempt = "a folder without a history shows no change; the demo of init does", true
		}
		switch {
		case !found[r.Name] && !exempt:
			t.Errorf("examples/findings has no defect for %s", r.Name)
		case found[r.Name] && exempt:
			t.Errorf("%s does find something, although %s", r.Name, reason)
		}
	}
}

// TestReadmeExplainsFindings holds the table of the example against its
// report: each row names a file and a rule, and each finding has its row.
func TestReadmeExplainsFindings(t *testing.T) {
	fromClone(t)
	src, err := os.ReadFile("examples/findings/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, out := checkExample(t, "findings", "json")
	explained := map[string]bool{}
	for _, line := range strings.Split(string(src), "\n") {
		cells := strings.Split(line, "|")
		if len(cells) != 5 || !strings.HasPrefix(cells[1], " `") {
			continue
		}
		for _, rule := range strings.Split(cells[3], "、") {
			explained[strings.Trim(cells[1], " `")+" "+strings.Trim(rule, " `")] = false
		}
	}
	for _, f := range decodeReport(t, out).Findings {
		row := f.File + " " + f.Rule
		if _, ok := explained[row]; !ok {
			t.Errorf("README.md does not explain %s in %s: %s", f.Rule, f.File, f.Message)
		}
		explained[row] = true
	}
	for row, found := range explained {
		if !found {
			t.Errorf("README.md explains %q, which is not found", row)
		}
	}
}

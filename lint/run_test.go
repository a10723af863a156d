package lint_test

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/report"
	"github.com/ismslint/ismslint/lint/rules"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// findings is the example with a defect for every rule.
const findings = "../examples/findings"

// runOn does what the command does: configuration, schemas and standard are
// loaded anew, and every rule is run over the files on disk.
func runOn(tb testing.TB, root string, parallelism int) *lint.Report {
	tb.Helper()
	set, err := schema.Load()
	if err != nil {
		tb.Fatal(err)
	}
	std, err := standard.Load()
	if err != nil {
		tb.Fatal(err)
	}
	src, err := os.ReadFile(filepath.Join(root, config.FileName))
	if err != nil {
		tb.Fatal(err)
	}
	c, problems := config.Parse(config.FileName, src, set)
	if len(problems) > 0 {
		tb.Fatal(problems[0].Message.EN)
	}
	snapshot, err := repo.WorktreeSnapshot(root, repo.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	r, err := lint.Run(context.Background(), lint.Options{
		Snapshot: snapshot, Config: c, Schemas: set, Standard: std, Rules: rules.All(),
		AsOf: date.Date{Year: 2026, Month: 11, Day: 21}, Parallelism: parallelism,
	})
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// TestSameAtAnyParallelism compares the reports byte by byte.
func TestSameAtAnyParallelism(t *testing.T) {
	render := func(parallelism int) []byte {
		var b bytes.Buffer
		if err := report.Write(&b, report.JSON, runOn(t, findings, parallelism), report.Options{Language: message.Japanese}); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	want := render(1)
	for _, parallelism := range []int{2, 3, 8, 64} {
		if !bytes.Equal(render(parallelism), want) {
			t.Errorf("the report at parallelism %d differs from that at 1", parallelism)
		}
	}
}

// TestSpansLieWithinTheirFiles holds for every finding of the example.
func TestSpansLieWithinTheirFiles(t *testing.T) {
	r := runOn(t, findings, 0)
	for _, f := range r.Findings {
		if f.Span == nil {
			continue
		}
		src := r.Sources[f.File]
		if src == nil {
			t.Errorf("%s: no source of %s", f.Rule, f.File)
		} else if f.Span.Start < 0 || f.Span.End < f.Span.Start || f.Span.End > len(src.Bytes) {
			t.Errorf("%s: span %v outside of %s (%d bytes)", f.Rule, *f.Span, f.File, len(src.Bytes))
		}
	}
}

// TestFingerprintsAreUnique: two findings with one fingerprint would be
// accepted together by a baseline.
func TestFingerprintsAreUnique(t *testing.T) {
	seen := map[string]lint.Finding{}
	for _, f := range runOn(t, findings, 0).Findings {
		if other, ok := seen[f.Fingerprint]; ok {
			t.Errorf("%s in %s and %s in %s have one fingerprint", f.Rule, f.File, other.Rule, other.File)
		}
		seen[f.Fingerprint] = f
	}
}

// TestFixThenLintIsClean applies fixes to a copy of the example until none is
// offered, and finds that none of them made a new finding of another rule.
func TestFixThenLintIsClean(t *testing.T) {
	root := copyTree(t, findings)
	before := countByRule(runOn(t, root, 0))
	for round := 0; ; round++ {
		r := runOn(t, root, 0)
		if !applyAll(t, root, r) {
			for rule, n := range countByRule(r) {
				// A recomputed risk value may show that a decision does not fit it.
				if n > before[rule] && !strings.HasPrefix(rule, "risk/") {
					t.Errorf("%s: %d findings after the fixes, %d before", rule, n, before[rule])
				}
			}
			return
		}
		if round == 10 {
			t.Fatal("fixes are still offered after ten rounds")
		}
	}
}

// applyAll applies the fixes of a report to the files and reports whether one
// of them changed.
func applyAll(t *testing.T, root string, r *lint.Report) bool {
	changed := false
	fixes := map[string][]*lint.Fix{}
	for _, f := range r.Findings {
		if f.Fix != nil && f.Active() {
			fixes[f.File] = append(fixes[f.File], f.Fix)
		}
	}
	for file, list := range fixes {
		before := r.Sources[file].Bytes
		after := lint.ApplyFixes(before, list).Text
		if bytes.Equal(before, after) {
			t.Errorf("%s: a fix changes nothing", file)
			continue
		}
		changed = true
		if err := os.WriteFile(filepath.Join(root, filepath.FromSlash(file)), after, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return changed
}

func countByRule(r *lint.Report) map[string]int {
	counts := map[string]int{}
	for i := range r.Findings {
		if r.Findings[i].Active() {
			counts[r.Findings[i].Rule]++
		}
	}
	return counts
}

func copyTree(t *testing.T, from string) string {
	t.Helper()
	to := t.TempDir()
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		t.Fatal(err)
	}
	err := filepath.WalkDir(to, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			err = os.Chmod(path, 0o644)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return to
}

package history_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/history"
	"github.com/ismslint/ismslint/lint/project"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/rules"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// memoryStore counts what it is asked.
type memoryStore struct {
	mu         sync.Mutex
	entries    map[string]string
	hits, puts int
}

func newMemoryStore() *memoryStore { return &memoryStore{entries: map[string]string{}} }

func (s *memoryStore) Get(key string) (string, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	b, ok := s.entries[key]
	if ok {
		s.hits++
	}
	return b, ok
}

func (s *memoryStore) Put(key, value string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.puts++
	s.entries[key] = value
}

// importHistory makes a repository from a script for git fast-import.
func importHistory(t *testing.T, script string) string {
	t.Helper()
	dir := t.TempDir()
	for _, args := range [][]string{{"init", "-q", "-b", "main"}, {"-c", "fastimport.unpackLimit=1", "fast-import", "--quiet"}} {
		cmd := exec.Command("git", args...)
		cmd.Dir, cmd.Stdin = dir, strings.NewReader(script)
		cmd.Env = append(cmd.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_NOSYSTEM=1")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	return dir
}

// commitOf is one commit of a script, at a number of seconds, with one file.
func commitOf(seconds int64, path, content string) string {
	return fmt.Sprintf("commit refs/heads/main\nauthor S <s@example.com> %[1]d +0900\ncommitter S <s@example.com> %[1]d +0900\ndata 2\nx\n\nM 100644 inline %[2]s\ndata %[3]d\n%[4]s\n",
		seconds, path, len(content), content)
}

const testConfig = `[organization]
name = "株式会社サンプル"
[documents]
replace = true
[[documents.catalogue]]
number = "ISMS-A-01"
title = "情報セキュリティ基本方針"
optional = true
[rules]
"role/vacant" = "off"
"clause/uncovered" = "off"
`

func options(t *testing.T, dir string, store lint.Store) (history.Options, []*repo.CommitInfo) {
	t.Helper()
	r, err := repo.Discover(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() })
	set, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	std, err := standard.Load()
	if err != nil {
		t.Fatal(err)
	}
	all := rules.All()
	commits, err := r.Range(t.Context(), "main")
	if err != nil {
		t.Fatal(err)
	}
	return history.Options{
		Repository: r, Schemas: set, Standard: std, Rules: all, Store: store, Today: date.Date{Year: 2026, Month: 11, Day: 22},
		Config: func(s *repo.Snapshot) (*config.Config, error) { return project.Config(s, set, all) },
	}, commits
}

// tenCommits is a history in which every second commit has a placeholder.
func tenCommits() string {
	script := commitOf(1_775_000_000, "ismslint.toml", testConfig)
	for i := range int64(9) {
		text := "# 手順\n\n入口で記帳する。\n"
		if i%2 == 1 {
			text = "# 手順\n\n{{会社名}}の入口で記帳する。\n"
		}
		script += commitOf(1_775_000_000+(i+1)*86400, "notes/手順.md", text)
	}
	return script
}

func build(t *testing.T, ctx context.Context, o history.Options, commits []*repo.CommitInfo) *history.Timeline {
	t.Helper()
	line, err := history.Build(ctx, o, commits)
	if err != nil {
		t.Fatal(err)
	}
	return line
}

func TestBrokenOffRunIsResumed(t *testing.T) {
	dir := importHistory(t, tenCommits())
	whole, commits := options(t, dir, nil)
	want := build(t, t.Context(), whole, commits)

	store := newMemoryStore()
	o, commits := options(t, dir, store)
	ctx, cancel := context.WithCancel(t.Context())
	o.Progress = func(done, _ int) {
		if done == 4 {
			cancel()
		}
	}
	if _, err := history.Build(ctx, o, commits); !errors.Is(err, context.Canceled) {
		t.Fatalf("the run ended with %v, want that it was cancelled", err)
	}
	before := store.puts
	if before == 0 {
		t.Fatal("nothing was kept of the run that was broken off")
	}
	o.Progress = nil
	got := build(t, t.Context(), o, commits)
	if store.hits < 4 {
		t.Errorf("%d results were found again, want those of 4 commits", store.hits)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the resumed run gives another result:\n%+v\nwant\n%+v", got, want)
	}
}

func TestEntriesEnterAndLeave(t *testing.T) {
	o, commits := options(t, importHistory(t, tenCommits()), nil)
	line := build(t, t.Context(), o, commits)
	var placeholders []*history.Entry
	for _, e := range line.Entries {
		if e.Rule == "text/placeholder" {
			placeholders = append(placeholders, e)
		}
	}
	if len(placeholders) != 4 {
		t.Fatalf("the placeholder came %d times, want 4: %+v", len(placeholders), line.Entries)
	}
	for _, e := range placeholders {
		if days := e.Entered.DaysUntil(e.Left); days != 1 || e.Commit == "" || e.LeftIn == "" {
			t.Errorf("it stood from %s to %s (%s, %s), want one day between two commits", e.Entered, e.Left, e.Commit, e.LeftIn)
		}
	}
	for _, s := range line.ByDocument()[placeholders[0].Document].Clean(lint.Info) {
		for _, e := range placeholders {
			if !s.To.Before(e.Entered) && !s.From.After(e.Left.AddDays(-1)) {
				t.Errorf("the days from %s to %s count as clean, but it stood from %s on", s.From, s.To, e.Entered)
			}
		}
	}
}

// TestStrangeCommits goes through what other programs, and hostile people, put
// into a repository.
func TestStrangeCommits(t *testing.T) {
	var many strings.Builder
	many.WriteString(commitOf(1_775_600_000, "one.md", "# 一\n"))
	for i := range 10_000 {
		fmt.Fprintf(&many, "M 100644 inline many/%05d.txt\ndata 1\nx\n", i)
	}
	script := commitOf(-86400*365, "ismslint.toml", testConfig) + // 1969
		commitOf(4_133_980_800, "notes/手順.md", "# 手順\n") + // 2101
		commitOf(1_775_500_000, `"notes/bad\001name.md"`, "# 名前\n") +
		many.String() +
		strings.Replace(commitOf(1_775_700_000, "two.md", "# 二\n"), "committer S", "encoding EUC-JP\ncommitter \xA4\xA2", 1)
	script = strings.Replace(script, "encoding EUC-JP\n", "", 1) // fast-import sets no header; the bytes stay
	dir := importHistory(t, script)
	o, commits := options(t, dir, nil)
	line := build(t, t.Context(), o, commits)
	if line.Commits != len(commits) || len(line.Failures) > 0 {
		t.Errorf("%d of %d commits were checked, %+v failed", line.Commits, len(commits), line.Failures)
	}
	rules := map[string]bool{}
	for _, e := range line.Events {
		rules[e.Rule] = true
	}
	if !rules["history/time"] {
		t.Errorf("nothing is said of times that run backwards: %+v", line.Events)
	}
}

func TestDamagedRepository(t *testing.T) {
	dir := importHistory(t, tenCommits())
	packs, err := filepath.Glob(filepath.Join(dir, ".git", "objects", "pack", "*.pack"))
	if err != nil || len(packs) != 1 {
		t.Fatal(packs, err)
	}
	b, err := os.ReadFile(packs[0])
	if err != nil {
		t.Fatal(err)
	}
	for i := len(b) / 3; i < len(b)/3+40; i++ {
		b[i] ^= 0xFF
	}
	if err := os.Chmod(packs[0], 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(packs[0], b, 0o644); err != nil {
		t.Fatal(err)
	}
	r, err := repo.Discover(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	set, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	std, err := standard.Load()
	if err != nil {
		t.Fatal(err)
	}
	all := rules.All()
	commits, err := r.Range(t.Context(), "main")
	if err == nil {
		_, err = history.Build(t.Context(), history.Options{Repository: r, Schemas: set, Standard: std, Rules: all,
			Config: func(s *repo.Snapshot) (*config.Config, error) { return project.Config(s, set, all) }}, commits)
	}
	if e := (*repo.ObjectError)(nil); !errors.As(err, &e) {
		t.Errorf("the error is %v, want one that names the damaged object", err)
	}
}

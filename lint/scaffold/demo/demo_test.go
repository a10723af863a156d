package demo

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/standard"
)

func options(t *testing.T) Options {
	return Options{
		Dir: filepath.Join(t.TempDir(), "demo"), Language: message.English,
		Until: date.Date{Year: 2026, Month: 10, Day: 31}, Environ: os.Environ(),
	}
}

// TestMissingPrograms has no git, or no ssh-keygen.
func TestMissingPrograms(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("there is no git to hide")
	}
	o := options(t)
	bin := t.TempDir()
	t.Setenv("PATH", bin)
	for _, want := range []string{"the git command was not found", "the ssh-keygen command"} {
		_, err := Create(context.Background(), o)
		var spoken *message.Error
		if !errors.As(err, &spoken) || !strings.Contains(spoken.In(message.English), want) {
			t.Errorf("error %v, want %q", err, want)
		}
		if _, err := os.Stat(o.Dir); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("the folder was made: %v", err)
		}
		if err := os.Symlink(git, filepath.Join(bin, filepath.Base(git))); err != nil && !errors.Is(err, os.ErrExist) {
			t.Skip(err)
		}
	}
}

// TestInterrupted ends while the history is made.
func TestInterrupted(t *testing.T) {
	for _, program := range []string{"git", "ssh-keygen"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip(err)
		}
	}
	for _, existing := range []bool{false, true} {
		o := options(t)
		if existing {
			if err := os.Mkdir(o.Dir, 0o755); err != nil {
				t.Fatal(err)
			}
		}
		ctx, cancel := context.WithCancel(context.Background())
		o.Progress = func(int, int) { cancel() }
		if _, err := Create(ctx, o); !errors.Is(err, context.Canceled) {
			t.Fatalf("error %v, want that of the context", err)
		}
		left, err := os.ReadDir(o.Dir)
		if existing && (err != nil || len(left) > 0) || !existing && !errors.Is(err, os.ErrNotExist) {
			t.Errorf("existing %v: left behind: %v, %v", existing, left, err)
		}
	}
}

// TestPieces holds the two languages against each other: each piece of the one
// is one of the other.
func TestPieces(t *testing.T) {
	names := func(lang message.Language) map[string]bool {
		src, err := content.ReadFile("content/" + string(lang) + ".tmpl")
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]bool{}
		for _, part := range strings.Split(string(src), `<% define "`)[1:] {
			name, _, _ := strings.Cut(part, `"`)
			if found[name] {
				t.Errorf("%s: the piece %q is there twice", lang, name)
			}
			found[name] = true
		}
		return found
	}
	ja, en := names(message.Japanese), names(message.English)
	for name := range ja {
		if !en[name] {
			t.Errorf("en lacks the piece %q", name)
		}
	}
	for name := range en {
		if !ja[name] {
			t.Errorf("ja lacks the piece %q", name)
		}
	}
}

const table = `---
number: ISMS-B-13
revision: 3
---

# Log

## 1 Use

| Item | Text |
|---|---|
| EV-1 | in another section |

## 3 Events

| ID | Day | Note |
|---|---|---|
| EV-1 | 2026-01-01 | |
| EV-2 | 2026-02-01 | a |

## Revision history
`

func TestEdit(t *testing.T) {
	added, ok := addRow(table, "3 ", "| EV-3 | 2026-03-01 | b |\n")
	if !ok || !strings.Contains(added, "| a |\n| EV-3 | 2026-03-01 | b |\n\n## Revision") {
		t.Errorf("addRow: %v\n%s", ok, added)
	}
	changed, ok := setCells(table, "3 ", "EV-1", map[int]string{2: "seen"})
	if !ok || !strings.Contains(changed, "| EV-1 | 2026-01-01 | seen |\n") || !strings.Contains(changed, "in another section") {
		t.Errorf("setCells: %v\n%s", ok, changed)
	}
	if _, ok := setCells(table, "3 ", "EV-9", map[int]string{2: "seen"}); ok {
		t.Error("setCells found a row that is not there")
	}
	if dropped := dropRows(table, "3 ", "EV-2"); strings.Contains(dropped, "EV-2") || !strings.Contains(dropped, "EV-1 | 2026") {
		t.Errorf("dropRows:\n%s", dropped)
	}
	set := setField(table, "revision", "4", "number")
	set = setField(set, "revised", "2026-03-01", "revision")
	if field(set, "revised") != "2026-03-01" || revisionOf(set) != 4 || !strings.Contains(set, "revision: 4\nrevised: 2026-03-01\n---\n") {
		t.Errorf("setField:\n%s", set)
	}
}

// TestMapControls takes a text to the edition of 2013 and back.
func TestMapControls(t *testing.T) {
	std, err := standard.Load()
	if err != nil {
		t.Fatal(err)
	}
	w := &world{std: std}
	old := w.mapControls("A.5.34、A.5.7、A.8.13 and A.9.9.9", standard.Edition2022, standard.Edition2013)
	if want := "A.18.1.4、A.12.3.1 and A.9.9.9"; old != want {
		t.Errorf("to 2013: %q, want %q", old, want)
	}
	if again := w.mapControls(old, standard.Edition2013, standard.Edition2022); again != "A.5.34、A.8.13 and A.9.9.9" {
		t.Errorf("back to 2022: %q", again)
	}
}

package lint_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/report"
	"github.com/ismslint/ismslint/lint/rules"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// TestRememberingChangesNothing checks random sequences of states with a
// session that remembers, with one that takes facts from a store, some of them
// damaged, and each state with a fresh one.
func TestRememberingChangesNothing(t *testing.T) {
	const seeds, steps = 2, 25
	for _, root := range []string{findings, "../examples/sample", "../examples/minimal-en"} {
		for seed := range uint64(seeds) {
			t.Run(fmt.Sprintf("%s/%d", path.Base(root), seed), func(t *testing.T) {
				t.Parallel()
				walkStates(t, root, seed, steps)
			})
		}
	}
}

func walkStates(t *testing.T, root string, seed uint64, steps int) {
	h := newStates(t, root, seed)
	remembering := lint.NewSession(h.options.Config, h.options.Schemas, h.options.Standard, h.options.Rules)
	remembering.Remember()
	kept := &mapStore{entries: map[string]string{}}
	for step := range steps {
		did := h.next()
		before := h.current
		h.current = h.snapshot()
		o := h.options
		o.Snapshot, o.AsOf = h.current, h.day
		if before != nil && step%3 == 0 {
			o.Before = &lint.Before{Snapshot: before, Commit: &isms.Commit{ID: "c", Day: h.day}}
		}
		want := rendered(t, o)
		o.Session = remembering
		if got := rendered(t, o); !bytes.Equal(got, want) {
			t.Fatalf("step %d (%s): the session that remembers reports otherwise:\n%s", step, did, firstDifference(got, want))
		}
		o.Session = lint.NewSession(o.Config, o.Schemas, o.Standard, o.Rules)
		o.Session.KeepFacts(kept, false)
		if got := rendered(t, o); !bytes.Equal(got, want) {
			t.Fatalf("step %d (%s): with facts of earlier runs the report is another one:\n%s", step, did, firstDifference(got, want))
		}
		kept.damage(h.random)
	}
}

// mapStore is a store in memory.
type mapStore struct {
	mu      sync.Mutex
	entries map[string]string
}

func (s *mapStore) Get(key string) (string, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	value, ok := s.entries[key]
	return value, ok
}

func (s *mapStore) Put(key, value string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.entries[key] = value
}

// damage cuts off the end of some entries.
func (s *mapStore) damage(random *rand.Rand) {
	for _, key := range slices.Sorted(maps.Keys(s.entries)) {
		value := s.entries[key]
		if random.IntN(20) == 0 {
			s.entries[key] = value[:random.IntN(len(value)+1)]
		}
	}
}

func rendered(t *testing.T, o lint.Options) []byte {
	t.Helper()
	r, err := lint.Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := report.Write(&b, report.JSON, r, report.Options{Language: message.Japanese}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func firstDifference(got, want []byte) string {
	g, w := strings.Split(string(got), "\n"), strings.Split(string(want), "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			from, to := max(0, i-12), i+12
			return "got:\n" + strings.Join(g[from:min(to, len(g))], "\n") + "\nwant:\n" + strings.Join(w[from:min(to, len(w))], "\n")
		}
	}
	return "one is the beginning of the other"
}

// states makes one state of an example after the other.
type states struct {
	random  *rand.Rand
	files   map[string]string
	day     date.Date
	past    []map[string]string
	current *repo.Snapshot
	options lint.Options
}

func newStates(t *testing.T, root string, seed uint64) *states {
	t.Helper()
	h := &states{random: rand.New(rand.NewPCG(seed, 7)), files: map[string]string{}, day: date.Date{Year: 2026, Month: 11, Day: 21}}
	disk := os.DirFS(root)
	err := fs.WalkDir(disk, ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(p, "expected/") {
			return err
		}
		b, err := fs.ReadFile(disk, p)
		h.files[p] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	set, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	std, err := standard.Load()
	if err != nil {
		t.Fatal(err)
	}
	c, problems := config.Parse(config.FileName, []byte(h.files[config.FileName]), set)
	if len(problems) > 0 {
		t.Fatal(problems[0].Message.EN)
	}
	h.options = lint.Options{Config: c, Schemas: set, Standard: std, Rules: rules.All()}
	return h
}

// snapshot returns the state as a commit would hold it.
func (h *states) snapshot() *repo.Snapshot {
	s := repo.Memory(maps.Clone(h.files))
	for i := range s.Entries {
		s.Entries[i].ID = repo.BlobID([]byte(h.files[s.Entries[i].Path]))
	}
	return s
}

// next moves to another state and says how.
func (h *states) next() string {
	h.past = append(h.past, maps.Clone(h.files))
	var did []string
	for range 1 + h.random.IntN(3) {
		did = append(did, h.step())
	}
	return strings.Join(did, "; ")
}

func (h *states) step() string {
	p := h.anyFile()
	switch n := h.random.IntN(20); {
	case n < 2:
		h.day = h.day.AddDays(h.random.IntN(800) - 400)
		return "day " + h.day.String()
	case n < 4:
		h.files = maps.Clone(h.past[h.random.IntN(len(h.past))])
		return "go back"
	case n < 6:
		delete(h.files, p)
		return "remove " + p
	case n < 8:
		to := path.Dir(p) + "/写し" + fmt.Sprint(h.random.IntN(100)) + "-" + path.Base(p)
		h.files[to] = h.files[p]
		return "copy " + p
	case n < 10:
		to := path.Dir(path.Dir(p)) + "/" + fmt.Sprint(h.random.IntN(100)) + path.Base(p)
		h.files[to] = h.files[p]
		delete(h.files, p)
		return "rename " + p
	case n < 12:
		q := h.anyFile()
		h.files[p], h.files[q] = h.files[q], h.files[p]
		return "exchange " + p + " and " + q
	}
	h.files[p] = h.edit(h.files[p])
	return "edit " + p
}

func (h *states) anyFile() string {
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(h.files)), func(p string) bool {
		return p == config.FileName || !lint.IsMarkdown(p) && path.Ext(p) != ".csv" && path.Ext(p) != ".txt"
	})
	return names[h.random.IntN(len(names))]
}

// edit changes some lines of a text: it takes one out, repeats or moves one,
// changes a digit, or takes a line over from another file.
func (h *states) edit(text string) string {
	lines := strings.Split(text, "\n")
	for range 1 + h.random.IntN(3) {
		i, j := h.random.IntN(len(lines)), h.random.IntN(len(lines))
		switch h.random.IntN(6) {
		case 0:
			lines = slices.Delete(lines, i, i+1)
		case 1:
			lines = slices.Insert(lines, i, lines[i])
		case 2:
			lines[i], lines[j] = lines[j], lines[i]
		case 3:
			other := strings.Split(h.files[h.anyFile()], "\n")
			lines = slices.Insert(lines, i, other[h.random.IntN(len(other))])
		default:
			lines[i] = strings.Map(func(r rune) rune {
				if '0' <= r && r <= '9' && h.random.IntN(3) == 0 {
					return '0' + rune(h.random.IntN(10))
				}
				return r
			}, lines[i])
		}
		if len(lines) == 0 {
			return ""
		}
	}
	return strings.Join(lines, "\n")
}

package repo

import (
	"errors"
	"maps"
	"testing"

	"github.com/ismslint/ismslint/lint/message"
)

func TestMemory(t *testing.T) {
	files := map[string]string{"b.md": "b", "a/c.md": "c", "a.md": "a"}
	s := Memory(files)
	if got := contents(t, s, nil); !maps.Equal(got, files) || s.Kind != InMemory {
		t.Errorf("%s %q", s.Kind, got)
	}
	if s.Entries[0].Path != "a.md" || s.Entries[1].Path != "a/c.md" || s.Entries[2].Size != 1 {
		t.Errorf("entries %v", s.Entries)
	}
	_, err := s.Read(Entry{Path: "x.md"}, 1)
	wantError(t, err, "x.md", "x.md")
	if _, err := s.Read(s.Entries[0], 0); !errors.Is(err, ErrTooLarge) {
		t.Errorf("limit: %v", err)
	}
}

func TestOverlay(t *testing.T) {
	base := Memory(map[string]string{"a.md": "a", "c.md": "c"})
	base.skip("b.md", message.Same("unreadable"))
	base.skip("d.md", message.Same("unreadable"))
	changed := Overlay(base, "a.md", []byte("changed"))
	added := Overlay(changed, "b.md", []byte("added"))
	if got := contents(t, added, nil); !maps.Equal(got, map[string]string{"a.md": "changed", "b.md": "added", "c.md": "c"}) {
		t.Errorf("%q", got)
	}
	if e := added.Entries[1]; e.Path != "b.md" || e.Size != 5 {
		t.Errorf("entries %v", added.Entries)
	}
	if got := skipped(added); len(got) != 1 || got["d.md"] == "" {
		t.Errorf("skipped %v", got)
	}
	if got := contents(t, base, nil); !maps.Equal(got, map[string]string{"a.md": "a", "c.md": "c"}) || len(base.Skipped) != 2 {
		t.Errorf("the snapshot below changed: %q %v", got, base.Skipped)
	}
	if _, err := added.Read(added.Entries[1], 4); !errors.Is(err, ErrTooLarge) {
		t.Errorf("limit: %v", err)
	}
}

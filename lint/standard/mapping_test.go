package standard_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/standard"
)

type pair struct{ older, newer string }

// pairs asks one direction of a mapping for every control.
func pairs(t *testing.T, s *standard.Standard, from, to standard.Edition) map[pair]standard.MappingKind {
	t.Helper()
	out := map[pair]standard.MappingKind{}
	for _, c := range s.Controls(from) {
		for _, m := range s.Successors(from, c.ID, to) {
			if m.From != c.ID {
				t.Errorf("asked for %s, answered for %s", c.ID, m.From)
			}
			if m.To == "" {
				continue
			}
			if from < to {
				out[pair{m.From, m.To}] = m.Kind
			} else {
				out[pair{m.To, m.From}] = m.Kind
			}
		}
	}
	return out
}

func TestMapping2013To2022(t *testing.T) {
	s := load(t)
	forward := pairs(t, s, standard.Edition2013, standard.Edition2022)
	backward := pairs(t, s, standard.Edition2022, standard.Edition2013)
	if len(forward) != 115 || len(backward) != 115 {
		t.Errorf("%d pairs forward and %d backward, want 115", len(forward), len(backward))
	}
	for p, kind := range forward {
		if backward[p] != kind {
			t.Errorf("%v is %q forward and %q backward", p, kind, backward[p])
		}
	}
	for _, r := range records(t, "annex-a-2022.csv") {
		for _, older := range strings.FieldsFunc(r["refs_2013"], func(r rune) bool { return r == ';' }) {
			if _, ok := forward[pair{older, r["id"]}]; !ok {
				t.Errorf("%s → %s is only in the table of 2022", older, r["id"])
			}
		}
	}

	kinds := map[standard.MappingKind]int{} // of the 93 controls of 2022
	for _, c := range s.Controls(standard.Edition2022) {
		ms := s.Successors(standard.Edition2022, c.ID, standard.Edition2013)
		switch {
		case ms[0].Kind == standard.New:
			if len(ms) != 1 || ms[0].To != "" || !c.New || ms[0].Confidence != standard.TwoSources {
				t.Errorf("%s: %+v, New %v", c.ID, ms, c.New)
			}
			kinds[standard.New]++
		case len(ms) > 1:
			kinds[standard.Merged]++
		default:
			kinds[ms[0].Kind]++
		}
	}
	if kinds[standard.New] != 11 || kinds[standard.Merged] != 24 || kinds[standard.Kept] != 58 {
		t.Errorf("controls of 2022: %v, want 11 new, 24 merged, 58 kept", kinds)
	}

	for _, c := range s.Controls(standard.Edition2013) {
		ms := s.Successors(standard.Edition2013, c.ID, standard.Edition2022)
		if ms[0].Kind == standard.None {
			t.Errorf("%s has no successor", c.ID)
		}
		if split := len(ms) > 1; split != (c.ID == "A.18.2.3") {
			t.Errorf("%s has %d successors", c.ID, len(ms))
		}
		for _, m := range ms {
			if m.Confidence != standard.TwoSources {
				t.Errorf("%s → %s is %q", m.From, m.To, m.Confidence)
			}
		}
	}
}

func TestSuccessors(t *testing.T) {
	s := load(t)
	const two, one, hint = standard.TwoSources, standard.OneSource, standard.Unconfirmed
	for _, c := range []struct {
		from standard.Edition
		id   string
		to   standard.Edition
		want []standard.Mapping
	}{
		{"2013", "A.6.1.2", "2022", []standard.Mapping{{"A.6.1.2", "A.5.3", standard.Kept, two}}},
		{"2013", "A.5.1.2", "2022", []standard.Mapping{{"A.5.1.2", "A.5.1", standard.Merged, two}}},
		{"2013", "A.18.2.3", "2022", []standard.Mapping{
			{"A.18.2.3", "A.5.36", standard.Split, two}, {"A.18.2.3", "A.8.8", standard.Split, two},
		}},
		{"2022", "A.5.1", "2013", []standard.Mapping{
			{"A.5.1", "A.5.1.1", standard.Merged, two}, {"A.5.1", "A.5.1.2", standard.Merged, two},
		}},
		{"2022", "A.8.8", "2013", []standard.Mapping{
			{"A.8.8", "A.12.6.1", standard.Merged, two}, {"A.8.8", "A.18.2.3", standard.Split, two},
		}},
		{"2022", "A.5.7", "2013", []standard.Mapping{{"A.5.7", "", standard.New, two}}},
		{"2005", "A.5.1.1", "2013", []standard.Mapping{{"A.5.1.1", "A.5.1.1", standard.Kept, one}}},
		{"2005", "A.10.1.3", "2013", []standard.Mapping{{"A.10.1.3", "A.6.1.2", standard.Kept, one}}},
		{"2005", "A.6.1.5", "2013", []standard.Mapping{{"A.6.1.5", "A.13.2.4", standard.Kept, hint}}},
		{"2005", "A.6.1.1", "2013", []standard.Mapping{{"A.6.1.1", "", standard.None, hint}}},
		{"2013", "A.6.1.5", "2005", []standard.Mapping{{"A.6.1.5", "", standard.New, hint}}},
		{"2005", "A.5.1.1", "2022", []standard.Mapping{{"A.5.1.1", "A.5.1", standard.Merged, one}}},
		{"2005", "A.10.1.3", "2022", []standard.Mapping{{"A.10.1.3", "A.5.3", standard.Kept, one}}},
		{"2005", "A.15.2.2", "2022", []standard.Mapping{
			{"A.15.2.2", "A.5.36", standard.Split, hint}, {"A.15.2.2", "A.8.8", standard.Split, hint},
		}},
		{"2005", "A.6.1.1", "2022", []standard.Mapping{{"A.6.1.1", "", standard.None, hint}}},
		{"2022", "A.5.7", "2005", []standard.Mapping{{"A.5.7", "", standard.New, hint}}},
		{"2022", "A.5.1", "2022", nil},
		{"2022", "A.5.1.1", "2013", nil},
		{"2013", "A.5.1", "2022", nil}, // an objective
		{"2013", "A.5.1.1", "2023", nil},
		{"", "A.5.1.1", "2022", nil},
	} {
		if got := s.Successors(c.from, c.id, c.to); !slices.Equal(got, c.want) {
			t.Errorf("Successors(%s, %s, %s) = %+v, want %+v", c.from, c.id, c.to, got, c.want)
		}
	}
}

// Which controls of 2005 have no successor is stated in a column of its own.
func TestMapping2005AgreesWithTheTable(t *testing.T) {
	s := load(t)
	for _, r := range records(t, "annex-a-2005.csv") {
		ms := s.Successors(standard.Edition2005, r["id"], standard.Edition2013)
		if none := ms[0].Kind == standard.None; none != (r["no_successor_2013_unverified"] == "true") {
			t.Errorf("%s: %+v, the table says %s", r["id"], ms, r["no_successor_2013_unverified"])
		}
		for _, m := range ms {
			if m.Confidence == standard.TwoSources || m.Confidence != standard.Unconfirmed && r["refs_2013"] == "" {
				t.Errorf("%s → %q is %q", m.From, m.To, m.Confidence)
			}
		}
	}
}

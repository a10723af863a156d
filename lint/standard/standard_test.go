package standard_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/standard"
)

func load(t testing.TB) *standard.Standard {
	t.Helper()
	s, err := standard.Load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// records reads a data file without the code under test.
func records(t *testing.T, name string) []map[string]string {
	t.Helper()
	f, err := os.Open(filepath.Join("data", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := make([]map[string]string, 0, len(rows)-1)
	for _, row := range rows[1:] {
		r := map[string]string{}
		for i, column := range rows[0] {
			r[column] = row[i]
		}
		out = append(out, r)
	}
	return out
}

func TestCounts(t *testing.T) {
	s := load(t)
	for _, c := range []struct {
		edition                             standard.Edition
		controls, tops, objectives, clauses int
	}{
		{standard.Edition2022, 93, 4, 0, 41},
		{standard.Edition2013, 114, 14, 35, 35},
		{standard.Edition2005, 133, 11, 39, 25},
	} {
		kinds := map[standard.GroupKind]int{}
		for _, g := range s.Groups(c.edition) {
			kinds[g.Kind]++
		}
		if n := len(s.Controls(c.edition)); n != c.controls {
			t.Errorf("%s has %d controls, want %d", c.edition, n, c.controls)
		}
		if n := kinds[standard.Theme] + kinds[standard.Domain]; n != c.tops || kinds[standard.Objective] != c.objectives {
			t.Errorf("%s has groups %v, want %d and %d objectives", c.edition, kinds, c.tops, c.objectives)
		}
		if n := len(s.Clauses(c.edition)); n != c.clauses {
			t.Errorf("%s has %d clauses, want %d", c.edition, n, c.clauses)
		}
	}
}

func TestThemesOf2022(t *testing.T) {
	count, added := map[string]int{}, 0
	for _, c := range load(t).Controls(standard.Edition2022) {
		count[c.Group]++
		if c.New {
			added++
		}
	}
	if count["A.5"] != 37 || count["A.6"] != 8 || count["A.7"] != 14 || count["A.8"] != 34 || len(count) != 4 {
		t.Errorf("controls by theme: %v, want 37, 8, 14 and 34", count)
	}
	if added != 11 {
		t.Errorf("%d controls are new, want 11", added)
	}
}

// The columns that state the group of a control agree with what the ids say.
func TestGroupOfEveryControl(t *testing.T) {
	s := load(t)
	themes := map[string]string{}
	for _, r := range records(t, "annex-a-2022-themes.csv") {
		themes[r["theme"]] = r["id"]
	}
	for _, e := range standard.Editions() {
		for _, r := range records(t, "annex-a-"+string(e)+".csv") {
			c, ok := s.Control(e, r["id"])
			if !ok {
				t.Fatalf("%s %s is missing", e, r["id"])
			}
			want := r["objective_id"]
			if e == standard.Edition2022 {
				want = themes[r["theme"]]
			}
			if c.Group != want || c.Edition != e {
				t.Errorf("%s %s belongs to %q of %s, want %q", e, c.ID, c.Group, c.Edition, want)
			}
		}
	}
}

// So do the columns that state the domain and the number of controls of a group.
func TestGroupsAgreeWithTheTables(t *testing.T) {
	s := load(t)
	for _, e := range standard.Editions() {
		members := map[string]int{}
		for _, c := range s.Controls(e) {
			g, _ := s.Group(e, c.Group)
			members[g.ID]++
			members[g.Parent]++
		}
		files, err := filepath.Glob("data/annex-a-" + string(e) + "-*.csv")
		if err != nil || len(files) == 0 {
			t.Fatalf("%s has no tables of groups: %v", e, err)
		}
		for _, file := range files {
			for _, r := range records(t, filepath.Base(file)) {
				g, ok := s.Group(e, r["id"])
				if !ok {
					t.Fatalf("%s has no group %s", e, r["id"])
				}
				if domain := r["domain"] + r["category_id"]; g.Parent != domain {
					t.Errorf("%s %s is part of %q, want %q", e, g.ID, g.Parent, domain)
				}
				if n := strconv.Itoa(members[g.ID]); n != r["control_count"] {
					t.Errorf("%s %s has %s controls, the table says %s", e, g.ID, n, r["control_count"])
				}
			}
		}
	}
}

func TestOrder(t *testing.T) {
	s := load(t)
	c := s.Controls(standard.Edition2013)
	if c[0].ID != "A.5.1.1" || c[113].ID != "A.18.2.3" {
		t.Errorf("2013 runs from %s to %s", c[0].ID, c[113].ID)
	}
	var groups []string
	for _, g := range s.Groups(standard.Edition2013)[:5] {
		groups = append(groups, g.ID)
	}
	if want := []string{"A.5", "A.5.1", "A.6", "A.6.1", "A.6.2"}; !slices.Equal(groups, want) {
		t.Errorf("groups begin %q, want %q", groups, want)
	}
	var clauses []string
	for _, cl := range s.Clauses(standard.Edition2022)[9:15] {
		clauses = append(clauses, cl.Number)
	}
	if want := []string{"6", "6.1", "6.1.1", "6.1.2", "6.1.3", "6.2"}; !slices.Equal(clauses, want) {
		t.Errorf("clauses run %q, want %q", clauses, want)
	}
}

func TestClause(t *testing.T) {
	s := load(t)
	c, ok := s.Clause(standard.Edition2022, "9.2.2")
	if !ok || c.Parent != "9.2" || !c.Documented || c.Information == "" || c.TitleJA != "内部監査プログラム" ||
		c.DocumentedConfidence != standard.TwoSources || c.Amendment != "" {
		t.Errorf("9.2.2 of 2022 is %+v", c)
	}
	if c, _ := s.Clause(standard.Edition2022, "4.1"); c == nil || c.Amendment == "" || c.Documented {
		t.Errorf("4.1 of 2022 is %+v, want the climate amendment", c)
	}
	if _, ok := s.Clause(standard.Edition2013, "9.2.2"); ok {
		t.Error("9.2.2 is a clause of 2013")
	}
	ten1, _ := s.Clause(standard.Edition2013, "10.1")
	ten2, _ := s.Clause(standard.Edition2022, "10.2")
	if ten1.TitleEN != ten2.TitleEN {
		t.Errorf("10.1 of 2013 is %q and 10.2 of 2022 is %q", ten1.TitleEN, ten2.TitleEN)
	}
}

func TestUnknownEdition(t *testing.T) {
	s := load(t)
	if s.Controls("2019") != nil || s.Groups("") != nil || s.Clauses("2019") != nil {
		t.Error("an edition that does not exist has content")
	}
	if _, ok := s.Control("2023", "A.5.1"); ok {
		t.Error("2023 is the year of JIS, not of an edition")
	}
}

func TestEditionsOf(t *testing.T) {
	s := load(t)
	for id, want := range map[string][2][]standard.Edition{
		"A.5.1":    {{"2022"}, {"2005", "2013"}},
		"A.5.1.1":  {{"2005", "2013"}, nil},
		"A.18.2.3": {{"2013"}, nil},
		"A.8.34":   {{"2022"}, nil},
		"A.5":      {nil, {"2005", "2013", "2022"}},
		"A.18":     {nil, {"2013"}},
		"A.10.10":  {nil, {"2005"}},
		"A.99":     {nil, nil},
		"":         {nil, nil},
	} {
		if got := s.EditionsOf(id); !slices.Equal(got, want[0]) {
			t.Errorf("%q is a control of %q, want %q", id, got, want[0])
		}
		if got := s.GroupEditionsOf(id); !slices.Equal(got, want[1]) {
			t.Errorf("%q is a group of %q, want %q", id, got, want[1])
		}
	}
}

// The traps that the data's README names.
func TestIDsAreAmbiguous(t *testing.T) {
	s := load(t)
	both, objectives := 0, 0
	for _, c := range s.Controls(standard.Edition2005) {
		if newer, ok := s.Control(standard.Edition2013, c.ID); ok {
			both++
			if newer == c {
				t.Errorf("%s is one control in two editions", c.ID)
			}
		}
	}
	for _, c := range s.Controls(standard.Edition2022) {
		if g, ok := s.Group(standard.Edition2013, c.ID); ok && g.Kind == standard.Objective {
			objectives++
		}
	}
	if both != 58 {
		t.Errorf("%d ids are controls of 2005 and 2013, want 58", both)
	}
	if objectives != 9 {
		t.Errorf("%d ids of 2022 controls are objectives of 2013, want 9", objectives)
	}
}

func TestAttributes(t *testing.T) {
	s := load(t)
	types := map[string]string{}
	for _, r := range records(t, "annex-a-2022.csv") {
		types[r["id"]] = r["control_type"]
	}
	for _, c := range s.Controls(standard.Edition2022) {
		a := c.Attributes
		if a == nil || len(a.Properties) == 0 || len(a.Concepts) == 0 || len(a.Capabilities) == 0 || len(a.Domains) == 0 {
			t.Errorf("%s has the attributes %+v", c.ID, a)
			continue
		}
		if got := strings.Join(a.Types, ";"); got != types[c.ID] {
			t.Errorf("%s is %q in one table and %q in the other", c.ID, got, types[c.ID])
		}
	}
	if c, _ := s.Control(standard.Edition2013, "A.5.1.1"); c.Attributes != nil {
		t.Error("2013 has attributes")
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		load(b)
	}
}

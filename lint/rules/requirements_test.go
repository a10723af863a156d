package rules_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint/rules"
)

// TestRequirements keeps requirements.csv true: every requirement that a rule
// claims is in the list with exactly the rules that claim it, and every other
// one says why it is not checked. -update rewrites the column of the rules.
func TestRequirements(t *testing.T) {
	claims := map[string][]string{}
	for _, r := range rules.All() {
		for _, id := range r.Requirements {
			claims[id] = append(claims[id], r.Name)
		}
	}
	list, err := rules.Requirements()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for i, r := range list {
		if known[r.ID] {
			t.Errorf("%s is listed twice", r.ID)
		}
		known[r.ID] = true
		if want := claims[r.ID]; !slices.Equal(r.Rules, want) {
			if !*update {
				t.Errorf("%s is claimed by %v, the list says %v", r.ID, want, r.Rules)
			}
			list[i].Rules = want
		}
		if !*update && (len(claims[r.ID]) == 0) != (r.Reason != "") {
			t.Errorf("%s has the rules %v and the reason %q; expected one of the two", r.ID, claims[r.ID], r.Reason)
		}
	}
	for id := range claims {
		if !known[id] {
			t.Errorf("%s is claimed by %v, but not in the list", id, claims[id])
		}
	}
	if *update {
		writeRequirements(t, list)
	}
}

func writeRequirements(t *testing.T, list []rules.Requirement) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	records := [][]string{{"id", "summary", "rules", "reason"}}
	for _, r := range list {
		reason := r.Reason
		switch {
		case len(r.Rules) > 0:
			reason = ""
		case reason == "":
			reason = "not checked yet"
		}
		records = append(records, []string{r.ID, r.Summary, strings.Join(r.Rules, " "), reason})
	}
	if err := w.WriteAll(records); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("requirements.csv", b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

package rules

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
)

//go:embed requirements.csv
var requirementsCSV string

// Requirement is one numbered requirement of the domain: what a program can,
// or cannot, check in an ISMS.
type Requirement struct {
	ID, Summary string
	// Rules are the names of the rules that claim it.
	Rules []string
	// Reason says why no rule claims it; "" when one does.
	Reason string
}

// Requirements returns the list of requirements.csv in its order. The error is
// a defect of the file.
func Requirements() ([]Requirement, error) {
	records, err := csv.NewReader(strings.NewReader(requirementsCSV)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("requirements.csv: %w", err)
	}
	var out []Requirement
	for _, r := range records[1:] {
		out = append(out, Requirement{ID: r[0], Summary: r[1], Rules: strings.Fields(r[2]), Reason: r[3]})
	}
	return out, nil
}

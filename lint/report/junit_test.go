package report

import (
	"encoding/xml"
	"testing"

	"github.com/ismslint/ismslint/lint"
)

func parseJUnit(t *testing.T, out string) junitSuites {
	t.Helper()
	var v junitSuites
	if err := xml.Unmarshal([]byte(out), &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestJUnitCounts(t *testing.T) {
	tests := []struct {
		name                             string
		report                           *lint.Report
		failOn                           lint.Severity
		tests, failures, errors, skipped int
	}{
		// 7 findings, 2 not evaluated, the run, and no rule that passes
		{"typical", typical(), lint.Default, 10, 3, 0, 4},
		{"typical from warning", typical(), lint.Warning, 10, 4, 0, 4},
		{"typical from info", typical(), lint.Info, 10, 5, 0, 4},
		{"typical, never", typical(), lint.Off, 10, 0, 0, 4},
		{"clean", noFindings(), lint.Default, 5, 0, 0, 0},
		{"no rules", &lint.Report{}, lint.Default, 1, 0, 0, 0},
		{"failed", failed(), lint.Default, 5, 0, 1, 0},
		{"several findings in a place", many(2), lint.Default, 11, 2, 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := parseJUnit(t, render(t, JUnit, tt.report, Options{FailOn: tt.failOn}))
			var cases, failures, errors, skipped int
			for _, s := range v.Suites {
				names := map[string]bool{}
				for _, c := range s.Cases {
					cases++
					if c.Failure != nil {
						failures++
					}
					if c.Error != nil {
						errors++
					}
					if c.Skipped != nil {
						skipped++
					}
					if names[c.Name] {
						t.Errorf("suite %s has two cases %q", s.Name, c.Name)
					}
					names[c.Name] = true
				}
			}
			got := [4]int{cases, failures, errors, skipped}
			if want := [4]int{tt.tests, tt.failures, tt.errors, tt.skipped}; got != want {
				t.Errorf("cases, failures, errors, skipped: %v, want %v", got, want)
			}
			if stated := [4]int{v.Tests, v.Failures, v.Errors, v.Skipped}; stated != got {
				t.Errorf("the attributes say %v, but there are %v", stated, got)
			}
		})
	}
}

func TestJUnitKeepsHostileText(t *testing.T) {
	v := parseJUnit(t, render(t, JUnit, hostile(), Options{}))
	for _, s := range v.Suites {
		if s.Name != "risk/value" {
			continue
		}
		if got, want := s.Cases[0].Failure.Message, safe(hostileText); got != want {
			t.Errorf("message %q, want %q", got, want)
		}
		return
	}
	t.Error("there is no suite risk/value")
}

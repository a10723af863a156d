package hook

import (
	"testing"

	"github.com/ismslint/ismslint/lint"
)

func TestBrief(t *testing.T) {
	findings := func(errors, warnings int) []lint.Finding {
		var all []lint.Finding
		for range warnings {
			all = append(all, lint.Finding{Severity: lint.Warning})
		}
		for range errors {
			all = append(all, lint.Finding{Severity: lint.Error})
		}
		return append(all, lint.Finding{Severity: lint.Error, Baselined: true})
	}
	tests := []struct {
		name             string
		errors, warnings int
		failOn           lint.Severity
		want             int
		note             string
	}{
		{"nothing", 0, 0, lint.Error, 0, ""},
		{"accepted, with warnings", 0, 3, lint.Error, 3, ""},
		{"refused by errors alone", 2, 3, lint.Error, 2, "3 more are not shown; run ismslint check in your clone to see all"},
		{"refused by warnings, too", 2, 3, lint.Warning, 5, ""},
		{"never refused", 2, 3, lint.Off, 5, ""},
		{"too many", 70, 0, lint.Error, mostFindings, "20 more are not shown; run ismslint check in your clone to see all"},
		{"errors behind many warnings", 1, 70, lint.Error, 1, "70 more are not shown; run ismslint check in your clone to see all"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := &lint.Report{Findings: findings(tt.errors, tt.warnings)}
			brief := Brief(r, tt.failOn)
			note := ""
			for _, n := range brief.Notes {
				note += n.EN
			}
			if len(brief.Findings) != tt.want || note != tt.note {
				t.Errorf("%d findings with note %q, want %d with %q", len(brief.Findings), note, tt.want, tt.note)
			}
			if len(r.Findings) != tt.errors+tt.warnings+1 || len(r.Notes) > 0 {
				t.Error("the report itself was changed")
			}
		})
	}
}

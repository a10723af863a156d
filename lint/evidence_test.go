package lint_test

import (
	"context"
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// TestUnprovenApprovalsAreNamed: a check that takes approvals as declared must
// say so where the organisation demands more.
func TestUnprovenApprovalsAreNamed(t *testing.T) {
	set, err := schema.Load()
	if err != nil {
		t.Fatal(err)
	}
	std, err := standard.Load()
	if err != nil {
		t.Fatal(err)
	}
	for toml, want := range map[string]int{
		"":                                       0,
		"[approval]\nevidence = \"declared\"\n":  0,
		"[approval]\nevidence = \"signed\"\n":    1,
		"[approval]\nseries.A = \"committed\"\n": 1,
	} {
		c, problems := config.Parse(config.FileName, []byte(toml), set)
		if len(problems) > 0 {
			t.Fatal(problems[0].Message.EN)
		}
		r, err := lint.Run(context.Background(), lint.Options{
			Snapshot: repo.Memory(nil), Config: c, Schemas: set, Standard: std, AsOf: date.Date{Year: 2026, Month: 11, Day: 21},
		})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.NotEvaluated) != want {
			t.Errorf("%q: %d rules not evaluated, want %d", toml, len(r.NotEvaluated), want)
		}
	}
}

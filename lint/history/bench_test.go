package history_test

import (
	"os"
	"testing"
	"time"

	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/history"
	"github.com/ismslint/ismslint/lint/project"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/rules"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

func TestProfileHistory(t *testing.T) {
	dir := os.Getenv("HISTORY_REPO")
	if dir == "" {
		t.Skip()
	}
	r, err := repo.Discover(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	set, _ := schema.Load()
	std, _ := standard.Load()
	all := rules.All()
	commits, err := r.Walk(t.Context(), []string{"HEAD"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	n, f := 0, 0
	err = history.Each(t.Context(), history.Options{Repository: r, Schemas: set, Standard: std, Rules: all, Today: date.Of(start),
		Config: func(s *repo.Snapshot) (*config.Config, error) { return project.Config(s, set, all) }}, commits, func(res *history.Result) error {
		n++
		if res.Report != nil {
			f += len(res.Report.Findings)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Log(n, f, time.Since(start))
}

package main

import (
	"context"
	"os"
	"runtime/debug"

	"github.com/ismslint/ismslint/lint/cache"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/history"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/project"
	"github.com/ismslint/ismslint/lint/rules"
	"github.com/ismslint/ismslint/lint/standard"
	"github.com/ismslint/ismslint/schema"
)

// historyJob is the check of a history that is ready to run.
type historyJob struct {
	options      history.Options
	project      *project.Project
	only         func(path string) bool // what to report on; nil for all
	wipeProgress func()
	logs         []*cache.Log // of the cache
}

// historyGCPercent is how much garbage may gather before it is collected, in
// per cent of what is in use: the documents of one state take some 100 MB, and
// twice that is to be enough for a history of any length.
const historyGCPercent = 75

// close keeps what was found so far, also when the run was broken off. Results
// are right without a cache.
func (j *historyJob) close() {
	for _, log := range j.logs {
		_ = log.Close()
	}
}

func (a *app) prepareHistory(ctx context.Context, paths []string, f cacheFlags) (*historyJob, error) {
	// A check is short and may let its memory grow; a history is long.
	if a.getenv("GOGC") == "" {
		debug.SetGCPercent(historyGCPercent)
	}
	set, err := schema.Load()
	if err != nil {
		return nil, err
	}
	std, err := standard.Load()
	if err != nil {
		return nil, err
	}
	dir, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	p, err := project.Find(dir, paths, a.getenv)
	if err != nil {
		return nil, err
	}
	o, c, err := p.HistoryOptions(set, std, rules.All())
	a.config = c
	if err != nil {
		return nil, err
	}
	o.Today = date.Of(a.now())
	if o.Zone != nil {
		o.Today = date.Of(a.now().In(o.Zone))
	}
	j := &historyJob{options: o, project: p}
	if len(paths) > 0 {
		if j.only, err = restrictPaths(p, dir, paths); err != nil {
			return nil, err
		}
	}
	j.options.Progress, j.wipeProgress = a.progress(message.Text{JA: "コミットを検査しています", EN: "checking commits"})
	return j, a.openCache(ctx, j, f)
}

// openCache opens the logs of the history. What is signed with a tag is evidence
// for what lies before it, so that results hold for the same tags.
func (a *app) openCache(ctx context.Context, j *historyJob, f cacheFlags) error {
	if !j.options.Repository.Incomplete().IsZero() {
		return nil // what cannot be told today may be told after a fetch
	}
	tags, err := j.options.Repository.Tags(ctx)
	if err != nil {
		return err
	}
	var ids []string
	for _, t := range tags {
		ids = append(ids, t.ID)
	}
	o := &j.options
	for _, kind := range []struct {
		name string
		on   []string
		use  func(*cache.Log)
	}{
		{"history", ids, func(l *cache.Log) { o.Store = l }},
		{"facts", nil, func(l *cache.Log) { o.Facts = l }},
		{"commits", nil, func(l *cache.Log) { o.Repository.KeepCommits(l) }},
	} {
		log, err := openLog(f, j.project, kind.name, kind.on...)
		if err != nil {
			return err
		}
		if log != nil {
			kind.use(log)
			j.logs = append(j.logs, log)
		}
	}
	return nil
}

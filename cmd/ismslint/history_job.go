package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"

	"github.com/spf13/cobra"

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
	log          *cache.Log // nil without a cache
}

// historyGCPercent is how much garbage may gather before it is collected, in
// per cent of what is in use: the documents of one state take some 100 MB, and
// twice that is to be enough for a history of any length.
const historyGCPercent = 100

// close keeps what was found so far, also when the run was broken off.
func (j *historyJob) close() {
	if j.log != nil {
		_ = j.log.Close() // results are right without a cache
	}
}

func (a *app) cacheFlags(c *cobra.Command, dir *string, none *bool) {
	c.Flags().StringVar(dir, "cache-dir", "", "folder of the cache (default: ismslint in the cache folder of the user)")
	c.Flags().BoolVar(none, "no-cache", false, "neither use nor write the cache; results are the same")
}

func (a *app) prepareHistory(ctx context.Context, paths []string, cacheDir string, noCache bool) (*historyJob, error) {
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
	if noCache {
		return j, nil
	}
	return j, a.openCache(ctx, j, cacheDir)
}

// openCache finds the log for this program and this ISMS. A folder that the
// user named must be usable; the usual one is done without if it is not.
func (a *app) openCache(ctx context.Context, j *historyJob, dir string) error {
	named := dir != ""
	if !named {
		base, err := os.UserCacheDir()
		if err != nil {
			return nil
		}
		dir = filepath.Join(base, "ismslint")
	}
	tags, err := j.options.Repository.Tags(ctx)
	if err != nil {
		return err
	}
	h := sha256.New()
	fmt.Fprintln(h, programID(), j.options.Prefix, j.options.Repository.CommonDir)
	for _, t := range tags { // a signed tag is evidence for what lies before it
		fmt.Fprintln(h, t.ID)
	}
	log, err := cache.Open(dir, hex.EncodeToString(h.Sum(nil)))
	if err != nil {
		if named {
			return usageError(err)
		}
		return nil
	}
	j.log, j.options.Store = log, log
	return nil
}

// programID tells one build of the program from another: what it finds may
// differ. A build without a recorded version is told by its file.
func programID() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		id, modified := info.Main.Version+" "+info.Main.Sum, info.Main.Version == "" || info.Main.Version == "(devel)"
		for _, s := range info.Settings {
			modified = modified || s.Key == "vcs.modified" && s.Value == "true"
		}
		if !modified {
			return id
		}
	}
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	file, err := os.Stat(path)
	if err != nil {
		return path
	}
	return fmt.Sprint(path, file.Size(), file.ModTime().UnixNano())
}

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint/cache"
	"github.com/ismslint/ismslint/lint/project"
)

// cacheFlags say where results are kept between runs, if at all.
type cacheFlags struct {
	dir  string
	none bool
}

func (f *cacheFlags) add(c *cobra.Command) {
	flags := c.Flags()
	flags.StringVar(&f.dir, "cache-dir", "", "folder of the cache (default: ismslint in the cache folder of the user)")
	flags.BoolVar(&f.none, "no-cache", false, "neither use nor write the cache; results are the same")
}

// minFacts is the number of files from which on a cache is faster than reading
// them.
const minFacts = 100

// openFacts lets a check use what earlier ones read of the files.
func (a *app) openFacts(j *job, f cacheFlags) error {
	if len(j.options.Snapshot.Entries) < minFacts {
		return nil
	}
	log, err := openLog(f, j.project, "facts")
	if log != nil {
		j.facts = log
		j.options.Session.KeepFacts(log, false)
	}
	return err
}

// openLog opens the log of one kind of results for this program and this ISMS;
// nil where there is none. A folder that the user named must be usable; the
// usual one is done without if it is not.
func openLog(f cacheFlags, p *project.Project, kind string, on ...string) (*cache.Log, error) {
	if f.none {
		return nil, nil
	}
	dir := f.dir
	if dir == "" {
		base, err := os.UserCacheDir()
		if err != nil {
			return nil, nil
		}
		dir = filepath.Join(base, "ismslint")
	}
	log, err := cache.Open(dir, strings.Join(append([]string{programID(), kind, p.Place()}, on...), "\n"))
	if err != nil {
		if f.dir != "" {
			return nil, usageError(err)
		}
		return nil, nil
	}
	return log, nil
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

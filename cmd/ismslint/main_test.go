package main

import (
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the golden files of the scripts")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"ismslint": main})
}

// TestScripts runs the program as a user would, in real folders and real git
// repositories.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata", UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", filepath.Join(e.WorkDir, ".home"))
			e.Setenv("XDG_CACHE_HOME", filepath.Join(e.WorkDir, ".cache"))
			e.Setenv("GIT_CONFIG_GLOBAL", os.DevNull)
			e.Setenv("GIT_CONFIG_NOSYSTEM", "1")
			for _, who := range []string{"AUTHOR", "COMMITTER"} {
				e.Setenv("GIT_"+who+"_NAME", "鈴木 次郎")
				e.Setenv("GIT_"+who+"_EMAIL", "suzuki@example.co.jp")
				e.Setenv("GIT_"+who+"_DATE", "2026-04-01T09:00:00+09:00")
			}
			return os.MkdirAll(filepath.Join(e.WorkDir, ".home"), 0o755)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"bytes": writeBytes,
			"exits": exits, "day": setDay, "damage": damage,
		},
		Condition: condition,
	})
}

// newApp returns a program whose streams and clock a test controls.
func newApp(now time.Time) *app {
	return &app{getenv: func(string) string { return "" }, now: func() time.Time { return now }}
}

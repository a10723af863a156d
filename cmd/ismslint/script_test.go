package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// exits runs a program and checks its exit code: exits CODE PROGRAM ARG….
// Output goes where that of exec goes.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM ARG…")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	got := 0
	if errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// writeBytes writes a file of bytes that a script cannot hold:
// bytes FILE (hex DIGITS | repeat COUNT TEXT).
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: bytes FILE (hex DIGITS | repeat COUNT TEXT)")
	}
	var b []byte
	switch args[1] {
	case "hex":
		_, err := fmt.Sscanf(args[2], "%x", &b)
		ts.Check(err)
	case "repeat":
		n, err := strconv.Atoi(args[2])
		ts.Check(err)
		b = []byte(strings.Repeat(args[3], n))
	default:
		ts.Fatalf("unknown form %q", args[1])
	}
	name := ts.MkAbs(args[0])
	ts.Check(os.MkdirAll(filepath.Dir(name), 0o755))
	ts.Check(os.WriteFile(name, b, 0o644))
}

// setDay makes commits of a script those of a day: day YYYY-MM-DD.
func setDay(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: day YYYY-MM-DD")
	}
	for _, name := range []string{"GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"} {
		ts.Setenv(name, args[0]+"T12:00:00+09:00")
	}
}

// damage changes a byte in the middle of every file of a folder.
func damage(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: damage FOLDER")
	}
	files, err := filepath.Glob(filepath.Join(ts.MkAbs(args[0]), "*"))
	ts.Check(err)
	if len(files) == 0 {
		ts.Fatalf("there is no file in %s", args[0])
	}
	for _, file := range files {
		b, err := os.ReadFile(file)
		ts.Check(err)
		b[len(b)/2] ^= 1
		ts.Check(os.WriteFile(file, b, 0o600))
	}
}

// condition knows [root]: the scripts run as a user whom no permission stops.
func condition(name string) (bool, error) {
	if name == "root" {
		return os.Geteuid() == 0, nil
	}
	return false, fmt.Errorf("unknown condition %q", name)
}

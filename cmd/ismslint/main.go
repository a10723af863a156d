// Command ismslint checks an information security management system that is
// kept as Markdown in git.
package main

import (
	"os"
	"runtime/debug"
	"time"
	_ "time/tzdata" // the organisation's time zone must be known on every machine
)

// gcPercent lets the heap of this short-lived process grow before it is
// collected: a check allocates little more than it keeps.
const gcPercent = 400

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	a := &app{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		getenv: os.Getenv, now: time.Now,
	}
	os.Exit(a.run(os.Args[1:]))
}

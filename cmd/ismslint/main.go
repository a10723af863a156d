// Command ismslint checks an information security management system that is
// kept as Markdown in git.
package main

import (
	"os"
	"time"
	_ "time/tzdata" // the organisation's time zone must be known on every machine
)

func main() {
	a := &app{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		getenv: os.Getenv, now: time.Now,
	}
	os.Exit(a.run(os.Args[1:]))
}

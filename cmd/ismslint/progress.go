package main

import (
	"fmt"
	"time"

	"github.com/ismslint/ismslint/lint/message"
)

// progressEvery is how often the progress of long work is shown.
const progressEvery = 200 * time.Millisecond

// progress returns a function that shows on the terminal behind the error
// stream how far the work has come, and one that wipes it away. Nothing is
// shown where there is no terminal.
func (a *app) progress(what message.Text) (show func(done, total int), wipe func()) {
	if !isTerminal(a.stderr) {
		return nil, func() {}
	}
	lang := a.language()
	next := time.Now().Add(progressEvery)
	shown := false
	show = func(done, total int) {
		now := time.Now()
		if now.Before(next) {
			return
		}
		next, shown = now.Add(progressEvery), true
		fmt.Fprintf(a.stderr, "\r\033[K%s %d / %d", what.In(lang), done, total)
	}
	return show, func() {
		if shown {
			fmt.Fprint(a.stderr, "\r\033[K")
		}
	}
}

// Package demo makes a git repository with three years of an ISMS to try the
// program on: people with keys of their own, drafts, approvals, branches and
// merges, records of three years, the transition from the 2013 to the 2022
// edition, and a few planted violations that the tour in its README finds.
//
// The texts are in content/LANGUAGE.tmpl; the course of events is in the files
// story_*.go and depends on nothing but the options. Keys, and so signatures,
// are new each time.
package demo

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
)

// KeyFolder is the folder below the root of the repository that holds the
// private keys of the people. It is not tracked.
const KeyFolder = ".demo-keys"

// months is how long the history is.
const months = 36

// Options says where to make the repository, in which language and up to when.
type Options struct {
	// Dir is the folder of the repository. It is created; one that exists must
	// be empty.
	Dir string
	// Language is the language of the documents.
	Language message.Language
	// Until is any day of the last month of the history, from First to Last.
	Until date.Date
	// Environ is the environment that git runs in, as KEY=VALUE.
	Environ []string
	// Progress is told how many of the months are done; nil if nobody asks.
	Progress func(done, total int)
}

// Result says what was made.
type Result struct {
	// Commits is the number of commits, From and To the days of the first and
	// the last.
	Commits  int
	From, To date.Date
}

// FolderError says why a folder cannot take the repository.
type FolderError struct{ reason *message.Error }

func (e *FolderError) Error() string { return e.reason.Error() }

// In returns the text in the given language.
func (e *FolderError) In(lang message.Language) string { return e.reason.In(lang) }

// Unwrap returns the reason.
func (e *FolderError) Unwrap() error { return e.reason }

// Create makes the repository. It fails, and leaves nothing behind, with a
// [message.Error] when git or ssh-keygen is missing or fails, with a
// [*FolderError] when the folder is in use, and with the error of the context
// when that ends.
func Create(ctx context.Context, o Options) (result *Result, err error) {
	r, err := newRepository(ctx, o.Environ)
	if err != nil {
		return nil, err
	}
	dir, err := filepath.Abs(o.Dir)
	if err != nil {
		return nil, err
	}
	clean, err := claim(dir)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			clean()
		}
	}()
	r.dir = dir
	w, err := newWorld(o, r)
	if err != nil {
		return nil, err
	}
	w.live()
	if w.err == nil {
		w.settle()
	}
	if w.err == nil { // a packed history is read several times as fast
		w.err = r.run(nil, "gc", "-q")
	}
	if w.err != nil {
		return nil, w.err
	}
	return &Result{Commits: w.commits, From: w.first, To: date.Of(w.clock)}, nil
}

// claim makes sure of an empty folder and returns what gives it up again.
func claim(dir string) (clean func(), err error) {
	entries, err := os.ReadDir(dir)
	if err == nil && len(entries) > 0 {
		return nil, &FolderError{message.Errorf(
			"フォルダー %q は空ではありません。デモには、まだないフォルダーか空のフォルダーを指定してください",
			"the folder %q is not empty, expected a new or empty folder for the demo", dir)}
	}
	existed := err == nil
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, &FolderError{message.Wrap(err, "フォルダー %q を作れません", "cannot create the folder %q", dir)}
	}
	return func() {
		if !existed {
			_ = os.RemoveAll(dir)
			return
		}
		made, _ := os.ReadDir(dir)
		for _, e := range made {
			_ = os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}, nil
}

// First and Last bound the days on which a history can end: it has the move to
// the edition of 2022 a year and a half before, which was published in October
// 2022 and had to be done by October 2025.
func First() date.Date { return date.Date{Year: 2024, Month: time.June, Day: 1} }

// Last is the last day on which a history can end; see [First].
func Last() date.Date { return date.Date{Year: 2027, Month: time.April, Day: 30} }

package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/scaffold/demo"
)

// initDemo makes a repository with years of history to try the program on.
// Day is the value of --date.
func (a *app) initDemo(ctx context.Context, dir, day string) error {
	until := date.Of(a.now())
	until.Day = 1
	until = until.AddDays(-1) // in the month before
	if until.After(demo.Last()) {
		until = demo.Last()
	}
	if day != "" {
		given, format, ok := date.Parse(day)
		if !ok || given.IsZero() || format != date.ISO {
			return usageError(message.Errorf("--date の値 %q は日付ではありません。2026-10-31 の形で指定してください",
				"the value %q of --date is not a date; write it as 2026-10-31", day))
		}
		if until = given; until.Before(demo.First()) || until.After(demo.Last()) || until.After(date.Of(a.now())) {
			return usageError(message.Errorf("--date に使えるのは、%[1]s から %[2]s まで（今日まで）の日付です（指定された値: %[3]s）。2013年版から2022年版への移行を含む履歴を作るためです",
				"--date takes a day from %[1]s to %[2]s that is not after today, not %[3]s: the history has the transition from the 2013 to the 2022 edition", demo.First(), demo.Last(), given))
		}
	}
	lang := a.language()
	show, wipe := a.progress(message.Text{JA: "デモの履歴を作っています（月）", EN: "making the history of the demo (months)"})
	made, err := demo.Create(ctx, demo.Options{Dir: dir, Language: lang, Until: until, Environ: os.Environ(), Progress: show})
	wipe()
	if folder := (*demo.FolderError)(nil); errors.As(err, &folder) {
		return usageError(err)
	}
	if err != nil {
		return err
	}
	text := message.Textf(
		"%[1]s に %[3]s から %[4]s までのISMSの履歴（コミット %[2]d 件）を作りました。次は cd %[1]s をして、README.md の手順で誤りを探してください",
		"made an ISMS with a history of %[2]d commits from %[3]s to %[4]s in %[1]s; next, cd %[1]s and look for what is wrong as its README.md says",
		dir, made.Commits, made.From, made.To)
	_, err = fmt.Fprintln(a.stdout, text.In(lang))
	return err
}

package main

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/history"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/project"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/report"
	"github.com/ismslint/ismslint/lint/rules"
	"github.com/ismslint/ismslint/schema"
)

// historyFlags are the flags of history.
type historyFlags struct {
	format, at, failOn string
	cache              cacheFlags
}

func (a *app) historyCommand() *cobra.Command {
	var f historyFlags
	c := &cobra.Command{
		Use:   "history [RANGE]",
		Short: "Check every commit: when each finding entered and left, and on which days there was none",
		Long: `history checks every commit up to HEAD, or those of a range A..B, each by its own
configuration and as of its own day. Commits whose days break the order of the
others count on the nearest day that does not. It says when each finding entered the ISMS
and when it left, on which days there was none, for each document and in all.
Deadlines that passed between two commits count from the day on which they did.

With --at it reports the state that was in force at the end of a day, as of that
day, in the way of ismslint check. Results are kept in a cache and found again.`,
		Example: `  ismslint history
  ismslint history v2025.04..HEAD --format csv
  ismslint history --at 2025-10-31`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.at != "" {
				return a.historyAt(cmd.Context(), f, args)
			}
			return a.history(cmd.Context(), f, args)
		},
	}
	flags := c.Flags()
	flags.StringVar(&f.format, "format", report.Text, "format of the output: "+listOf(report.ViewFormats())+"; with --at those of check")
	flags.StringVar(&f.at, "at", "", "report the state in force on a day, as 2025-10-31")
	flags.StringVar(&f.failOn, "fail-on", "", "lowest severity of findings that stand at the end that gives exit code 1 (default: never, with --at error)")
	f.cache.add(c)
	complete(c, "fail-on", []string{"error", "warning", "info", "never"})
	return c
}

// historyAt reports the state in force on a day.
func (a *app) historyAt(ctx context.Context, f historyFlags, args []string) error {
	if len(args) > 0 {
		return usageError(message.Errorf("--at と範囲は一緒に指定できません", "--at goes without a range"))
	}
	day, format, ok := date.Parse(f.at)
	if !ok || day.IsZero() || format != date.ISO {
		return usageError(message.Errorf("--at の値 %q は日付ではありません。2025-10-31 の形で指定してください",
			"the value %q of --at is not a date; write it as 2025-10-31", f.at))
	}
	set, err := schema.Load()
	if err != nil {
		return err
	}
	p, err := project.Find(".", nil, a.getenv)
	if err != nil {
		return err
	}
	rev, err := p.CommitOn(ctx, day, set, rules.All())
	if err != nil {
		return err
	}
	if f.failOn == "" {
		f.failOn = "error"
	}
	return a.check(ctx, checkFlags{rev: rev, asOf: day.String(), format: f.format, failOn: f.failOn, cache: f.cache}, nil)
}

func (a *app) history(ctx context.Context, f historyFlags, args []string) error {
	if !slices.Contains(report.ViewFormats(), f.format) {
		return usageError(message.Errorf("出力形式 %q はありません。使えるのは %s です",
			"there is no format %q; the formats are %s", f.format, listOf(report.ViewFormats())))
	}
	if f.failOn == "" {
		f.failOn = "never"
	}
	failOn, err := severityFlag(f.failOn)
	if err != nil {
		return err
	}
	job, err := a.prepareHistory(ctx, nil, f.cache)
	if err != nil {
		return err
	}
	defer job.close()
	spec := "HEAD"
	if len(args) > 0 {
		spec = args[0]
	}
	commits, err := commitsOf(ctx, job.options.Repository, spec)
	if err != nil {
		return err
	}
	if len(commits) == 0 {
		return usageError(message.Errorf("範囲「%s」にコミットがありません", "there is no commit in the range %q", spec))
	}
	incomplete := job.options.Repository.Incomplete()
	if slices.ContainsFunc(commits, isCutOff) {
		return &message.Error{Text: incomplete}
	}
	accepted, err := job.accepted(commits[len(commits)-1].ID)
	if err != nil {
		return err
	}
	t, err := history.Build(ctx, job.options, commits)
	job.wipeProgress()
	if err != nil {
		return err
	}
	if err := report.WriteView(a.stdout, f.format, historyView(t, accepted, incomplete), a.reportOptions()); err != nil {
		return err
	}
	for _, e := range t.Entries {
		if failOn != lint.Off && e.Left.IsZero() && e.Severity >= failOn && !accepted[e.Fingerprint] {
			return &exitError{code: exitFindings}
		}
	}
	return nil
}

// isCutOff reports whether a commit is one behind which a clone lacks history.
func isCutOff(c *repo.CommitInfo) bool { return c.Boundary && len(c.Parents) > 0 }

// accepted returns the fingerprints in the baseline of a commit.
func (j *historyJob) accepted(commit string) (map[string]bool, error) {
	state, err := j.options.Repository.CommitSnapshot(commit, j.options.Prefix, repo.Options{})
	if err != nil {
		return nil, err
	}
	baseline, err := project.Baseline(state)
	if baseline == nil || err != nil {
		return nil, err
	}
	fingerprints := make(map[string]bool, len(baseline.Entries))
	for _, e := range baseline.Entries {
		fingerprints[e.Fingerprint] = true
	}
	return fingerprints, nil
}

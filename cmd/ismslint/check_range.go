package main

import (
	"context"
	"os"
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/history"
	"github.com/ismslint/ismslint/lint/message"
)

// checkRange checks every commit of a range and reports what each brought.
func (a *app) checkRange(ctx context.Context, f checkFlags, args []string, outputs []output, failOn lint.Severity) error {
	if f.asOf != "" {
		return usageError(message.Errorf("--range では各コミットの日付で判定するため、--as-of は使えません", "--range judges every commit as of its own day; --as-of does not go with it"))
	}
	job, err := a.prepareHistory(ctx, args, cacheFlags{none: true})
	if err != nil {
		return a.fail(outputs, err)
	}
	commits, err := commitsOf(ctx, job.options.Repository, f.span)
	if err != nil {
		return a.fail(outputs, err)
	}
	result, err := history.Range(ctx, job.options, commits)
	job.wipeProgress()
	if err != nil {
		return a.fail(outputs, err)
	}
	if job.only != nil {
		result.Findings = slices.DeleteFunc(result.Findings, func(f lint.Finding) bool { return !job.only(f.File) })
		result.Count()
	}
	// A gate lets a branch pass that brings nothing.
	result.Notes = append(result.Notes, checkedCommits(len(commits)))
	o := a.reportOptions()
	o.FailOn, o.ShowSuppressed = failOn, f.showSuppressed
	dir, err := os.Getwd()
	if err != nil {
		return err
	}
	o.Path = func(file string) string { return job.project.PathFrom(dir, file) }
	if err := a.publish(outputs, result, o); err != nil {
		return err
	}
	return verdict(result, failOn)
}

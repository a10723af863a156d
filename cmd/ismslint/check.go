package main

import (
	"context"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/project"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/report"
)

// checkFlags are the flags of check.
type checkFlags struct {
	staged         bool
	rev            string
	mergeBase      string
	span           string // --range
	stdinFilename  string
	format         string
	outputs        []string
	failOn         string
	asOf           string
	fix, diff      bool
	baseline       string
	noBaseline     bool
	allowEmpty     bool
	showSuppressed bool
	cache          cacheFlags
}

func (a *app) checkCommand() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use:   "check [PATH…]",
		Short: "Check the ISMS and report findings",
		Long: `check reads the whole ISMS and reports findings. Paths restrict what is reported,
never what is read: a rule that compares documents always sees all of them. A
document and the statements of approval about it are reported on together.

The ISMS is the folder with the nearest ismslint.toml at or above the paths (or
the current folder). By default the working tree is checked.`,
		Example: `  ismslint check
  ismslint check registers/ISMS-B-02-リスクアセスメント結果表.md
  ismslint check --staged
  ismslint check --rev v2026.04 --format json
  ismslint check --format github --output sarif=ismslint.sarif
  cat draft.md | ismslint check - --stdin-filename policies/ISMS-A-01.md`,
		RunE: func(cmd *cobra.Command, args []string) error { return a.check(cmd.Context(), f, args) },
	}
	flags := c.Flags()
	flags.BoolVar(&f.staged, "staged", false, "check what is staged, and report on the staged files")
	flags.StringVar(&f.rev, "rev", "", "check the state of a commit, branch or tag")
	flags.StringVar(&f.mergeBase, "merge-base", "", "report what this branch is responsible for since it left the given one, judged by the configuration of that one")
	flags.StringVar(&f.span, "range", "", "check every commit of a range A..B and report what each brought")
	flags.StringVar(&f.stdinFilename, "stdin-filename", "", "with -, the path that the text on standard input stands for")
	flags.StringVar(&f.format, "format", report.Text, "format of the report on standard output: "+listOf(report.Formats()))
	flags.StringArrayVar(&f.outputs, "output", nil, "also write a report to a file, as FORMAT=FILE (repeatable)")
	flags.StringVar(&f.failOn, "fail-on", "error", "lowest severity that gives exit code 1: error, warning, info or never")
	flags.StringVar(&f.asOf, "as-of", "", "day of judgement, as 2026-11-21 (default: today, or the day of the commit)")
	flags.BoolVar(&f.fix, "fix", false, "mend the form of what can be mended mechanically; evidence is never touched")
	flags.BoolVar(&f.diff, "diff", false, "print what --fix would change, and change nothing")
	flags.StringVar(&f.baseline, "baseline", "", "baseline to use instead of "+lint.BaselineFile)
	flags.BoolVar(&f.noBaseline, "no-baseline", false, "report the findings that the baseline accepts as well")
	flags.BoolVar(&f.allowEmpty, "allow-empty", false, "do not fail when there is no document to check")
	flags.BoolVar(&f.showSuppressed, "show-suppressed", false, "list suppressed and accepted findings as well")
	f.cache.add(c)
	c.MarkFlagsMutuallyExclusive("staged", "rev", "stdin-filename", "range")
	c.MarkFlagsMutuallyExclusive("merge-base", "range")
	c.MarkFlagsMutuallyExclusive("merge-base", "stdin-filename")
	c.MarkFlagsMutuallyExclusive("fix", "range")
	c.MarkFlagsMutuallyExclusive("fix", "diff")
	c.MarkFlagsMutuallyExclusive("fix", "staged")
	c.MarkFlagsMutuallyExclusive("fix", "rev")
	c.MarkFlagsMutuallyExclusive("fix", "stdin-filename")
	c.MarkFlagsMutuallyExclusive("baseline", "no-baseline")
	complete(c, "format", report.Formats())
	complete(c, "fail-on", []string{"error", "warning", "info", "never"})
	return c
}

func (a *app) check(ctx context.Context, f checkFlags, args []string) error {
	failOn, err := severityFlag(f.failOn)
	if err != nil {
		return err
	}
	outputs, err := a.outputs(f)
	if err != nil {
		return err
	}
	if f.span != "" {
		return a.checkRange(ctx, f, args, outputs, failOn)
	}
	job, err := a.prepare(ctx, f, args)
	if err != nil {
		return a.fail(outputs, err)
	}
	defer job.close()
	result, err := job.run(ctx)
	if err != nil {
		return a.fail(outputs, err)
	}
	switch {
	case f.fix:
		if result, err = a.fix(ctx, job, result); err != nil {
			return a.fail(outputs, err)
		}
	case f.diff:
		return a.printDiff(job, result)
	}
	// A hook must let a first commit without documents pass.
	if result.Summary.Covered == 0 && !f.allowEmpty && result.Kind != repo.Index && !result.Incomplete() {
		return a.fail(outputs, usageError(project.ErrNoDocuments))
	}
	result.Notes = append(result.Notes, job.notes...)
	o := a.reportOptions()
	o.FailOn, o.ShowSuppressed = failOn, f.showSuppressed
	o.Path = func(file string) string { return job.project.PathFrom(job.dir, file) }
	if err := a.publish(outputs, result, o); err != nil {
		return err
	}
	return verdict(result, failOn)
}

// verdict turns a report into an exit code.
func verdict(r *lint.Report, failOn lint.Severity) error {
	switch {
	case r.Incomplete():
		return &exitError{code: exitEnvironment}
	case r.Fails(failOn):
		return &exitError{code: exitFindings}
	}
	return nil
}

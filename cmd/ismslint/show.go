package main

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/project"
	"github.com/ismslint/ismslint/lint/report"
)

// showFlags are the flags of all subcommands of show.
type showFlags struct {
	format, rev, asOf string
}

// builder makes the view of a state of the ISMS.
type builder func(s *isms.System) (*report.View, error)

func (a *app) showCommand() *cobra.Command {
	var f showFlags
	c := &cobra.Command{
		Use:   "show",
		Short: "Show the state of the ISMS: documents, approvals, controls, risks, and what leads to what",
		Long: `show prints tables of the ISMS that the paths belong to, or the current folder.
It checks nothing; ismslint check does. Of several tables csv has the first one.`,
		Example: `  ismslint show documents
  ismslint show risks --format csv > risks.csv
  ismslint show soa --map 2013:2022
  ismslint show trace AS-001
  ismslint show population CAR --from 2026-04-01 --to 2027-03-31`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return usageError(needSubcommand(cmd)) },
	}
	flags := c.PersistentFlags()
	flags.StringVar(&f.format, "format", report.Text, "format of the output: "+listOf(report.ViewFormats()))
	flags.StringVar(&f.rev, "rev", "", "show the state of a commit, branch or tag")
	flags.StringVar(&f.asOf, "as-of", "", "day of judgement, as 2026-11-21 (default: today, or the day of the commit)")
	if err := c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(report.ViewFormats(), cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // the flag is not defined: an error of this program
	}
	c.AddCommand(a.showDocumentsCommand(&f), a.showSoaCommand(&f), a.showRisksCommand(&f), a.showTraceCommand(&f), a.showApprovalsCommand(&f), a.showPopulationCommand(&f))
	return c
}

// show reads the state that the flags and paths ask for and prints the view
// that build makes of it.
func (a *app) show(ctx context.Context, f *showFlags, paths []string, build builder) error {
	if !slices.Contains(report.ViewFormats(), f.format) {
		return usageError(message.Errorf("出力形式 %q はありません。使えるのは %s です",
			"there is no format %q; the formats are %s", f.format, listOf(report.ViewFormats())))
	}
	job, err := a.prepare(ctx, checkFlags{rev: f.rev, asOf: f.asOf, noBaseline: true}, paths)
	if err != nil {
		return err
	}
	system, unread, err := lint.Load(ctx, job.options)
	if err != nil {
		return err
	}
	if len(system.Files()) == 0 && len(unread) == 0 {
		return usageError(project.ErrNoDocuments)
	}
	view, err := build(system)
	if err != nil {
		return err
	}
	view.AsOf, view.Commit = job.options.AsOf, job.options.Snapshot.Commit
	view.Notes = append(view.Notes, job.notes...)
	for _, n := range unread {
		view.Notes = append(view.Notes, message.Text{JA: n.File + ": " + n.Reason.JA, EN: n.File + ": " + n.Reason.EN})
	}
	if err := report.WriteView(a.stdout, f.format, view, a.reportOptions()); err != nil {
		return err
	}
	if len(unread) > 0 {
		return &exitError{code: exitEnvironment}
	}
	return nil
}

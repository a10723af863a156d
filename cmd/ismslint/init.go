package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/scaffold"
)

func (a *app) initCommand() *cobra.Command {
	var o scaffold.Options
	var asDemo bool
	var day string
	c := &cobra.Command{
		Use:   "init [DIR]",
		Short: "Write a complete ISMS to start from: 32 documents, configuration, hook and workflow",
		Long: `init writes a complete ISMS in Japanese or English (--lang): the 5 policies and
rules, the 27 registers and forms, ismslint.toml, a pre-commit configuration, a
CI workflow and CODEOWNERS. It never overwrites a file.

With --demo it makes a git repository with three years of an ISMS instead, up to
the last month or that of --date: commits and approvals signed by several people
with keys of their own, and some violations to look for. The README.md that it
writes shows the way.`,
		Example: `  ismslint init my-isms --organization 株式会社みなと --president "佐藤 花子"
  ismslint init --demo isms-demo`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.Dir, o.Language, o.Date, o.Version = ".", a.language(), date.Of(a.now()), version()
			if len(args) > 0 {
				o.Dir = args[0]
			}
			if asDemo {
				return a.initDemo(cmd.Context(), o.Dir, day)
			}
			if day != "" {
				return usageError(message.Errorf("--date は --demo と一緒に指定してください", "--date goes with --demo"))
			}
			written, err := scaffold.Init(o)
			if err != nil {
				return usageError(err)
			}
			text := message.Textf(
				"%[2]s に %[1]d 件のファイルを作りました。次は ismslint.toml に担当者を書き、ismslint check で確かめてください",
				"wrote %d files to %s; next, enter your people in ismslint.toml and run ismslint check", len(written), o.Dir)
			_, err = fmt.Fprintln(a.stdout, text.In(o.Language))
			return err
		},
	}
	flags := c.Flags()
	flags.BoolVar(&asDemo, "demo", false, "make a git repository with three years of history to try the program on")
	flags.StringVar(&day, "date", "", "with --demo: a day of the last month of the history, as 2026-10-31 (default: last month)")
	flags.StringVar(&o.Organization, "organization", "", "legal name of the organisation")
	flags.StringVar(&o.President, "president", "", "name of the president")
	flags.StringVar(&o.Manager, "isms-manager", "", "name of the ISMS manager")
	flags.StringVar(&o.Secretariat, "secretariat", "", "name of the ISMS secretary")
	flags.StringVar(&o.ChiefAuditor, "chief-auditor", "", "name of the chief internal auditor")
	for _, name := range []string{"organization", "president", "isms-manager", "secretariat", "chief-auditor"} {
		c.MarkFlagsMutuallyExclusive("demo", name)
	}
	return c
}

package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/project"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/scaffold"
)

// newFlags are the flags of new.
type newFlags struct {
	title, date, output string
	dryRun              bool
}

func (a *app) newCommand() *cobra.Command {
	var f newFlags
	c := &cobra.Command{
		Use:   "new [FORM]",
		Short: "Create the next record, register row or missing document, with its number",
		Long: `new creates the next record of a form, adds the next row to a register, or
writes a document of the catalogue that has no file yet. FORM is a number
(ISMS-B-24, B-24, b24), a title, or the letters of an id (CAR). Without FORM it
lists what there is. It prints the path, with the line of a row; what is left to
fill in goes to the error stream. It overwrites nothing.`,
		Example: `  ismslint new CAR --title "退職者アカウントの削除漏れ"
  ismslint new ISMS-B-01 --dry-run`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			job, system, err := a.loadForNew(cmd.Context(), f.date)
			switch {
			case err != nil:
				return err
			case len(args) == 0:
				return a.listForms(job, system)
			}
			return a.createNew(job, system, f, args[0])
		},
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			job, system, err := a.loadForNew(cmd.Context(), "")
			if err != nil {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return scaffold.FormNames(system, job.options.Schemas), cobra.ShellCompDirectiveNoFileComp
		},
	}
	flags := c.Flags()
	flags.StringVar(&f.title, "title", "", "title of the record or document, or what the row is about")
	flags.StringVar(&f.date, "date", "", "day of creation, as 2026-11-21 (default: today)")
	flags.StringVar(&f.output, "output", "", "file to write, or a folder that ends in /; of a register, the file to add the row to")
	flags.BoolVar(&f.dryRun, "dry-run", false, "print what would be written, and write nothing")
	return c
}

// loadForNew reads the working tree. A file that cannot be read may hold an id
// that is in use, so that nothing is created beside it.
func (a *app) loadForNew(ctx context.Context, day string) (*job, *isms.System, error) {
	job, err := a.prepare(ctx, checkFlags{noBaseline: true}, nil)
	if err != nil {
		return nil, nil, err
	}
	if day != "" {
		given, format, ok := date.Parse(day)
		if !ok || given.IsZero() || format != date.ISO {
			return nil, nil, usageError(message.Errorf("--date の値 %q は日付ではありません。2026-11-21 の形で指定してください",
				"the value %q of --date is not a date; write it as 2026-11-21", day))
		}
		job.options.AsOf = given
	}
	system, unread, err := lint.Load(ctx, job.options)
	if err != nil {
		return nil, nil, err
	}
	if len(unread) > 0 {
		return nil, nil, &exitError{code: exitEnvironment, cause: message.Errorf(
			"%[1]s を読めないため、使われている番号が分かりません（%[2]s）。読めるようにしてからもう一度実行してください",
			"cannot read %[1]s, so the numbers in use are not known (%[2]s); make it readable and run again", unread[0].File, unread[0].Reason)}
	}
	if len(system.Files()) == 0 && job.config.Path == "" {
		return nil, nil, usageError(project.ErrNoDocuments)
	}
	return job, system, nil
}

func (a *app) createNew(j *job, s *isms.System, f newFlags, form string) error {
	output, err := newOutput(j, f.output)
	if err != nil {
		return err
	}
	repository, _ := j.project.Repository() // an ISMS need not be in one
	c, err := scaffold.New(s, j.options.Schemas, scaffold.Request{
		Form: form, Title: f.title, Date: j.options.AsOf, Output: output,
		Language: message.Language(a.lang), Fallback: a.language(), Author: repo.UserEmail(repository, a.getenv),
	})
	if err != nil {
		return usageError(err)
	}
	if !f.dryRun {
		if err := c.Write(j.project.Root); err != nil {
			return err
		}
	}
	where := j.project.PathFrom(j.dir, c.Path)
	if c.Line > 0 {
		where = fmt.Sprintf("%s:%d", where, c.Line)
	}
	if _, err := fmt.Fprintln(a.stdout, printable(where)); err != nil {
		return err
	}
	if f.dryRun {
		if _, err := fmt.Fprintf(a.stdout, "\n%s\n", strings.TrimRight(printable(strings.ReplaceAll(string(c.Added), "\r\n", "\n")), "\n")); err != nil {
			return err
		}
	}
	a.sayNext(c)
	return nil
}

// newOutput returns --output as a path below the root of the ISMS. A folder
// ends in a slash.
func newOutput(j *job, output string) (string, error) {
	if output == "" {
		return "", nil
	}
	rel, ok := j.project.Relative(j.dir, output)
	if !ok {
		return "", usageError(message.Errorf("「%s」はこのISMSのフォルダの外にあります", "%q is outside the folder of the ISMS", output))
	}
	info, err := os.Stat(filepath.Join(j.project.Root, filepath.FromSlash(rel)))
	if isFolder := err == nil && info.IsDir(); isFolder || strings.HasSuffix(filepath.ToSlash(output), "/") {
		rel += "/"
	}
	return rel, nil
}

// sayNext tells what is left to do.
func (a *app) sayNext(c *scaffold.Creation) {
	lang := a.language()
	if len(c.Open) > 0 {
		names := make([]string, len(c.Open))
		for i, title := range c.Open {
			names[i] = title.In(lang)
		}
		text := message.Textf("次に記入する項目: %s", "to fill in next: %s", strings.Join(names, message.Text{JA: "、", EN: ", "}.In(lang)))
		fmt.Fprintln(a.stderr, printable(text.In(lang)))
	}
	for _, n := range c.Notes {
		fmt.Fprintln(a.stderr, printable(n.In(lang)))
	}
}

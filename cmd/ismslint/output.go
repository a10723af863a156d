package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/google/renameio/v2/maybe"
	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/report"
)

// output is one report to write; file is "" for standard output.
type output struct {
	format, file string
}

// outputs reads --format and --output.
func (a *app) outputs(f checkFlags) ([]output, error) {
	outs := []output{{format: f.format}}
	for _, o := range f.outputs {
		format, file, ok := strings.Cut(o, "=")
		if !ok || file == "" {
			return nil, usageError(message.Errorf("--output は「形式=ファイル」の形で指定してください（例: sarif=ismslint.sarif、指定された値: %q）",
				"--output takes FORMAT=FILE, such as sarif=ismslint.sarif, not %q", o))
		}
		outs = append(outs, output{format, file})
	}
	for _, o := range outs {
		if !slices.Contains(report.Formats(), o.format) {
			return nil, usageError(message.Errorf("出力形式 %q はありません。使えるのは %s です",
				"there is no format %q; the formats are %s", o.format, listOf(report.Formats())))
		}
	}
	return outs, nil
}

func (a *app) reportOptions() report.Options {
	return report.Options{
		Language: a.language(), Color: a.colored(a.stdout), Width: width(a.stdout), ToolVersion: version(),
	}
}

// publish writes the report in every format that was asked for. Files are
// written whole or not at all.
func (a *app) publish(outs []output, r *lint.Report, o report.Options) error {
	for _, out := range outs {
		if out.file == "" {
			if err := a.publishTo(a.stdout, out.format, r, o); err != nil {
				return err
			}
			continue
		}
		plain := o
		plain.Color, plain.Width, plain.Hyperlinks = false, 0, false
		var b bytes.Buffer
		if err := a.publishTo(&b, out.format, r, plain); err != nil {
			return err
		}
		if err := maybe.WriteFile(out.file, b.Bytes(), 0o644); err != nil {
			return message.Wrap(err, "レポート「%s」を書き込めません", "cannot write the report %q", out.file)
		}
	}
	return nil
}

// publishTo writes one report. The github format also appends to the job
// summary of the workflow.
func (a *app) publishTo(w io.Writer, format string, r *lint.Report, o report.Options) error {
	name := a.getenv("GITHUB_STEP_SUMMARY")
	if format != report.GitHub || name == "" {
		return report.Write(w, format, r, o)
	}
	summary, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return message.Wrap(err, "GITHUB_STEP_SUMMARY のファイル「%s」に書き込めません", "cannot write to the file %q of GITHUB_STEP_SUMMARY", name)
	}
	o.JobSummary = summary
	return errors.Join(report.Write(w, format, r, o), summary.Close())
}

// fail writes the reports of a run that could not be completed, so that a
// program that reads them is told, and returns the error.
func (a *app) fail(outs []output, err error) error {
	r := &lint.Report{Failure: err}
	var machine []output
	for _, out := range outs {
		if out.file != "" || out.format != report.Text {
			machine = append(machine, out)
		}
	}
	if publishErr := a.publish(machine, r, a.reportOptions()); publishErr != nil {
		return errors.Join(err, publishErr)
	}
	return err
}

func listOf(names []string) string { return strings.Join(names, ", ") }

// complete offers the values of a flag to the shell.
func complete(c *cobra.Command, flag string, values []string) {
	err := c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(err) // the flag is not defined: an error of this program
	}
}

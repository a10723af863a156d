package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint/approve"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/report"
)

// approveFlags are the flags of approve.
type approveFlags struct {
	as, role, key, day string
	dryRun, yes, diff  bool
}

func (a *app) approveCommand() *cobra.Command {
	var f approveFlags
	c := &cobra.Command{
		Use:   "approve NUMBER…",
		Short: "Approve documents or records with your own key",
		Long: `approve checks a document as it will be, shows what changed since it was last
approved, and asks. It then fills in status, approver and day, and writes a
statement of approval with your SSH signature below approvals/. NUMBER is a
document number, the id of a record, or ismslint.toml. Nothing is committed.

The key is that of --key, else user.signingkey of git (gpg.format = ssh), else
one that the ssh-agent holds, else ~/.ssh/id_ed25519. It must be registered
under [[people]] in ismslint.toml.`,
		Example: `  ismslint approve ISMS-A-03
  ismslint approve CAR-2026-001 --as sato --key ~/.ssh/approval --yes`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return a.approve(cmd.Context(), f, args) },
	}
	flags := c.Flags()
	flags.StringVar(&f.as, "as", "", "approver by id, name or address (default: user.email of git, else the owner of the key)")
	flags.StringVar(&f.role, "role", "", "role in which the approver approves (default: that of the catalogue)")
	flags.StringVar(&f.key, "key", "", "SSH key to sign with: the private file, or the .pub of one that the ssh-agent holds")
	flags.StringVar(&f.day, "date", "", "day of approval, as 2026-11-21 (default: today)")
	flags.BoolVar(&f.dryRun, "dry-run", false, "check and show, but ask and write nothing")
	flags.BoolVar(&f.yes, "yes", false, "do not ask")
	flags.BoolVar(&f.diff, "diff", false, "show all changes, however many there are")
	return c
}

func (a *app) approve(ctx context.Context, f approveFlags, numbers []string) error {
	job, desk, plans, err := a.planApprovals(ctx, f, numbers)
	if err != nil {
		return err
	}
	var open []*approve.Plan
	for _, p := range plans {
		if !p.Idle() {
			open = append(open, p)
			continue
		}
		a.printText(message.Textf("%[1]s は「%[2]s」が %[3]s に承認済みで、内容も変わっていません（%[4]s）",
			"%[1]s was approved by %[2]q on %[3]s and has not changed since (%[4]s)",
			p.Statement.Number, p.Person.Name, p.Already.Statement.Day, p.Already.File.Path))
	}
	if err := a.approvalError(desk.Check(ctx, open)); err != nil {
		return err
	}
	for _, p := range open {
		a.printPlan(desk.System.Roles, p, desk.Difference(ctx, p), f.diff)
		if f.dryRun || p.Already != nil {
			continue
		}
		fingerprint, err := desk.ChooseKey(p)
		if err != nil {
			return a.approvalError(err)
		}
		a.printText(message.Textf("  鍵: %s", "  key: %s", fingerprint))
	}
	if len(open) == 0 || f.dryRun {
		return nil
	}
	if sure, err := a.confirm(ctx, f.yes); !sure || err != nil {
		return err
	}
	return a.signApprovals(job, desk, open)
}

// planApprovals reads the ISMS and what is asked for.
func (a *app) planApprovals(ctx context.Context, f approveFlags, numbers []string) (*job, *approve.Desk, []*approve.Plan, error) {
	job, err := a.prepare(ctx, checkFlags{}, nil)
	if err != nil {
		return nil, nil, nil, err
	}
	var day date.Date
	if f.day != "" {
		var format date.Format
		var ok bool
		if day, format, ok = date.Parse(f.day); !ok || day.IsZero() || format != date.ISO {
			return nil, nil, nil, usageError(message.Errorf("--date の値 %q は日付ではありません。2026-11-21 の形で指定してください",
				"the value %q of --date is not a date; write it as 2026-11-21", f.day))
		}
	}
	repository, _ := job.project.Repository() // without one there is no history to compare with
	user := approve.User{Repository: repository, Getenv: a.getenv, Passphrase: a.passphrase(ctx)}
	desk, err := approve.Open(ctx, job.options, job.project.Root, user)
	if err != nil {
		return nil, nil, nil, err
	}
	var plans []*approve.Plan
	seen := map[string]bool{}
	for _, n := range numbers {
		if seen[n] {
			continue
		}
		seen[n] = true
		p, err := desk.Plan(ctx, approve.Request{Number: n, Person: f.as, Role: f.role, Key: f.key, Day: day})
		if err != nil {
			return nil, nil, nil, a.approvalError(err)
		}
		plans = append(plans, p)
	}
	return job, desk, plans, nil
}

// approvalError gives the errors of package approve their exit codes, and
// prints the findings that forbid an approval.
func (a *app) approvalError(err error) error {
	var refusal *approve.Refusal
	var usage *approve.UsageError
	switch {
	case errors.As(err, &usage):
		return usageError(err)
	case !errors.As(err, &refusal):
		return err
	}
	if refusal.Report != nil {
		if err := report.Write(a.stdout, report.Text, refusal.Report, a.reportOptions()); err != nil {
			return err
		}
	}
	return &exitError{code: exitFindings, cause: err}
}

func (a *app) signApprovals(job *job, desk *approve.Desk, plans []*approve.Plan) error {
	var signed []*approve.Signed
	for _, p := range plans {
		s, err := desk.Sign(p)
		if err != nil {
			return a.approvalError(err)
		}
		signed = append(signed, s)
	}
	var paths []string
	for _, s := range signed {
		written, err := desk.Write(s)
		if err != nil {
			return err
		}
		a.printText(message.Textf("%[1]s を承認しました（%[2]s）", "approved %[1]s as %[2]s", s.Statement.Number, s.Person.Name))
		for _, p := range written {
			p = job.project.PathFrom(job.dir, p)
			a.printText(message.Same("  " + p))
			paths = append(paths, p)
		}
		// What was signed must be committed with the statement.
		for _, p := range s.Bound() {
			if p = job.project.PathFrom(job.dir, p); !slices.Contains(paths, p) {
				paths = append(paths, p)
			}
		}
	}
	quoted := make([]string, len(paths))
	for i, p := range paths {
		quoted[i] = shellWord(p)
	}
	a.printText(message.Textf("次は git add %[1]s をして、コミットしてください", "next: git add %[1]s, then commit", strings.Join(quoted, " ")))
	return nil
}

// shellWord quotes a path for the shell where it must be.
func shellWord(s string) string {
	if strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || strings.ContainsRune("\"'$`\\&;|<>()*?[]#~!{}　", r) }) {
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}
	return s
}

func (a *app) printText(t message.Text) {
	fmt.Fprintln(a.stdout, printable(t.In(a.language())))
}

package main

import (
	"context"
	"slices"

	"github.com/google/renameio/v2/maybe"
	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/approve"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/report"
)

// verifyFlags are the flags of verify.
type verifyFlags struct {
	format, rev, export string
}

func (a *app) verifyCommand() *cobra.Command {
	var f verifyFlags
	c := &cobra.Command{
		Use:   "verify [NUMBER…]",
		Short: "Check every approval again, offline: who, which text, with which key",
		Long: `verify judges every statement below approvals/ and every approved document: whose
key signed it, whether that person held the role on that day, whether the text
is the one that was approved, and whether the statement came into the repository
before its key expired. It needs no network.

The exit code is 1 when a statement is refused, or when an approved document
lacks the evidence that ismslint.toml demands.

--export-allowed-signers writes the file with which OpenSSH repeats it:
  ssh-keygen -Y verify -f FILE -I PERSON -n ismslint-approval -s X.txt.sig < X.txt`,
		RunE: func(cmd *cobra.Command, args []string) error { return a.verify(cmd.Context(), f, args) },
	}
	flags := c.Flags()
	flags.StringVar(&f.format, "format", report.Text, "format of the output: "+listOf(report.ViewFormats()))
	flags.StringVar(&f.rev, "rev", "", "verify the state of a commit, branch or tag")
	flags.StringVar(&f.export, "export-allowed-signers", "", "write the keys of the people as an allowed_signers file (- for standard output), and do nothing else")
	complete(c, "format", report.ViewFormats())
	return c
}

func (a *app) verify(ctx context.Context, f verifyFlags, numbers []string) error {
	if !slices.Contains(report.ViewFormats(), f.format) {
		return usageError(message.Errorf("出力形式 %q はありません。使えるのは %s です",
			"there is no format %q; the formats are %s", f.format, listOf(report.ViewFormats())))
	}
	job, err := a.prepare(ctx, checkFlags{rev: f.rev, noBaseline: true}, nil)
	if err != nil {
		return err
	}
	system, unread, err := lint.Load(ctx, job.options)
	if err != nil {
		return err
	}
	if f.export != "" {
		return a.exportSigners(system, f.export)
	}
	judgements, err := approve.Judge(system, numbers)
	if err != nil {
		return a.approvalError(err)
	}
	view := verifyView(system, judgements)
	view.AsOf, view.Commit = job.options.AsOf, job.options.Snapshot.Commit
	view.Notes = append(view.Notes, job.notes...)
	for _, n := range unread {
		view.Notes = append(view.Notes, message.Textf("%s: %s", "%s: %s", n.File, n.Reason))
	}
	if err := report.WriteView(a.stdout, f.format, view, a.reportOptions()); err != nil {
		return err
	}
	return approvalVerdict(judgements, len(unread) > 0)
}

// approvalVerdict is the exit code of verify.
func approvalVerdict(judgements []approve.Judgement, unread bool) error {
	for _, j := range judgements {
		if j.State.Failed() {
			return &exitError{code: exitFindings}
		}
		unread = unread || j.State == approve.Unknown
	}
	if unread {
		return &exitError{code: exitEnvironment}
	}
	return nil
}

func (a *app) exportSigners(s *isms.System, file string) error {
	text, err := approve.AllowedSigners(s)
	if err != nil {
		return err
	}
	if file == "-" {
		_, err := a.stdout.Write(text)
		return err
	}
	if err := maybe.WriteFile(file, text, 0o644); err != nil {
		return message.Wrap(err, "「%s」を書き込めません", "cannot write %q", file)
	}
	return nil
}

// verifyView shows what every statement and every approver is worth.
func verifyView(s *isms.System, judgements []approve.Judgement) *report.View {
	t := report.Table{Key: "approvals", Columns: []report.Column{
		{Key: "number", Title: words("番号", "Number")},
		{Key: "revision", Title: words("改訂", "Rev."), Right: true},
		{Key: "approver", Title: words("承認者", "Approver")},
		{Key: "role", Title: words("役割", "Role")},
		{Key: "day", Title: words("承認日", "Day")},
		{Key: "grade", Title: words("証拠", "Evidence")},
		{Key: "state", Title: words("判定", "State")},
		{Key: "reason", Title: words("理由", "Reason"), Long: true},
		{Key: "commit", Title: words("コミット", "Commit")},
		{Key: "key", Title: words("鍵", "Key"), Long: true},
		{Key: "path", Title: words("ファイル", "Path"), Long: true},
	}}
	for i := range judgements {
		j := &judgements[i]
		t.Rows = append(t.Rows, []report.Cell{
			report.TextCell(j.Number), revisionCell(j.Revision), report.TextCell(j.Approver), roleCell(s, j.Role), approvedOnCell(j.Day),
			gradeCell(j.Grade), stateCell(j.State), {Text: j.Reason}, proofCell(j.Commit),
			report.TextCell(j.Fingerprint), report.TextCell(j.Path),
		})
	}
	return &report.View{Name: "verify", Tables: []report.Table{t}, Notes: verifyNotes(judgements)}
}

// verifyNotes count what was judged, and what a clone that is not whole leaves
// open.
func verifyNotes(judgements []approve.Judgement) []message.Text {
	failed, unread := 0, 0
	for i := range judgements {
		if judgements[i].State.Failed() {
			failed++
		}
		if judgements[i].Unread {
			unread++
		}
	}
	notes := []message.Text{message.Textf("%[1]d 件、うち承認を証明できないもの %[2]d 件", "%[1]d judged, %[2]d prove nothing or lack evidence", len(judgements), failed)}
	if unread > 0 {
		notes = append(notes, message.Textf("%d 件は、履歴を読めないため確かめきれていません。すべての履歴があるクローンで実行し直してください",
			"%d could not be judged in full, because the history cannot be read; verify again in a complete clone", unread))
	}
	return notes
}

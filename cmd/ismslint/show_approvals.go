package main

import (
	"github.com/spf13/cobra"

	"github.com/ismslint/ismslint/lint/approve"
	"github.com/ismslint/ismslint/lint/config"
	"github.com/ismslint/ismslint/lint/date"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/report"
)

func (a *app) showApprovalsCommand(f *showFlags) *cobra.Command {
	return &cobra.Command{
		Use: "approvals [PATH…]", Short: "List who approved which revision, and what proves it",
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.show(cmd.Context(), f, args, approvalsView)
		},
	}
}

// approvalsView lists every document and record with each of its approvers.
func approvalsView(s *isms.System) (*report.View, error) {
	t := report.Table{Key: "approvals", Columns: []report.Column{
		{Key: "number", Title: words("番号", "Number")},
		{Key: "title", Title: words("文書名", "Title"), Long: true},
		{Key: "revision", Title: words("改訂", "Rev."), Right: true},
		{Key: "approver", Title: words("承認者", "Approver"), Long: true},
		{Key: "day", Title: words("承認日", "Approved on")},
		{Key: "demanded", Title: words("必要な証拠", "Demanded")},
		{Key: "found", Title: words("証拠", "Found")},
		{Key: "proof", Title: words("鍵・コミット", "Key or commit"), Long: true},
		{Key: "state", Title: words("状態", "State")},
	}}
	short := 0
	for _, j := range approve.Survey(s) {
		if j.State.Failed() {
			short++
		}
		proof := report.TextCell(j.Fingerprint)
		if j.Commit != nil {
			proof = report.TextCell(j.Commit.Name())
		}
		t.Rows = append(t.Rows, []report.Cell{
			report.TextCell(j.Number), report.TextCell(j.Title), revisionCell(j.Revision), report.TextCell(j.Approver), approvedOnCell(j.Day),
			gradeCell(j.Demanded), gradeCell(j.Grade), proof, stateCell(j.State),
		})
	}
	return &report.View{Name: "approvals", Tables: []report.Table{t}, Notes: []message.Text{
		message.Textf("%[1]d 件、うち必要な証拠のないもの %[2]d 件", "%[1]d listed, %[2]d without the evidence that is demanded", len(t.Rows), short),
	}}, nil
}

func revisionCell(n int) report.Cell {
	if n == 0 {
		return report.TextCell("")
	}
	return report.NumberCell(n)
}

func approvedOnCell(d date.Date) report.Cell {
	if d.IsZero() {
		return report.TextCell("")
	}
	return report.TextCell(d.String())
}

func roleCell(s *isms.System, r isms.Role) report.Cell {
	if r == "" {
		return report.TextCell("")
	}
	return report.Cell{Text: s.Roles.Name(r), Value: string(r)}
}

func proofCell(c *isms.Commit) report.Cell {
	if c == nil {
		return report.TextCell("")
	}
	return report.Cell{Text: message.Same(c.Name()), Value: c.ID}
}

// gradeCell shows a grade of evidence.
func gradeCell(g config.Grade) report.Cell {
	c := report.Cell{Value: string(g)}
	switch g {
	case config.Declared:
		c.Text, c.Tone = words("記載", "declared"), report.Dim
	case config.Forge:
		c.Text = words("開発基盤", "forge")
	case config.Committed:
		c.Text = words("署名コミット", "committed")
	case config.Signed:
		c.Text = words("電子署名", "signed")
	}
	return c
}

// stateCell shows what an approval is worth.
func stateCell(s approve.State) report.Cell {
	c := report.Cell{Value: string(s), Text: message.Same(string(s))}
	switch s {
	case approve.Valid:
		c.Text, c.Tone = words("有効", "valid"), report.Good
	case approve.Earlier:
		c.Text = words("過去の内容に有効", "valid for an earlier text")
	case approve.Stale:
		c.Text, c.Tone = words("承認後に変更", "changed since"), report.Notable
	case approve.Elsewhere:
		c.Text, c.Tone = words("承認した内容なし", "text not in this tree"), report.Notable
	case approve.Declared:
		c.Text, c.Tone = words("記載のみ", "declared"), report.Dim
	case approve.Refused:
		c.Text, c.Tone = words("無効", "refused"), report.Bad
	case approve.Missing:
		c.Text, c.Tone = words("証拠なし", "no evidence"), report.Bad
	case approve.Unknown:
		c.Text, c.Tone = words("未判定", "not evaluated"), report.Notable
	case approve.Unapproved:
		c.Text, c.Tone = words("未承認", "not approved"), report.Notable
	case approve.Withdrawn:
		c.Text, c.Tone = words("廃止", "obsolete"), report.Dim
	}
	return c
}

package approve

import (
	"context"
	"slices"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/isms"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
)

// Check judges the documents as they will be. Errors in them refuse the
// approvals, all but those that say that there is no approval yet.
func (d *Desk) Check(ctx context.Context, plans []*Plan) error {
	o := d.options
	about := map[string]*Plan{}
	for _, p := range plans {
		about[p.Path] = p
		if p.File != nil && p.File.RowsFile != nil {
			about[p.File.RowsFile.Path] = p
		}
		if p.Content != nil {
			o.Snapshot = repo.Overlay(o.Snapshot, p.Path, p.Content)
		}
	}
	r, err := lint.Run(ctx, o)
	if err != nil {
		return err
	}
	var kept []lint.Finding
	for _, f := range r.Findings {
		p := about[f.File]
		if p != nil && f.Active() && f.Severity == lint.Error && !d.settles(ctx, p, f.Rule) {
			kept = append(kept, f)
		}
	}
	if len(kept) == 0 {
		return d.refuseSilentChanges(ctx, plans)
	}
	r.Findings, r.NotEvaluated, r.Notes = kept, nil, nil
	r.Summary = lint.Summary{Files: len(plans), Covered: len(plans), Errors: len(kept)}
	return &Refusal{
		Report: r,
		Reason: message.Textf("誤りがあるため承認できません。直してから、もう一度実行してください",
			"the errors must be mended before this can be approved"),
	}
}

// settles reports whether an approval answers the findings of a rule.
func (d *Desk) settles(ctx context.Context, p *Plan, rule string) bool {
	switch rule {
	case "approval/evidence", "config/changed":
		return true
	case "approval/stale", "revision/unrecorded-change":
		return d.metadataOnly(ctx, p)
	}
	return false
}

// refuseSilentChanges refuses the approval of a text that was changed under
// the revision with which it was approved: no rule finds that once the change
// is committed and nothing was signed before (EVD-005).
func (d *Desk) refuseSilentChanges(ctx context.Context, plans []*Plan) error {
	for _, p := range plans {
		if p.File == nil || !p.File.Meta.Revision.Valid || p.Already != nil {
			continue
		}
		b := d.baseOf(ctx, p)
		if b.file == nil || b.file.Meta.Revision.Int != p.Statement.Revision || sameBody(b.file, d.signRow(p.File, p.Person)) {
			continue
		}
		name := ""
		if b.commit != nil {
			name = b.commit.Name()
		}
		return refuse(
			"「%[1]s」の本文は、承認された改訂%[2]d（コミット %[3]s）から変わっているのに、改訂番号が同じです。本文を戻すか、改訂番号を上げて改訂履歴に記入してから承認してください",
			"the text of %[1]q differs from revision %[2]d as it was approved in commit %[3]s, but the revision is the same; restore it, or issue a new revision and approve that",
			p.Statement.Number, p.Statement.Revision, name)
	}
	return nil
}

// metadataOnly reports whether nothing but the front matter differs from the
// last approved state: such a change is approved anew under the same revision.
func (d *Desk) metadataOnly(ctx context.Context, p *Plan) bool {
	if p.File == nil {
		return false
	}
	b := d.baseOf(ctx, p)
	return b.file != nil && b.file.Meta.Revision.Int == p.File.Meta.Revision.Int && sameBody(b.file, p.File)
}

func sameBody(a, b *isms.File) bool {
	return string(a.DigestedBody()) == string(b.DigestedBody()) && string(boundRows(a)) == string(boundRows(b))
}

// boundRows are the rows beside a register that its approval binds to, nil
// where there are none: those of logs are added between approvals.
func boundRows(f *isms.File) []byte {
	if f.RowsFile == nil || slices.ContainsFunc(f.Tables, func(t *isms.Table) bool {
		return t.Path == f.RowsFile.Path && t.Index < 0 && t.Schema.Log
	}) {
		return nil
	}
	return unixLines(f.RowsFile.Source)
}

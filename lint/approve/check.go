package approve

import (
	"context"

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
		if p != nil && f.Active() && f.Severity == lint.Error && !d.settles(p, f.Rule) {
			kept = append(kept, f)
		}
	}
	if len(kept) == 0 {
		return nil
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
func (d *Desk) settles(p *Plan, rule string) bool {
	switch rule {
	case "approval/evidence", "config/changed":
		return true
	case "approval/stale", "revision/unrecorded-change":
		return d.metadataOnly(p)
	}
	return false
}

// metadataOnly reports whether nothing but the front matter differs from the
// last approved state: such a change is approved anew under the same revision.
func (d *Desk) metadataOnly(p *Plan) bool {
	if p.File == nil || d.options.Past == nil {
		return false
	}
	before, _, err := d.options.Past.Approved(p.File.ID())
	return err == nil && before != nil && before.Meta.Revision.Int == p.File.Meta.Revision.Int && sameBody(before, p.File)
}

func sameBody(a, b *isms.File) bool {
	if string(a.DigestedBody()) != string(b.DigestedBody()) {
		return false
	}
	rows := func(f *isms.File) string {
		if f.RowsFile == nil {
			return ""
		}
		return string(f.RowsFile.Source)
	}
	return rows(a) == rows(b)
}

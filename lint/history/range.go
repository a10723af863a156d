package history

import (
	"context"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/source"
)

// Range checks commits, which come after their parents, and returns one report
// on what each of them brought: the findings on the change that it makes, and
// those on its state that the state of its first parent, judged on the same
// day, does not have. What a merge takes over from the merged branch is
// reported where it came from, if that is among the commits.
func Range(ctx context.Context, o Options, commits []*repo.CommitInfo) (*lint.Report, error) {
	b := rangeBuilder{checker: newChecker(ctx, o), reported: map[string]bool{}, noted: map[string]bool{}}
	b.report.Kind, b.report.Prefix = repo.Commit, o.Prefix
	b.report.Earlier = map[string]map[string]*source.Text{}
	byID := make(map[string]*repo.CommitInfo, len(commits))
	for _, c := range commits {
		byID[c.ID] = c
	}
	for i, info := range commits {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		parent, err := b.checker.parent(info, byID)
		if err != nil {
			return nil, err
		}
		if err := b.commit(info, parent); err != nil {
			return nil, err
		}
		if o.Progress != nil {
			o.Progress(i+1, len(commits))
		}
	}
	b.report.Count()
	return &b.report, nil
}

type rangeBuilder struct {
	checker  *checker
	report   lint.Report
	reported map[string]bool // fingerprints
	noted    map[string]bool // what could not be evaluated
}

func (b *rangeBuilder) commit(info, parent *repo.CommitInfo) error {
	result, err := b.checker.check(info, parent)
	if err != nil {
		return err
	}
	if result.Failure != nil {
		b.report.Notes = append(b.report.Notes, message.Textf("コミット %[1]s は検査できませんでした: %[2]s",
			"commit %[1]s could not be checked: %[2]s", short(info.ID), message.Of(result.Failure)))
		b.report.NotEvaluated = append(b.report.NotEvaluated, lint.NotEvaluated{
			Rule: "config/changed", Required: true, Reason: message.Of(result.Failure),
		})
		return nil
	}
	if parent != nil {
		before, err := b.checker.checkState(parent, result.Report.AsOf)
		if err != nil {
			return err
		}
		if before.Report != nil {
			result.Report.Without(before.Report)
		}
	}
	b.take(result.Report, len(info.Parents) > 1)
	return nil
}

// take adds what one commit brought.
func (b *rangeBuilder) take(r *lint.Report, merge bool) {
	b.report.Commit, b.report.AsOf, b.report.Rules = r.Commit, r.AsOf, r.Rules
	b.report.Summary.Files, b.report.Summary.Covered = r.Summary.Files, r.Summary.Covered
	for _, f := range r.Findings {
		if merge && b.reported[f.Fingerprint] {
			continue
		}
		b.reported[f.Fingerprint] = true
		b.report.Findings = append(b.report.Findings, f)
		b.report.Earlier[r.Commit] = r.Sources
	}
	for _, n := range r.NotEvaluated {
		if key := n.Rule + "\x00" + n.File + "\x00" + n.Reason.EN; !b.noted[key] {
			b.noted[key] = true
			b.report.NotEvaluated = append(b.report.NotEvaluated, n)
		}
	}
}

func short(id string) string {
	const digits = 10 // as git abbreviates in larger repositories
	return id[:min(digits, len(id))]
}

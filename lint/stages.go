package lint

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/source"
)

// sortFindings orders findings by file, position and rule, so that the order
// does not depend on which rule was done first.
func (r *run) sortFindings() {
	order := make([]int, len(r.findings))
	sorted := true
	for i := range order {
		order[i] = i
		sorted = sorted && (i == 0 || compareFindings(&r.findings[i-1], &r.findings[i]) <= 0)
	}
	if sorted {
		return
	}
	// Findings are large: their places are sorted instead of them.
	slices.SortFunc(order, func(a, b int) int {
		if c := compareFindings(&r.findings[a], &r.findings[b]); c != 0 {
			return c
		}
		return a - b
	})
	findings := make([]Finding, len(order))
	for i, at := range order {
		findings[i] = r.findings[at]
	}
	r.findings = findings
}

func compareFindings(a, b *Finding) int {
	if c := strings.Compare(a.File, b.File); c != 0 {
		return c
	}
	sa, sb := spanOf(a), spanOf(b)
	if sa != sb {
		return cmp.Or(cmp.Compare(sa.Start, sb.Start), cmp.Compare(sa.End, sb.End))
	}
	if c := strings.Compare(a.Rule, b.Rule); c != 0 {
		return c
	}
	return cmp.Or(strings.Compare(a.Message.EN, b.Message.EN), strings.Compare(a.Subject, b.Subject))
}

// spanOf returns the span of a finding; one without a place comes first.
func spanOf(f *Finding) source.Span {
	if f.Span == nil {
		return source.Span{Start: -1, End: -1}
	}
	return *f.Span
}

// suppress marks findings that a directive covers, then lets the rules of
// scope Directive judge the directives.
func (r *run) suppress() {
	byFile := map[string][]*Directive{}
	var all []*Directive
	for _, c := range r.speaking {
		f := c.file
		if len(f.Doc.Comments) == 0 {
			continue
		}
		if ds := directives(f, r.text(f.Path), r.AsOf, r.rules); len(ds) > 0 {
			byFile[f.Path] = ds
			all = append(all, ds...)
		}
	}
	for i := range r.findings {
		f := &r.findings[i]
		if f.Span == nil {
			continue
		}
		for _, d := range byFile[f.File] {
			if d.effective() && d.Target.Name == f.Rule && d.covers.Start <= f.Span.Start && f.Span.Start <= d.covers.End {
				d.Used = true
				f.Suppressed = &Suppression{Reason: d.Reason, Until: d.Until.String(), Span: d.Span}
				break
			}
		}
	}
	if len(all) == 0 {
		return
	}
	r.judge(r.rules.directive, func(rule *Rule, p *Pass) {
		for _, d := range all {
			rule.Directive(p, d)
		}
	})
}

// baseline marks findings that the baseline accepts, then lets the rules of
// scope Baseline judge its entries.
func (r *run) baseline() {
	if r.Baseline == nil {
		return
	}
	entries := make(map[string]*BaselineEntry, len(r.Baseline.Entries))
	for i := range r.Baseline.Entries {
		entries[r.Baseline.Entries[i].Fingerprint] = &r.Baseline.Entries[i]
	}
	used := make(map[*BaselineEntry]bool, len(entries))
	for i := range r.findings {
		if e := entries[r.findings[i].Fingerprint]; e != nil && e.Rule == r.findings[i].Rule {
			used[e] = true
			r.findings[i].Baselined = r.findings[i].Suppressed == nil
		}
	}
	r.judge(r.rules.baseline, func(rule *Rule, p *Pass) {
		for i := range r.Baseline.Entries {
			e := &r.Baseline.Entries[i]
			target, enabled := r.rules.find(e.Rule)
			if !used[e] && (enabled || target == nil) {
				rule.Baseline(p, e)
			}
		}
	})
}

// judge runs rules that look at the findings of others, and takes what they
// find.
func (r *run) judge(rules []*Rule, check func(*Rule, *Pass)) {
	first := len(r.findings)
	for _, rule := range rules {
		p := &Pass{Organization: r.builder.Organization(), rule: rule}
		check(rule, p)
		r.take(p)
	}
	r.rules.apply(r.findings[first:])
	r.fingerprintFrom(first)
}

func unreadable(path string, err error) NotEvaluated {
	return NotEvaluated{
		Rule: "document/front-matter", File: path, Required: true,
		Reason: message.Textf("ファイルを読めませんでした（%v）。権限とリポジトリの状態を確認してください",
			"the file could not be read (%v); check its permissions and the state of the repository", err),
	}
}

func (r *run) report() *Report {
	rep := &Report{
		Kind: r.Snapshot.Kind, Commit: r.Snapshot.Commit, AsOf: r.AsOf, Prefix: r.Prefix,
		Findings: r.findings, NotEvaluated: r.notEvaluated, Rules: r.rules.enabled,
		Sources: map[string]*source.Text{},
	}
	for i := range rep.Findings {
		if f := &rep.Findings[i]; f.Commit == "" {
			f.Commit = r.Snapshot.Commit
		}
		r.addSource(rep, rep.Findings[i].File)
		for _, rel := range rep.Findings[i].Related {
			r.addSource(rep, rel.File)
		}
	}
	for _, s := range r.Snapshot.Skipped {
		r.skip(rep, s)
	}
	slices.SortStableFunc(rep.NotEvaluated, func(a, b NotEvaluated) int {
		return cmp.Or(cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.File, b.File), cmp.Compare(a.Reason.EN, b.Reason.EN))
	})
	rep.summarise(r.markdown, len(r.files))
	return rep
}

func (r *run) addSource(rep *Report, path string) {
	if t := r.text(path); t != nil {
		rep.Sources[path] = t
	}
}

// skip reports an entry that the snapshot refused, when it would have
// belonged to the ISMS.
func (r *run) skip(rep *Report, s repo.Skipped) {
	if s.Folder || Selected(r.Config, s.Path) {
		rep.NotEvaluated = append(rep.NotEvaluated, NotEvaluated{
			Rule: "document/front-matter", File: s.Path, Reason: s.Reason, Required: s.Unreadable,
		})
	}
}

func (r *Report) summarise(files, covered int) {
	s := Summary{Files: files, Covered: covered}
	for i := range r.Findings {
		f := &r.Findings[i]
		switch {
		case f.Suppressed != nil:
			s.Suppressed++
		case f.Baselined:
			s.Baselined++
		case f.Severity == Error:
			s.Errors++
		case f.Severity == Warning:
			s.Warnings++
		default:
			s.Infos++
		}
	}
	r.Summary = s
}

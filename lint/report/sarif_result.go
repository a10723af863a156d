package report

import (
	"github.com/owenrumney/go-sarif/v3/pkg/report/v210/sarif"

	"github.com/ismslint/ismslint/lint"
)

// fingerprintKey names the fingerprint and the version of its computation.
const fingerprintKey = "ismslint/v1"

func newSARIFResult(r *lint.Report, f *lint.Finding, rules *sarifRules, o Options) *sarif.Result {
	result := sarif.NewRuleResult(f.Rule).
		WithRuleIndex(rules.index[f.Rule]).
		WithLevel(sarifLevel(f.Severity)).
		WithMessage(sarif.NewTextMessage(sarifText(f.Message.In(o.Language)))).
		AddLocation(newSARIFLocation(r, f.File, f.Span, f.Commit)).
		WithPartialFingerprints(map[string]string{fingerprintKey: f.Fingerprint}).
		WithProperties(resultProperties(f))
	for i, rel := range f.Related {
		result.AddRelatedLocation(newSARIFLocation(r, rel.File, rel.Span, rel.Commit).
			WithID(i + 1).
			WithMessage(sarif.NewTextMessage(relatedText(rel, o))))
	}
	if r.Summary.Baselined > 0 {
		result.WithBaselineState(baselineState(f))
	}
	if f.Suppressed != nil {
		result.AddSuppression(inSourceSuppression(r, f))
	}
	if f.Baselined {
		result.AddSuppression(sarif.NewSuppression().
			WithKind("external").
			WithStatus("accepted").
			WithJustification(baselinedText(o.Language)))
	}
	if fix := newSARIFFix(r, f, o); fix != nil {
		result.AddFixe(fix)
	}
	return result
}

func relatedText(rel lint.Related, o Options) string {
	text := sarifText(rel.Message.In(o.Language))
	if rel.Commit != "" {
		text += " (" + clean(shortCommit(rel.Commit)) + ")"
	}
	return text
}

func baselineState(f *lint.Finding) string {
	if f.Baselined {
		return "unchanged"
	}
	return "new"
}

func inSourceSuppression(r *lint.Report, f *lint.Finding) *sarif.Suppression {
	s := sarif.NewSuppression().
		WithKind("inSource").
		WithStatus("accepted").
		WithJustification(clean(f.Suppressed.Reason)).
		WithLocation(newSARIFLocation(r, f.File, &f.Suppressed.Span, f.Commit))
	if f.Suppressed.Until != "" {
		s.WithProperties(sarif.NewPropertyBag().Add("until", clean(f.Suppressed.Until)))
	}
	return s
}

// newSARIFFix returns nil when there is no fix, or no text to place it in.
func newSARIFFix(r *lint.Report, f *lint.Finding, o Options) *sarif.Fix {
	if f.Fix == nil || textOf(r, f.File, f.Commit) == nil {
		return nil
	}
	change := sarif.NewArtifactChange().WithArtifactLocation(newSARIFArtifact(r, f.File))
	for _, e := range f.Fix.Edits {
		change.AddReplacement(sarif.NewReplacement().
			WithDeletedRegion(newSARIFRegion(r, f.File, &e.Span, f.Commit)).
			WithInsertedContent(sarif.NewArtifactContent().WithText(e.NewText)))
	}
	return sarif.NewFix().
		WithDescription(sarif.NewTextMessage(sarifText(fixText(f.Fix, o.Language)))).
		AddArtifactChange(change)
}

func resultProperties(f *lint.Finding) *sarif.PropertyBag {
	bag := sarif.NewPropertyBag().
		Add("requirements", orEmpty(f.Requirements)).
		Add("clauses", orEmpty(f.Clauses)).
		Add("controls", orEmpty(f.Controls))
	if f.Commit != "" {
		bag.Add("commit", f.Commit)
	}
	return bag
}

func sarifLevel(s lint.Severity) string {
	switch s {
	case lint.Info:
		return sarif.LevelNote
	case lint.Warning:
		return sarif.LevelWarning
	default:
		return sarif.LevelError
	}
}

package report

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/repo"
	"github.com/ismslint/ismslint/lint/source"
)

// The types below are the contract ismslint-report/1. Keys are only ever
// added. Paths and replacement texts are exact; other texts are made visible
// as in every format.

type jsonReport struct {
	Schema       string             `json:"schema"`
	Tool         jsonTool           `json:"tool"`
	AsOf         *string            `json:"asOf"`
	Source       jsonSource         `json:"source"`
	Findings     []jsonFinding      `json:"findings"`
	NotEvaluated []jsonNotEvaluated `json:"notEvaluated"`
	Summary      jsonSummary        `json:"summary"`
	Notes        []string           `json:"notes"`
	Failure      *string            `json:"failure"`
}

type jsonTool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

type jsonSource struct {
	Kind   string  `json:"kind"`
	Commit *string `json:"commit"`
}

// jsonPlace has nulls where a finding has no place within its file.
type jsonPlace struct {
	Line      *int `json:"line"`
	Column    *int `json:"column"`
	EndLine   *int `json:"endLine"`
	EndColumn *int `json:"endColumn"`
}

type jsonFinding struct {
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	File     string `json:"file"`
	jsonPlace
	Message      string           `json:"message"`
	Requirements []string         `json:"requirements"`
	Clauses      []string         `json:"clauses"`
	Controls     []string         `json:"controls"`
	Related      []jsonRelated    `json:"related"`
	Fingerprint  string           `json:"fingerprint"`
	Fix          *jsonFix         `json:"fix"`
	Suppressed   *jsonSuppression `json:"suppressed"`
	Baselined    bool             `json:"baselined"`
	Commit       *string          `json:"commit"`
}

type jsonRelated struct {
	File string `json:"file"`
	jsonPlace
	Message string  `json:"message"`
	Commit  *string `json:"commit"`
}

type jsonFix struct {
	Description string     `json:"description"`
	Edits       []jsonEdit `json:"edits"`
}

type jsonEdit struct {
	jsonPlace
	NewText string `json:"newText"`
}

type jsonSuppression struct {
	Reason string  `json:"reason"`
	Until  *string `json:"until"`
}

type jsonNotEvaluated struct {
	Rule     string  `json:"rule"`
	File     *string `json:"file"`
	Reason   string  `json:"reason"`
	Required bool    `json:"required"`
}

type jsonSummary struct {
	Files      int `json:"files"`
	Covered    int `json:"covered"`
	Errors     int `json:"errors"`
	Warnings   int `json:"warnings"`
	Infos      int `json:"infos"`
	Suppressed int `json:"suppressed"`
	Baselined  int `json:"baselined"`
}

func renderJSON(r *lint.Report, o Options) ([]byte, error) {
	out := jsonReport{
		Schema:       "ismslint-report/1",
		Tool:         jsonTool{toolName, o.ToolVersion},
		AsOf:         orNull(r.AsOf.String()),
		Source:       jsonSource{sourceKind(r.Kind), orNull(r.Commit)},
		Findings:     []jsonFinding{},
		NotEvaluated: []jsonNotEvaluated{},
		Summary:      jsonSummary(r.Summary),
		Notes:        []string{},
	}
	for i := range r.Findings {
		out.Findings = append(out.Findings, newJSONFinding(r, &r.Findings[i], o))
	}
	for _, n := range r.NotEvaluated {
		out.NotEvaluated = append(out.NotEvaluated,
			jsonNotEvaluated{n.Rule, orNull(n.File), clean(n.Reason.In(o.Language)), n.Required})
	}
	for _, n := range r.Notes {
		out.Notes = append(out.Notes, clean(n.In(o.Language)))
	}
	if r.Failure != nil {
		out.Failure = orNull(clean(failureText(r.Failure, o.Language)))
	}
	return encodeJSON(out)
}

func newJSONFinding(r *lint.Report, f *lint.Finding, o Options) jsonFinding {
	out := jsonFinding{
		Rule:         f.Rule,
		Severity:     f.Severity.String(),
		File:         f.File,
		jsonPlace:    newJSONPlace(r, f.File, f.Span, f.Commit),
		Message:      clean(f.Message.In(o.Language)),
		Requirements: orEmpty(f.Requirements),
		Clauses:      orEmpty(f.Clauses),
		Controls:     orEmpty(f.Controls),
		Related:      []jsonRelated{},
		Fingerprint:  f.Fingerprint,
		Fix:          newJSONFix(r, f, o),
		Baselined:    f.Baselined,
		Commit:       orNull(f.Commit),
	}
	for _, rel := range f.Related {
		out.Related = append(out.Related, jsonRelated{
			File:      rel.File,
			jsonPlace: newJSONPlace(r, rel.File, rel.Span, rel.Commit),
			Message:   clean(rel.Message.In(o.Language)),
			Commit:    orNull(rel.Commit),
		})
	}
	if s := f.Suppressed; s != nil {
		out.Suppressed = &jsonSuppression{clean(s.Reason), orNull(s.Until)}
	}
	return out
}

// newJSONFix returns nil when the text to be edited is not at hand: edits
// without places would be no help.
func newJSONFix(r *lint.Report, f *lint.Finding, o Options) *jsonFix {
	if f.Fix == nil || textOf(r, f.File, f.Commit) == nil {
		return nil
	}
	out := &jsonFix{Description: clean(fixText(f.Fix, o.Language)), Edits: []jsonEdit{}}
	for _, e := range f.Fix.Edits {
		out.Edits = append(out.Edits, jsonEdit{newJSONPlace(r, f.File, &e.Span, f.Commit), e.NewText})
	}
	return out
}

func newJSONPlace(r *lint.Report, file string, span *source.Span, commit string) jsonPlace {
	p, ok := locate(r, file, span, commit)
	if !ok {
		return jsonPlace{}
	}
	return jsonPlace{&p.Line, &p.Column, &p.EndLine, &p.EndColumn}
}

// sourceKind names what was checked. Files given by a program stand for a
// working tree.
func sourceKind(k repo.Kind) string {
	switch k {
	case repo.Index, repo.Commit:
		return string(k)
	default:
		return string(repo.Worktree)
	}
}

package report

import (
	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/source"
)

// The types below are the message DiagnosticResult of reviewdog's
// proto/rdf/reviewdog.proto. Readers refuse unknown fields.

type rdResult struct {
	Source      rdSource       `json:"source"`
	Severity    string         `json:"severity,omitempty"`
	Diagnostics []rdDiagnostic `json:"diagnostics"`
}

type rdSource struct {
	Name string `json:"name"`
	URL  string `json:"url"`
}

type rdDiagnostic struct {
	Message     string         `json:"message"`
	Location    rdLocation     `json:"location"`
	Severity    string         `json:"severity"`
	Code        *rdCode        `json:"code,omitempty"`
	Suggestions []rdSuggestion `json:"suggestions,omitempty"`
}

type rdLocation struct {
	Path  string   `json:"path"`
	Range *rdRange `json:"range,omitempty"`
}

type rdRange struct {
	Start rdPosition `json:"start"`
	End   rdPosition `json:"end"` // exclusive
}

// rdPosition counts columns in bytes of UTF-8, from 1.
type rdPosition struct {
	Line   int `json:"line"`
	Column int `json:"column"`
}

type rdCode struct {
	Value string `json:"value"`
	URL   string `json:"url,omitempty"`
}

type rdSuggestion struct {
	Range rdRange `json:"range"`
	Text  string  `json:"text"`
}

// renderRDJSON writes the active findings; the format has no suppressions.
func renderRDJSON(r *lint.Report, o Options) ([]byte, error) {
	out := rdResult{Source: rdSource{toolName, toolURL}, Diagnostics: []rdDiagnostic{}}
	worst := lint.Default
	add := func(d rdDiagnostic, s lint.Severity) {
		d.Severity = rdSeverity(s)
		worst = max(worst, s)
		out.Diagnostics = append(out.Diagnostics, d)
	}
	if r.Failure != nil {
		add(rdDiagnostic{
			Message:  clean(failureSentence(r.Failure, o.Language)),
			Location: rdLocation{Path: forgePath(r, "")},
		}, lint.Error)
	}
	for _, f := range active(r) {
		add(rdDiagnostic{
			Message:     details(r, f, o),
			Location:    rdLocation{Path: forgePath(r, f.File), Range: newRDRange(r, f, f.Span)},
			Code:        newRDCode(f.Rule, o),
			Suggestions: rdSuggestions(r, f),
		}, f.Severity)
	}
	for _, n := range r.NotEvaluated {
		severity := lint.Info
		if n.Required {
			severity = lint.Error
		}
		add(rdDiagnostic{
			Message:  clean(notEvaluatedText(n, o.Language)),
			Location: rdLocation{Path: forgePath(r, n.File)},
			Code:     newRDCode(n.Rule, o),
		}, severity)
	}
	if worst != lint.Default {
		out.Severity = rdSeverity(worst)
	}
	return encodeJSON(out)
}

func newRDCode(rule string, o Options) *rdCode {
	code := &rdCode{Value: rule}
	if o.RuleURL != nil {
		code.URL = o.RuleURL(rule)
	}
	return code
}

func newRDRange(r *lint.Report, f *lint.Finding, span *source.Span) *rdRange {
	p, ok := locateBytes(r, f.File, span, f.Commit)
	if !ok {
		return nil
	}
	return &rdRange{rdPosition{p.Line, p.Column}, rdPosition{p.EndLine, p.EndColumn}}
}

// rdSuggestions returns the fix where it is a single edit. Suggestions are
// accepted one by one, and half a fix is none.
func rdSuggestions(r *lint.Report, f *lint.Finding) []rdSuggestion {
	if f.Fix == nil || len(f.Fix.Edits) != 1 {
		return nil
	}
	edit := f.Fix.Edits[0]
	at := newRDRange(r, f, &edit.Span)
	if at == nil {
		return nil
	}
	return []rdSuggestion{{*at, edit.NewText}}
}

func rdSeverity(s lint.Severity) string {
	switch s {
	case lint.Info:
		return "INFO"
	case lint.Warning:
		return "WARNING"
	default:
		return "ERROR"
	}
}

package report

import (
	"fmt"

	"github.com/ismslint/ismslint/lint"
)

// gitlabIssue is one entry of GitLab's Code Quality report.
type gitlabIssue struct {
	Description string         `json:"description"`
	CheckName   string         `json:"check_name"`
	Fingerprint string         `json:"fingerprint"`
	Severity    string         `json:"severity"`
	Location    gitlabLocation `json:"location"`
}

type gitlabLocation struct {
	Path  string      `json:"path"`
	Lines gitlabLines `json:"lines"`
}

type gitlabLines struct {
	Begin int `json:"begin"`
	End   int `json:"end"`
}

// renderGitLab writes a Code Quality report. The format knows neither
// suppressions nor results without a place: suppressed and baselined findings
// are left out, and what has no line is put on line 1.
func renderGitLab(r *lint.Report, o Options) ([]byte, error) {
	issues := []gitlabIssue{}
	if r.Failure != nil {
		issues = append(issues, newGitLabIssue(r, toolName, "", "blocker", failureSentence(r.Failure, o.Language)))
	}
	for _, f := range active(r) {
		issue := newGitLabIssue(r, f.Rule, f.File, gitlabSeverity(f.Severity), f.Message.In(o.Language))
		issue.Fingerprint = f.Fingerprint
		if p, ok := locate(r, f.File, f.Span, f.Commit); ok {
			issue.Location.Lines = gitlabLines{p.Line, p.EndLine}
		}
		issues = append(issues, issue)
	}
	for _, n := range r.NotEvaluated {
		severity := "info"
		if n.Required {
			severity = "critical"
		}
		issues = append(issues, newGitLabIssue(r, n.Rule, n.File, severity, notEvaluatedText(n, o.Language)))
	}
	makeUnique(issues)
	return encodeJSON(issues)
}

func newGitLabIssue(r *lint.Report, check, file, severity, text string) gitlabIssue {
	return gitlabIssue{
		Description: clean(text),
		CheckName:   check,
		Fingerprint: digest(check, file, text),
		Severity:    severity,
		Location:    gitlabLocation{Path: forgePath(r, file), Lines: gitlabLines{1, 1}},
	}
}

// makeUnique numbers fingerprints that occur more than once; GitLab shows
// only one issue of each.
func makeUnique(issues []gitlabIssue) {
	seen := map[string]int{}
	for i := range issues {
		fp := &issues[i].Fingerprint
		seen[*fp]++
		if n := seen[*fp]; n > 1 {
			*fp = digest(*fp, fmt.Sprint(n))
		}
	}
}

func gitlabSeverity(s lint.Severity) string {
	switch s {
	case lint.Info:
		return "info"
	case lint.Warning:
		return "minor"
	default:
		return "critical"
	}
}

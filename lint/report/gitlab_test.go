package report

import (
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

func TestGitLabIssues(t *testing.T) {
	for _, f := range fixtures() {
		t.Run(f.name, func(t *testing.T) {
			var issues []gitlabIssue
			decode(t, render(t, GitLab, f.report, f.options), &issues)
			seen := map[string]bool{}
			for _, issue := range issues {
				if issue.Description == "" || issue.CheckName == "" || issue.Location.Path == "" || issue.Fingerprint == "" {
					t.Errorf("incomplete issue %+v", issue)
				}
				if issue.Location.Lines.Begin < 1 || issue.Location.Lines.End < issue.Location.Lines.Begin {
					t.Errorf("lines %+v", issue.Location.Lines)
				}
				if seen[issue.Fingerprint] {
					t.Errorf("fingerprint %s occurs twice", issue.Fingerprint)
				}
				seen[issue.Fingerprint] = true
			}
			if want := len(active(f.report)) + len(f.report.NotEvaluated); len(issues) < want {
				t.Errorf("%d issues, want at least %d", len(issues), want)
			}
		})
	}
}

// The first of several equal fingerprints stays what it is, so that GitLab
// does not report it as new.
func TestGitLabFingerprints(t *testing.T) {
	f := lint.Finding{Rule: "x/y", Severity: lint.Error, File: "a.md", Fingerprint: "same", Message: message.Same("m")}
	r := &lint.Report{Findings: []lint.Finding{f, f, f}}
	var issues []gitlabIssue
	decode(t, render(t, GitLab, r, Options{}), &issues)
	if issues[0].Fingerprint != "same" {
		t.Errorf("the first fingerprint became %s", issues[0].Fingerprint)
	}
	if issues[1].Fingerprint == "same" || issues[1].Fingerprint == issues[2].Fingerprint {
		t.Error("equal fingerprints remain")
	}
}

func TestGitLabSeverity(t *testing.T) {
	known := map[string]bool{"info": true, "minor": true, "major": true, "critical": true, "blocker": true}
	for _, s := range []lint.Severity{lint.Info, lint.Warning, lint.Error} {
		if got := gitlabSeverity(s); !known[got] {
			t.Errorf("GitLab knows no severity %q", got)
		}
	}
}

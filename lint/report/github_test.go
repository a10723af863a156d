package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

// many returns a report with n findings of each severity, the weakest first.
func many(n int) *lint.Report {
	r := noFindings()
	for _, s := range []lint.Severity{lint.Info, lint.Warning, lint.Error} {
		for i := range n {
			r.Findings = append(r.Findings, lint.Finding{
				Rule: "x/y", Severity: s, File: fmt.Sprintf("%02d.md", i),
				Message: message.Same(fmt.Sprintf("%s number %d", s, i)),
			})
		}
	}
	r.Summary.Errors, r.Summary.Warnings, r.Summary.Infos = n, n, n
	return r
}

func TestGitHubCapsAnnotations(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(render(t, GitHub, many(12), Options{})), "\n")
	var levels []string
	for _, line := range lines {
		level := "plain"
		if strings.HasPrefix(line, "::") {
			level, _, _ = strings.Cut(line[2:], " ")
		}
		levels = append(levels, level)
	}
	got := strings.Join(levels, " ")
	want := strings.Join([]string{
		strings.Repeat("error ", 10), strings.Repeat("warning ", 10), strings.Repeat("notice ", 10), strings.Repeat("plain ", 7),
	}, "")
	if got != strings.TrimSpace(want) {
		t.Errorf("got %s\nwant %s", got, want)
	}
	if summary := lines[29]; !strings.Contains(summary, "12 errors, 12 warnings, 12 infos") || !strings.Contains(summary, "7 not shown as annotations") {
		t.Errorf("the summary hides what is not shown: %s", summary)
	}
	if lines[30] != "10.md: error: error number 10 [x/y]" {
		t.Errorf("the first plain line is %q", lines[30])
	}
}

func TestGitHubEscapes(t *testing.T) {
	a := annotation{
		level: "error", file: "a,b:c%.md", title: "x/y",
		at:      &place{Line: 1, Column: 2, EndLine: 1, EndColumn: 2},
		message: "100%: a\nb, c",
	}
	want := "::error file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=2,endColumn=2,title=x/y::100%25: a%0Ab, c"
	if got := a.command(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	a.at = &place{Line: 1, Column: 2, EndLine: 3, EndColumn: 1}
	if got := a.command(); strings.Contains(got, "col=") || !strings.Contains(got, "endLine=3") {
		t.Errorf("columns across lines: %s", got)
	}
}

func TestGitHubJobSummary(t *testing.T) {
	var summary strings.Builder
	render(t, GitHub, typical(), Options{JobSummary: &summary})
	if want := render(t, Markdown, typical(), Options{}); summary.String() != want {
		t.Errorf("the job summary is not the Markdown report:\n%s", summary.String())
	}
}

func TestJobSummaryIsLimited(t *testing.T) {
	var summary strings.Builder
	render(t, GitHub, many(10_000), Options{JobSummary: &summary})
	if summary.Len() > 1<<20 {
		t.Errorf("the job summary has %d bytes, more than GitHub takes", summary.Len())
	}
	shown := strings.Count(summary.String(), "`x/y`")
	if want := fmt.Sprintf("%d more are left out", 30_000-shown); shown == 0 || !strings.Contains(summary.String(), want) {
		t.Errorf("%d findings are shown, but the summary does not say %q", shown, want)
	}
}

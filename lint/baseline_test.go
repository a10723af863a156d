package lint_test

import (
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
)

func TestBaselineRoundTrip(t *testing.T) {
	report := &lint.Report{Findings: []lint.Finding{
		{Rule: "text/width", File: "b.md", Fingerprint: strings.Repeat("b", 32), Message: message.Same("two\nlines\x1b[31m")},
		{Rule: "approval/missing", File: "a.md", Fingerprint: strings.Repeat("a", 32), Message: message.Text{JA: "承認者", EN: "approver"}},
		{Rule: "text/term", File: "c.md", Fingerprint: strings.Repeat("c", 32), Suppressed: &lint.Suppression{}},
	}}
	src := lint.NewBaseline(report, message.Japanese)
	b, err := lint.ParseBaseline("baseline.txt", src)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, e := range b.Entries {
		got = append(got, e.Fingerprint[:1]+" "+e.Rule+" "+e.Text)
		if line := e.Span.Of(src); !strings.HasPrefix(line, e.Fingerprint) {
			t.Errorf("the span of an entry is %q", line)
		}
	}
	want := []string{"a approval/missing a.md: 承認者", "b text/width b.md: two lines [31m"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestParseBaselineRefuses(t *testing.T) {
	for _, line := range []string{"text/width a.md", strings.Repeat("a", 31) + " text/width", strings.Repeat("A", 32) + " text/width", strings.Repeat("a", 32)} {
		if _, err := lint.ParseBaseline("b", []byte("# head\n"+line+"\n")); err == nil {
			t.Errorf("%q was accepted", line)
		} else if err.Span.Start != len("# head\n") {
			t.Errorf("%q: error at %d", line, err.Span.Start)
		}
	}
}

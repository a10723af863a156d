package report

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// Whatever the format and the options, no character of a document that could
// steer a terminal reaches the output.
func TestNoHiddenCharacters(t *testing.T) {
	for _, format := range Formats() {
		for _, f := range fixtures() {
			t.Run(format+"/"+f.name, func(t *testing.T) {
				assertVisible(t, render(t, format, f.report, f.options))
			})
		}
	}
}

// ours are the sequences that the text format itself writes.
var ours = regexp.MustCompile(`\x1b\[[0-9;]*m|\x1b\]8;;(?:https://rules\.example/[a-z/-]+)?\x1b\\`)

func TestColoredTextHasOnlyOurSequences(t *testing.T) {
	o := Options{Color: true, Hyperlinks: true, ShowSuppressed: true, RuleURL: testRuleURL}
	got := render(t, Text, hostile(), o)
	if !strings.Contains(got, "\x1b[1;31merror\x1b[0m") || !strings.Contains(got, "\x1b]8;;https://rules.example/risk/value\x1b\\risk/value\x1b]8;;\x1b\\") {
		t.Errorf("output lacks colours or links:\n%q", got)
	}
	assertVisible(t, ours.ReplaceAllString(got, ""))
}

func testRuleURL(rule string) string { return "https://rules.example/" + rule }

func assertVisible(t *testing.T, out string) {
	t.Helper()
	if !utf8.ValidString(out) {
		t.Error("output is not UTF-8")
	}
	for i, r := range out {
		if hidden(r) && r != '\n' && r != '\t' {
			t.Fatalf("hidden character %U at %d, after %q", r, i, out[max(0, i-40):i])
		}
	}
}

// A runner obeys :: at the beginning of a line and ##[ anywhere in it.
func TestNoWorkflowCommands(t *testing.T) {
	allowed := regexp.MustCompile(`^::(error|warning|notice) ((file|line|endLine|col|endColumn|title)=[^:,]*,?)+::`)
	for _, format := range Formats() {
		for _, f := range fixtures() {
			t.Run(format+"/"+f.name, func(t *testing.T) {
				for line := range strings.SplitSeq(render(t, format, f.report, f.options), "\n") {
					command := strings.HasPrefix(strings.TrimSpace(line), "::")
					if command && (format != GitHub || !allowed.MatchString(line)) {
						t.Errorf("line is a workflow command: %q", line)
					}
					for i := range len(line) {
						if commandBracket(line, i) {
							t.Errorf("line holds a workflow command: %q", line[max(0, i-10):])
						}
					}
				}
			})
		}
	}
}

// A failed run must not look like a clean one in any format.
func TestFailureIsCarried(t *testing.T) {
	for _, format := range Formats() {
		if got := render(t, format, failed(), Options{}); !strings.Contains(got, "cannot read repository") {
			t.Errorf("the %s report does not carry the failure:\n%s", format, got)
		}
	}
}

// What could not be evaluated is a result of its own in every format.
func TestNotEvaluatedIsCarried(t *testing.T) {
	for _, format := range Formats() {
		got := render(t, format, typical(), Options{})
		for _, want := range []string{"the git history is truncated", "revision/unrecorded-change", "the file is too large"} {
			if !strings.Contains(got, want) {
				t.Errorf("the %s report does not carry %q", format, want)
			}
		}
	}
}

package rules_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/rules"
)

var (
	ruleName    = regexp.MustCompile(`^[a-z]+/[a-z]+(-[a-z]+)*$`)
	requirement = regexp.MustCompile(`^([A-Z]{3}-\d{3}|FRM-\d|[AB]\d{2}-\d)$`)
	clause      = regexp.MustCompile(`^\d{1,2}(\.\d{1,2}){0,3}$`)
	control     = regexp.MustCompile(`^A\.\d(\.\d{1,2}){1,2}$`)
)

func TestRulesAreSortedAndUnique(t *testing.T) {
	var names []string
	for _, r := range rules.All() {
		names = append(names, r.Name)
	}
	if !slices.IsSorted(names) {
		t.Errorf("All is not sorted: %v", names)
	}
	if len(slices.Compact(slices.Clone(names))) != len(names) {
		t.Errorf("All names a rule twice: %v", names)
	}
}

func TestMetadata(t *testing.T) {
	for _, r := range rules.All() {
		t.Run(r.Name, func(t *testing.T) {
			if !ruleName.MatchString(r.Name) {
				t.Error("the name is not family/what-is-wrong in kebab case")
			}
			if r.Severity < lint.Info {
				t.Error("the severity is not set")
			}
			if r.Since == "" {
				t.Error("since is not set")
			}
			for _, v := range []struct {
				list []string
				re   *regexp.Regexp
			}{{r.Requirements, requirement}, {r.Clauses, clause}, {r.Controls, control}} {
				for _, s := range v.list {
					if !v.re.MatchString(s) {
						t.Errorf("%q is not of the form %s", s, v.re)
					}
				}
			}
			scopes := 0
			for _, set := range []bool{r.Document != nil, r.System != nil, r.Change != nil, r.Directive != nil, r.Baseline != nil} {
				if set {
					scopes++
				}
			}
			if scopes != 1 {
				t.Errorf("the rule has %d scopes, want 1", scopes)
			}
		})
	}
}

func TestDocumentationIsComplete(t *testing.T) {
	for _, r := range rules.All() {
		for what, text := range map[string]struct{ ja, en string }{
			"summary": {r.Doc.Summary.JA, r.Doc.Summary.EN},
			"why":     {r.Doc.Why.JA, r.Doc.Why.EN},
		} {
			if !isJapanese(text.ja) {
				t.Errorf("%s: the %s is not Japanese: %q", r.Name, what, text.ja)
			}
			if text.en == "" || isJapanese(text.en) {
				t.Errorf("%s: the %s is not English: %q", r.Name, what, text.en)
			}
			if strings.HasSuffix(text.ja, "。") || strings.HasSuffix(text.en, ".") {
				t.Errorf("%s: the %s ends with a full stop", r.Name, what)
			}
		}
	}
}

func TestExamplesAreTrue(t *testing.T) {
	for _, r := range rules.All() {
		t.Run(r.Name, func(t *testing.T) {
			if found := of(check(t, exampleFiles(r.Doc.Wrong), exampleDay), r.Name); len(found) == 0 {
				t.Error("the wrong example gives no finding")
			}
			for _, f := range of(check(t, exampleFiles(r.Doc.Right), exampleDay), r.Name) {
				t.Errorf("the right example gives a finding: %s", f.Message.EN)
			}
		})
	}
}

// TestMessages looks at the messages of the wrong examples: both languages are
// there, say something, and keep to one form.
func TestMessages(t *testing.T) {
	for _, r := range rules.All() {
		for _, f := range of(check(t, exampleFiles(r.Doc.Wrong), exampleDay), r.Name) {
			if !isJapanese(f.Message.JA) {
				t.Errorf("%s: message is not Japanese: %q", r.Name, f.Message.JA)
			}
			if f.Message.EN == "" || strings.HasSuffix(f.Message.EN, ".") || strings.Contains(f.Message.EN, "%!") || strings.Contains(f.Message.JA, "%!") {
				t.Errorf("%s: message is malformed: %q / %q", r.Name, f.Message.EN, f.Message.JA)
			}
			if strings.HasSuffix(f.Message.JA, "。") {
				t.Errorf("%s: message ends with 。: %q", r.Name, f.Message.JA)
			}
		}
	}
}

func isJapanese(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= 0x3040 && r <= 0x30FF || r >= 0x4E00 && r <= 0x9FFF })
}

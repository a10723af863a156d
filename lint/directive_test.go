package lint_test

import (
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint"
)

func TestParseDirective(t *testing.T) {
	tests := []struct {
		text         string
		directive    bool
		rule, reason string
		until        string
		malformed    string // part of the English text
	}{
		{text: " a remark ", directive: false},
		{text: " please ismslint:ignore this ", directive: false},
		{text: ` ismslint:ignore text/width reason="登記上の表記" `, directive: true, rule: "text/width", reason: "登記上の表記"},
		{text: ` ismslint:ignore text/width reason="a = b" until=2026-12-31`, directive: true, rule: "text/width", reason: "a = b", until: "2026-12-31"},
		{text: "\nismslint:ignore\n  text/width\n  reason=\"two\nlines\"\n", directive: true, rule: "text/width", reason: "two\nlines"},
		{text: `ismslint:ignore text/width reason=short`, directive: true, rule: "text/width", reason: "short"},
		{text: `ismslint:ignore text/width`, directive: true, rule: "text/width"},
		{text: `ismslint:ignore`, directive: true, malformed: "names no rule"},
		{text: `ismslint:ignore reason="x"`, directive: true, malformed: "names no rule"},
		{text: `ismslint:disable text/width reason="x"`, directive: true, malformed: "disable"},
		{text: `ismslint:ignore text/width because="x"`, directive: true, malformed: "because"},
		{text: `ismslint:ignore text/width reason="x`, directive: true, malformed: "cannot understand"},
		{text: `ismslint:ignore text/width reason="x"until=2026-12-31`, directive: true, malformed: "cannot understand"},
		{text: `ismslint:ignore text/width text/term reason="x"`, directive: true, malformed: "cannot understand"},
		{text: `ismslint:ignore text/width until=2026-02-30 reason="x"`, directive: true, malformed: "2026-02-30"},
		{text: `ismslint:ignore text/width until=令和8年 reason="x"`, directive: true, malformed: "令和8年"},
	}
	for _, test := range tests {
		d, ok := lint.ParseDirective(test.text)
		if ok != test.directive {
			t.Errorf("%q: directive %v, want %v", test.text, ok, test.directive)
			continue
		}
		if !ok {
			continue
		}
		if test.malformed != "" {
			if !strings.Contains(d.Malformed.EN, test.malformed) || d.Malformed.JA == "" {
				t.Errorf("%q: malformed %q, want it to mention %q", test.text, d.Malformed, test.malformed)
			}
			continue
		}
		if !d.Malformed.IsZero() || d.Rule != test.rule || d.Reason != test.reason || d.Until.String() != test.until {
			t.Errorf("%q: got rule %q reason %q until %q malformed %q", test.text, d.Rule, d.Reason, d.Until, d.Malformed.EN)
		}
	}
}

// FuzzParseDirective looks for texts that are taken for a directive without
// beginning like one, and for directives that say neither what they suppress
// nor why they are not understood.
func FuzzParseDirective(f *testing.F) {
	f.Add(` ismslint:ignore text/width reason="x" until=2026-12-31 `)
	f.Add("ismslint:ignore =\"\"")
	f.Add("ismslint:")
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := lint.ParseDirective(text)
		if ok != strings.HasPrefix(strings.TrimSpace(text), "ismslint:") {
			t.Fatalf("directive %v", ok)
		}
		if ok && d.Malformed.IsZero() && (d.Rule == "" || strings.ContainsAny(d.Rule, " \t\n\"")) {
			t.Fatalf("accepted with the rule %q", d.Rule)
		}
	})
}

package report

import (
	"strings"
	"testing"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/source"
)

// Ranges and suggestions count bytes: cutting them out of the line must give
// the text that was meant.
func TestRDJSONCountsBytes(t *testing.T) {
	var v rdResult
	decode(t, render(t, RDJSON, typical(), Options{RuleURL: testRuleURL}), &v)
	var found bool
	for _, d := range v.Diagnostics {
		if d.Code == nil || d.Code.Value != "text/date-format" {
			continue
		}
		found = true
		line := strings.Split(manual, "\r\n")[d.Location.Range.Start.Line-1]
		s := d.Suggestions[0]
		mended := line[:s.Range.Start.Column-1] + s.Text + line[s.Range.End.Column-1:]
		if want := "制定日は「2023年10月1日」とし、ﾃﾞｰﾀは①に従う。"; mended != want {
			t.Errorf("the suggestion gives %q, want %q", mended, want)
		}
		if d.Severity != "INFO" || d.Code.URL != "https://rules.example/text/date-format" {
			t.Errorf("diagnostic %+v", d)
		}
	}
	if !found || v.Severity != "ERROR" {
		t.Errorf("found %v, severity %q", found, v.Severity)
	}
}

// A suggestion is accepted on its own, so a fix of several edits is none.
func TestRDJSONSuggestsWholeFixes(t *testing.T) {
	span := source.Span{Start: 0, End: 1}
	f := lint.Finding{
		Rule: "x/y", Severity: lint.Error, File: "a.md", Span: &span,
		Fix: &lint.Fix{Edits: []lint.Edit{{Span: span}, {Span: source.Span{Start: 2, End: 3}}}},
	}
	r := &lint.Report{Findings: []lint.Finding{f}, Sources: map[string]*source.Text{"a.md": source.NewText([]byte("abc"))}}
	var v rdResult
	decode(t, render(t, RDJSON, r, Options{}), &v)
	if len(v.Diagnostics) != 1 || v.Diagnostics[0].Suggestions != nil {
		t.Errorf("diagnostics %+v", v.Diagnostics)
	}
}

package report

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/ismslint/ismslint/lint"
	"github.com/ismslint/ismslint/lint/message"
	"github.com/ismslint/ismslint/lint/source"
)

// textReport writes the report for people.
type textReport struct {
	bytes.Buffer
	r     *lint.Report
	o     Options
	style style
}

// renderText writes each finding as "path:line:col: severity: message [rule]",
// which editors can follow, with the source line below it, and the counts at
// the end. The words error, warning, info and note are those of the
// configuration and of problem matchers; they are the same in all languages.
func renderText(r *lint.Report, o Options) ([]byte, error) {
	t := &textReport{r: r, o: o, style: style{on: o.Color, links: o.Hyperlinks}}
	for i := range r.Findings {
		if f := &r.Findings[i]; f.Active() || o.ShowSuppressed {
			t.finding(f)
		}
	}
	t.remarks()
	t.conclusion()
	return t.Bytes(), nil
}

func (t *textReport) finding(f *lint.Finding) {
	severity := t.style.paint(severitySGR(f.Severity), f.Severity.String())
	rule := t.style.paint(sgrDim, "["+t.style.link(t.ruleURL(f.Rule), safe(f.Rule))+"]")
	fmt.Fprintf(t, "%s: %s: %s %s%s\n", t.place(f.File, f.Span, f.Commit), severity,
		safe(f.Message.In(t.o.Language)), rule, t.marks(f))
	t.snippet(f.File, f.Span, f.Commit, severitySGR(f.Severity))
	for _, rel := range f.Related {
		fmt.Fprintf(t, "%s: %s: %s\n", t.place(rel.File, rel.Span, rel.Commit),
			t.style.paint(sgrCyan, "note"), safe(rel.Message.In(t.o.Language)))
	}
	if f.Fix != nil {
		fmt.Fprintf(t, "  %s: %s\n", t.style.paint(sgrGreen, "fix"), safe(fixText(f.Fix, t.o.Language)))
	}
}

// marks says which commit a finding is of and why it does not count.
func (t *textReport) marks(f *lint.Finding) string {
	var marks []string
	if f.Suppressed != nil {
		marks = append(marks, suppressionText(f.Suppressed, t.o.Language))
	}
	if f.Baselined {
		marks = append(marks, baselinedText(t.o.Language))
	}
	if f.Commit != "" {
		marks = append(marks, message.Textf("コミット %s", "commit %s", shortCommit(f.Commit)).In(t.o.Language))
	}
	if len(marks) == 0 {
		return ""
	}
	return t.style.paint(sgrDim, " ("+safe(strings.Join(marks, "; "))+")")
}

// place names a file and where in it.
func (t *textReport) place(file string, span *source.Span, commit string) string {
	name := file
	if t.o.Path != nil {
		name = t.o.Path(file)
	}
	name = linePath(name)
	if file == wholeISMS || file == "" {
		name = message.Text{JA: "ISMS全体", EN: "ISMS"}.In(t.o.Language)
	}
	name = t.style.paint(sgrBold, name)
	if p, ok := locate(t.r, file, span, commit); ok {
		return fmt.Sprintf("%s:%d:%d", name, p.Line, p.Column)
	}
	return name
}

// gutter is the width of what stands to the left of a source line, less the
// line number itself.
const gutter = len(" | ")

func (t *textReport) snippet(file string, span *source.Span, commit, sgr string) {
	text := textOf(t.r, file, commit)
	if span == nil || text == nil {
		return
	}
	number := fmt.Sprint(text.Position(span.Start).Line)
	s := newSnippet(text, *span, len(number)+gutter, t.o.Width)
	bar := t.style.paint(sgrDim, "|")
	blank := strings.Repeat(" ", len(number))
	fmt.Fprintf(t, "%s %s\n", blank, bar)
	t.WriteString(strings.TrimRight(fmt.Sprintf("%s %s %s", t.style.paint(sgrDim, number), bar, s.Source), " ") + "\n")
	fmt.Fprintf(t, "%s %s %s\n", blank, bar, t.paintMarker(sgr, s.Marker))
}

func (t *textReport) paintMarker(sgr, marker string) string {
	at := strings.IndexByte(marker, '^')
	return marker[:at] + t.style.paint(sgr, marker[at:])
}

// remarks lists what could not be evaluated and what happened in the run.
func (t *textReport) remarks() {
	for _, n := range groupUnevaluated(t.r.NotEvaluated) {
		sgr := sgrYellow
		if n.Required {
			sgr = sgrRed
		}
		fmt.Fprintf(t, "%s: %s: %s %s\n", t.place(n.File, nil, ""), t.style.paint(sgr, "note"),
			safe(notEvaluatedText(n.NotEvaluated, t.o.Language)), t.style.paint(sgrDim, "["+safe(strings.Join(n.rules, ", "))+"]"))
	}
	for _, n := range t.r.Notes {
		fmt.Fprintf(t, "%s: %s\n", t.style.paint(sgrCyan, "note"), safe(n.In(t.o.Language)))
	}
}

func (t *textReport) conclusion() {
	if isClean(t.r) {
		t.WriteString(t.style.paint(sgrGreen, cleanSentence(t.r, t.o.Language)) + "\n")
		return
	}
	if t.Len() > 0 {
		t.WriteByte('\n')
	}
	if t.r.Failure != nil {
		t.WriteString(t.style.paint(sgrRed, safe(failureSentence(t.r.Failure, t.o.Language))) + "\n")
	}
	t.WriteString(t.style.paint(sgrBold, summarySentence(t.r, t.o.Language)) + "\n")
}

func (t *textReport) ruleURL(rule string) string {
	if t.o.RuleURL == nil {
		return ""
	}
	return t.o.RuleURL(rule)
}

func severitySGR(s lint.Severity) string {
	switch s {
	case lint.Error:
		return sgrRed
	case lint.Warning:
		return sgrYellow
	default:
		return sgrBlue
	}
}
